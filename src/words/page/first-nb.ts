import { listed } from '../list.ts';
import type { FirstTexts, JudgedCount } from './first.ts';

/** Plain bokmål. */
export const firstNb: FirstTexts = {
  answer: ({ own, municipality }) => {
    const those = `som kan vurderes for ${municipality}`;
    if (own.all === 0) return `Ingen av ambisjonene kan vurderes for ${municipality} ennå.`;
    if (own.all === 1) return `Den ene ambisjonen ${those}, er ${own.met === 1 ? '' : oneWord(own)}oppfylt.`;
    const rest = restOf(own);
    if (own.met === own.all) return `Alle de ${own.all} ambisjonene ${those}, er oppfylt.`;
    return `${own.met === 0 ? 'Ingen' : own.met} av de ${own.all} ambisjonene ${those}, er oppfylt${rest}.`;
  },
  rest: ({ proxy, proxyPlaces, notSet, notMeasured, unsettled }) => [
    ...(proxy.all === 0 ? [] : [proxyText(proxy, proxyPlaces)]),
    ...left(notSet, notMeasured, unsettled),
  ],
  notMet: 'ikke oppfylt',
  madeUpTitle: 'Oppdiktede tall.',
  madeUp: (municipality) =>
    `Minst én kilde er oppdiktet. Siden viser hvordan det ser ut, og sier ingenting om ${municipality}.`,
  checked: (date, time) => `Sist kontrollert mot kildene ${date} kl. ${time}.`,
  neverChecked: 'Ikke kontrollert mot kildene ennå.',
  ifOld: (contact) =>
    contact === null
      ? 'Er datoen eldre enn en uke, er siden ikke til å stole på: si fra til den som driver den.'
      : `Er datoen eldre enn en uke, er siden ikke til å stole på: kontakt ${contact}.`,
  chips: 'Antall etter status',
  chipLeadsTo: (title) => `: gå til ${title}`,
  ofThemProxy: (count, places) => `(${count} målt for ${places})`,
  table: 'Alle indikatorene i planen',
  columns: {
    status: 'Status',
    indicator: 'Indikator og ambisjon (planens ord)',
    value: 'Tallet nå',
    latest: 'Siste seks vurderinger',
    next: 'Neste tall',
    changed: 'Sist endret',
  },
  latestVerdict: (period, status) => `${period}: ${status}`,
  noVerdicts: 'Ingen ennå',
  changedFrom: (before, date) => `${date}, fra «${before}»`,
  changes: {
    title: 'Siste endringer',
    none: 'Ingen status er endret siden den første vurderingen.',
    from: (before, after) => `fra «${before}» til «${after}»`,
    still: (status) => `fortsatt «${status}»`,
  },
  pageOf: { page: 'Side', of: 'av' },
};

function oneWord({ partly }: JudgedCount): string {
  return partly === 1 ? 'delvis ' : 'ikke ';
}

function restOf({ partly, notMet, stable }: JudgedCount): string {
  const unchanged = stable === 0 ? '' : ` (${stable} av dem uten endring eller forskjell som teller)`;
  const parts = [
    ...(partly === 0 ? [] : [`${partly} er delvis oppfylt`]),
    ...(notMet === 0 ? [] : [`${notMet} er ikke oppfylt${unchanged}`]),
  ];
  return parts.length === 0 ? '' : `, ${listed(parts, 'nb')}`;
}

function proxyText({ all, met, partly, notMet }: JudgedCount, places: readonly string[]): string {
  const how = places.length === 0 ? 'bare målt indirekte' : `bare målt for ${listed(places, 'nb')}`;
  if (all === 1) {
    const one = met === 1 ? 'oppfylt' : partly === 1 ? 'delvis oppfylt' : 'ikke oppfylt';
    return `1 ambisjon er ${how}, og den er ${one}.`;
  }
  const found = [
    ...(met === 0 ? [] : [`${met} oppfylt`]),
    ...(partly === 0 ? [] : [`${partly} delvis oppfylt`]),
    ...(notMet === 0 ? [] : [`${notMet} ikke oppfylt`]),
  ];
  return `I tillegg er ${all} ${how}: ${listed(found, 'nb')}.`;
}

function left(notSet: number, notMeasured: number, unsettled: number): readonly string[] {
  const parts = [
    ...(unsettled === 0 ? [] : [`${unsettled} kan ikke vurderes nå`]),
    ...(notSet === 0 ? [] : [`${notSet} har ingen ambisjon ennå`]),
    ...(notMeasured === 0 ? [] : [`${notMeasured} er ikke målt`]),
  ];
  return parts.length === 0 ? [] : [`${listed(parts, 'nb')}.`];
}
