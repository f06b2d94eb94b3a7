import { listed } from '../list.ts';
import type { FirstTexts, JudgedCount } from './first.ts';

/** Plain nynorsk. */
export const firstNn: FirstTexts = {
  answer: ({ own, municipality }) => {
    const those = `som kan vurderast for ${municipality}`;
    if (own.all === 0) return `Ingen av ambisjonane kan vurderast for ${municipality} enno.`;
    if (own.all === 1) return `Den eine ambisjonen ${those}, er ${own.met === 1 ? '' : oneWord(own)}oppfylt.`;
    const rest = restOf(own);
    if (own.met === own.all) return `Alle dei ${own.all} ambisjonane ${those}, er oppfylte.`;
    return `${own.met === 0 ? 'Ingen' : own.met} av dei ${own.all} ambisjonane ${those}, er ${met(own.met)}${rest}.`;
  },
  rest: ({ proxy, proxyPlaces, notSet, notMeasured, unsettled }) => [
    ...(proxy.all === 0 ? [] : [proxyText(proxy, proxyPlaces)]),
    ...left(notSet, notMeasured, unsettled),
  ],
  notMet: 'ikkje oppfylt',
  madeUpTitle: 'Oppdikta tal.',
  madeUp: (municipality) =>
    `Minst éi kjelde er oppdikta. Sida viser korleis det ser ut, og seier ingenting om ${municipality}.`,
  checked: (date, time) => `Sist kontrollert mot kjeldene ${date} kl. ${time}.`,
  neverChecked: 'Ikkje kontrollert mot kjeldene enno.',
  ifOld: (contact) =>
    contact === null
      ? 'Er datoen eldre enn ei veke, er ikkje sida til å stole på: sei frå til den som driv sida.'
      : `Er datoen eldre enn ei veke, er ikkje sida til å stole på: kontakt ${contact}.`,
  chips: 'Talet på indikatorar etter status',
  chipLeadsTo: (title) => `: gå til ${title}`,
  ofThemProxy: (count, places) => `(${count} ${count === 1 ? 'målt' : 'målte'} for ${places})`,
  table: 'Alle indikatorane i planen',
  columns: {
    status: 'Status',
    indicator: 'Indikator og ambisjon (orda i planen)',
    value: 'Talet no',
    latest: 'Siste seks vurderingar',
    next: 'Neste tal',
    changed: 'Sist endra',
  },
  latestVerdict: (period, status) => `${period}: ${status}`,
  noVerdicts: 'Ingen enno',
  changedFrom: (before, date) => `${date}, frå «${before}»`,
  changes: {
    title: 'Siste endringar',
    none: 'Ingen status er endra sidan den første vurderinga.',
    from: (before, after) => `frå «${before}» til «${after}»`,
    still: (status) => `framleis «${status}»`,
  },
  pageOf: { page: 'Side', of: 'av' },
};

/** One is met, several are: the word follows the number. */
function met(count: number): string {
  return count === 1 ? 'oppfylt' : 'oppfylte';
}

function oneWord({ partly }: JudgedCount): string {
  return partly === 1 ? 'delvis ' : 'ikkje ';
}

function restOf({ partly, notMet, stable }: JudgedCount): string {
  const unchanged = stable === 0 ? '' : ` (${stable} av dei utan endring eller skilnad som tel)`;
  const parts = [
    ...(partly === 0 ? [] : [`${partly} er delvis ${met(partly)}`]),
    ...(notMet === 0 ? [] : [`${notMet} er ikkje ${met(notMet)}${unchanged}`]),
  ];
  return parts.length === 0 ? '' : `, ${listed(parts, 'nn')}`;
}

function proxyText(proxy: JudgedCount, places: readonly string[]): string {
  const { all, partly, notMet } = proxy;
  const measured = all === 1 ? 'målt' : 'målte';
  const how = places.length === 0 ? `berre ${measured} indirekte` : `berre ${measured} for ${listed(places, 'nn')}`;
  if (all === 1) {
    const one = proxy.met === 1 ? 'oppfylt' : partly === 1 ? 'delvis oppfylt' : 'ikkje oppfylt';
    return `1 ambisjon er ${how}, og han er ${one}.`;
  }
  const found = [
    ...(proxy.met === 0 ? [] : [`${proxy.met} ${met(proxy.met)}`]),
    ...(partly === 0 ? [] : [`${partly} delvis ${met(partly)}`]),
    ...(notMet === 0 ? [] : [`${notMet} ikkje ${met(notMet)}`]),
  ];
  return `I tillegg er ${all} ${how}: ${listed(found, 'nn')}.`;
}

function left(notSet: number, notMeasured: number, unsettled: number): readonly string[] {
  const parts = [
    ...(unsettled === 0 ? [] : [`${unsettled} kan ikkje vurderast no`]),
    ...(notSet === 0 ? [] : [`${notSet} har ingen ambisjon enno`]),
    ...(notMeasured === 0 ? [] : [`${notMeasured} er ikkje ${notMeasured === 1 ? 'målt' : 'målte'}`]),
  ];
  return parts.length === 0 ? [] : [`${listed(parts, 'nn')}.`];
}
