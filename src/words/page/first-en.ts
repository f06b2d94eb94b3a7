import { listed } from '../list.ts';
import type { FirstTexts, JudgedCount } from './first.ts';

/** Plain English. */
export const firstEn: FirstTexts = {
  answer: ({ own, municipality }) => {
    const those = `that can be assessed for ${municipality}`;
    if (own.all === 0) return `None of the ambitions can be assessed for ${municipality} yet.`;
    if (own.all === 1) return `The one ambition ${those} is ${own.met === 1 ? '' : oneWord(own)}met.`;
    if (own.met === own.all) return `All ${own.all} ambitions ${those} are met.`;
    const met = own.met === 0 ? 'None' : own.met;
    return `${met} of the ${own.all} ambitions ${those} ${own.met === 1 ? 'is' : 'are'} met${restOf(own)}.`;
  },
  rest: ({ proxy, proxyPlaces, notSet, notMeasured, unsettled }) => [
    ...(proxy.all === 0 ? [] : [proxyText(proxy, proxyPlaces)]),
    ...left(notSet, notMeasured, unsettled),
  ],
  notMet: 'not met',
  madeUpTitle: 'Made-up figures.',
  madeUp: (municipality) =>
    `At least one source is made up. The page shows what it looks like, and says nothing about ${municipality}.`,
  checked: (date, time) => `Last checked against the sources on ${date} at ${time}.`,
  neverChecked: 'Not checked against the sources yet.',
  ifOld: (contact) =>
    contact === null
      ? 'If that is more than a week ago, do not rely on this page: tell whoever runs it.'
      : `If that is more than a week ago, do not rely on this page: contact ${contact}.`,
  chips: 'Number by status',
  chipLeadsTo: (title) => `: go to ${title}`,
  ofThemProxy: (count, places) => `(${count} measured for ${places})`,
  table: 'All indicators of the plan',
  columns: {
    status: 'Status',
    indicator: "Indicator and ambition (the plan's words)",
    value: 'The figure now',
    latest: 'Last six verdicts',
    next: 'Next figures',
    changed: 'Last changed',
  },
  latestVerdict: (period, status) => `${period}: ${status}`,
  noVerdicts: 'None yet',
  changedFrom: (before, date) => `${date}, from “${before}”`,
  changes: {
    title: 'Latest changes',
    none: 'No status has changed since the first assessment.',
    from: (before, after) => `from “${before}” to “${after}”`,
    still: (status) => `still “${status}”`,
  },
  pageOf: { page: 'Page', of: 'of' },
};

function oneWord({ partly }: JudgedCount): string {
  return partly === 1 ? 'partly ' : 'not ';
}

function restOf({ partly, notMet, stable }: JudgedCount): string {
  const unchanged = stable === 0 ? '' : ` (${stable} of them with no change or difference that counts)`;
  const parts = [
    ...(partly === 0 ? [] : [`${partly} ${partly === 1 ? 'is' : 'are'} partly met`]),
    ...(notMet === 0 ? [] : [`${notMet} ${notMet === 1 ? 'is' : 'are'} not met${unchanged}`]),
  ];
  return parts.length === 0 ? '' : `, ${listed(parts, 'en')}`;
}

function proxyText({ all, met, partly, notMet }: JudgedCount, places: readonly string[]): string {
  const how = places.length === 0 ? 'measured only indirectly' : `measured only for ${listed(places, 'en')}`;
  if (all === 1) {
    const one = met === 1 ? 'met' : partly === 1 ? 'partly met' : 'not met';
    return `1 ambition is ${how}, and it is ${one}.`;
  }
  const found = [
    ...(met === 0 ? [] : [`${met} met`]),
    ...(partly === 0 ? [] : [`${partly} partly met`]),
    ...(notMet === 0 ? [] : [`${notMet} not met`]),
  ];
  return `Besides these, ${all} are ${how}: ${listed(found, 'en')}.`;
}

function left(notSet: number, notMeasured: number, unsettled: number): readonly string[] {
  const parts = [
    ...(unsettled === 0 ? [] : [`${unsettled} cannot be assessed now`]),
    ...(notSet === 0 ? [] : [`${notSet} ${notSet === 1 ? 'has' : 'have'} no ambition yet`]),
    ...(notMeasured === 0 ? [] : [`${notMeasured} ${notMeasured === 1 ? 'is' : 'are'} not measured`]),
  ];
  return parts.length === 0 ? [] : [`${listed(parts, 'en')}.`];
}
