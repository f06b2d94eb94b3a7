import type { UnsettledCategory } from '../../model/data/category.ts';
import type { GuardFacts } from './texts.ts';
import { listedClauses } from '../list.ts';

const NAMES_NB: Readonly<Record<string, string>> = { Sektor: 'sektoren', Utslippskilde: 'utslippskilden' };
const NAMES_NN: Readonly<Record<string, string>> = { Sektor: 'sektoren', Utslippskilde: 'utsleppskjelda' };
const NAMES_EN: Readonly<Record<string, string>> = { Sektor: 'the sector', Utslippskilde: 'the source' };

/** That settings and figures do not agree about categories, by name, in bokmål. */
export function unsettledNb({ period, unsettled }: GuardFacts): string {
  const named = ({ dimension, code }: UnsettledCategory) => `${NAMES_NB[dimension] ?? dimension} «${code}»`;
  const reasons = unsettled.map((one) => {
    if (one.kind === 'not-decided') return `innstillingene sier ikke om ${named(one)} skal regnes med`;
    if (one.kind === 'not-there') return `${named(one)} skal regnes med, men er ikke i filen`;
    return `${named(one)} skal utelates, men er ikke i filen i ${one.period}`;
  });
  return `Tallene for ${period} kan ikke sammenliknes med perioden før: ${listedClauses(reasons, 'nb')}.`;
}

/** As `unsettledNb`, in nynorsk. */
export function unsettledNn({ period, unsettled }: GuardFacts): string {
  const named = ({ dimension, code }: UnsettledCategory) => `${NAMES_NN[dimension] ?? dimension} «${code}»`;
  const reasons = unsettled.map((one) => {
    if (one.kind === 'not-decided') return `innstillingane seier ikkje om ${named(one)} skal reknast med`;
    if (one.kind === 'not-there') return `${named(one)} skal reknast med, men er ikkje i fila`;
    return `${named(one)} skal haldast utanfor, men er ikkje i fila i ${one.period}`;
  });
  return `Tala for ${period} kan ikkje samanliknast med perioden før: ${listedClauses(reasons, 'nn')}.`;
}

/** As `unsettledNb`, in English. */
export function unsettledEn({ period, unsettled }: GuardFacts): string {
  const named = ({ dimension, code }: UnsettledCategory) => `${NAMES_EN[dimension] ?? dimension} “${code}”`;
  const reasons = unsettled.map((one) => {
    if (one.kind === 'not-decided') return `the settings do not say whether ${named(one)} is counted`;
    if (one.kind === 'not-there') return `${named(one)} is to be counted, and is not in the file`;
    return `${named(one)} is to be left out, and is not in the file in ${one.period}`;
  });
  return `Figures for ${period} cannot be compared with the period before: ${listedClauses(reasons, 'en')}.`;
}
