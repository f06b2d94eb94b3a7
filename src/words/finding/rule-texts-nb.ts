import type {
  AgainstFacts,
  DemandFacts,
  LevelGuards,
  Limits,
  MeanFacts,
  RankFacts,
  RuleTexts,
  StandingFacts,
  TargetFacts,
  ThresholdFacts,
} from './rule-texts.ts';
import { capitalised } from '../capital.ts';

/** Where a value stands, in plain bokmål. */
export const ruleTextsNb: RuleTexts = {
  threshold,
  target,
  rank,
  against,
  noWorseThanMean,
  demand,
  dividedBy: (source, table) => `Delt på tall fra ${source}${table === null ? '' : `, tabell ${table}`}.`,
};

/** Why a rule on levels, or a ratio, cannot speak, in plain bokmål. */
export const levelGuardsNb: LevelGuards = {
  'before-deadline': ({ period, deadline: year }) =>
    `Målet er ikke nådd ennå, men fristen er ${year}, og planen sier ikke hvor langt det skal være kommet i ${period}.`,
  'denominator-not-positive': ({ period }) =>
    `Forholdet kan ikke regnes ut for ${period}, for tallet det deles på, er null eller negativt.`,
};

function threshold({ status, value, period, limits, outer }: ThresholdFacts): string {
  const measured = `Målt verdi var ${value} i ${period}. Kravet er ${limitText(limits)}`;
  if (status === 'on-track') return `${measured}, og det er oppfylt.`;
  if (status === 'partly-met') return `${measured}, og den ytre grensen, ${limitText(outer)}, er holdt.`;
  const beyond =
    outer.min === null && outer.max === null ? '' : ` Den ytre grensen, ${limitText(outer)}, er heller ikke holdt.`;
  return `${measured}, og det er ikke oppfylt.${beyond}`;
}

function limitText({ min, max }: Limits): string {
  if (min === null) return `høyst ${max ?? ''}`;
  return max === null ? `minst ${min}` : `mellom ${min} og ${max}`;
}

function target({
  status,
  value,
  period,
  goal,
  year,
  path,
  isReached,
  isLevel,
  distance,
  margin,
}: TargetFacts): string {
  const measured = `Målt verdi var ${value} i ${period}. Målet er ${goal} i ${year}`;
  if (isReached) return `${measured}, og det er nådd.`;
  const from = path === null ? 'målet' : 'veien dit';
  const way = path === null ? '' : `; på en jevn vei dit skulle verdien vært ${path} i ${period}`;
  if (isLevel) return `${measured}${way}, og det er den.`;
  const behind = status === 'on-track' ? 'foran' : 'bak';
  return `${measured}${way}. Verdien ligger ${distance} ${behind} ${from}${marginText(status, margin)}.`;
}

function marginText(status: StandingFacts['status'], margin: string | null): string {
  if (margin === null || status === 'on-track') return '';
  return status === 'stable' ? `, innenfor margin på ${margin}` : `, mer enn marginen på ${margin}`;
}

function rank({ status, value, period, place, group, rank: own, worstRank, ranked, within }: RankFacts): string {
  const stands = `${capitalised(place)} var nummer ${own} av ${ranked} i ${period} (${value}), sammenliknet med ${group}`;
  const wanted = within === 1 ? 'kravet er å være best' : `kravet er å være blant de ${within} beste`;
  const isMet = status === 'on-track' ? 'det er oppfylt' : 'det er ikke oppfylt';
  const lacking = worstRank - own;
  const isSettled = own > within || worstRank <= within;
  const whatever = isSettled ? ', uansett hva de har' : '';
  const missing = lacking === 0 ? '' : ` ${lacking === 1 ? 'Ett sted' : `${lacking} steder`} mangler tall${whatever}.`;
  return `${stands}; ${wanted}, og ${isMet}.${missing}`;
}

function against(facts: AgainstFacts): string {
  const { status, value, period, place, other, otherValue, as, compared, required, direction, margin } = facts;
  const levels = `${capitalised(place)} hadde ${value} i ${period}, mot ${otherValue} i ${other}`;
  const how = as === 'share' ? `${compared} av nivået der` : `en forskjell på ${compared}`;
  const limit = `${direction === 'increase' ? 'minst' : 'høyst'} ${required}`;
  const isMet = status === 'on-track' ? 'det er oppfylt' : `det er ikke oppfylt${marginText(status, margin)}`;
  return `${levels}: ${how}. Kravet er ${limit}, og ${isMet}.`;
}

function noWorseThanMean({ status, value, period, mean, periods, distance, betterSign, margin }: MeanFacts): string {
  const measured = `Målt verdi var ${value} i ${period}, mot ${mean} i gjennomsnitt for de ${periods} periodene før`;
  if (betterSign === 0) return `${measured}: det samme.`;
  if (betterSign > 0) return `${measured}: ${distance} bedre.`;
  if (margin === null) return `${measured}: ${distance} svakere.`;
  const within = status === 'on-track' ? `innenfor margin på ${margin}` : `mer enn marginen på ${margin}`;
  return `${measured}: ${distance} svakere, ${within}.`;
}

function demand({ status, demand: wanted, direction }: DemandFacts): string {
  const kind = direction === 'increase' ? 'økning' : 'nedgang';
  const notMet = status === 'stable' ? 'endringen er for liten' : 'det er ikke oppfylt';
  const isMet = status === 'on-track' ? 'det er oppfylt' : notMet;
  return `Kravet er en ${kind} på minst ${wanted}, og ${isMet}.`;
}
