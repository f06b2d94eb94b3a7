import type {
  Correction,
  DatasetFacts,
  DeclaredBreak,
  Indicator,
  OracleSettings,
  Region,
  Rule,
  Tolerance,
} from './oracle/facts.ts';
import { COUNTIES, findPlace, MUNICIPALITIES } from './places.ts';

/** What a municipality has written in its settings folder, as plain data. */
export interface WorldSettings {
  readonly own: string;
  /** The group compared with; the own place may be among them. */
  readonly regions: readonly Region[];
  readonly indicators: readonly Indicator[];
  readonly breaks: readonly DeclaredBreak[];
  readonly corrections: readonly Correction[];
}

const COUNTS: DatasetFacts = { quantity: 'count', zero: 'possible', nil: 'counts', allowedAgeDays: 430 };
const SHARES: DatasetFacts = { quantity: 'percentage', zero: 'possible', nil: 'missing', allowedAgeDays: 430 };

/** What the meaning says of the shipped datasets; written down here and not read from the jobs. */
export const DATASET_FACTS: Readonly<Record<string, DatasetFacts>> = {
  'employed-by-industry': COUNTS,
  'employed-by-industry-rounded': COUNTS,
  'employed-total': COUNTS,
  'new-enterprises': COUNTS,
  'national-emissions': COUNTS,
  'employment-rate': { ...SHARES, zero: 'impossible' },
  'product-innovation': { ...SHARES, allowedAgeDays: 900 },
  'education-level': SHARES,
  survey: COUNTS,
};

/** Today's codes of the own place and of every member of the group. */
export function placesOf({ own, regions }: WorldSettings): readonly string[] {
  return [...new Set([own, ...regions.flatMap(({ members }) => members)])];
}

/** The settings as the oracle reads them. */
export function toOracleSettings(settings: WorldSettings): OracleSettings {
  const { own, regions, indicators, breaks, corrections } = settings;
  const municipalities = placesOf(settings).map((code) => findPlace(MUNICIPALITIES, code));
  return {
    ...{ own, indicators, breaks, corrections, municipalities },
    counties: COUNTIES,
    groups: { others: regions, singles: singlesOf(settings) },
  };
}

/** Every member of the group as a region of its own, since percentages are never summed. */
export function singlesOf({ regions }: WorldSettings): readonly Region[] {
  const members = [...new Set(regions.flatMap((region) => region.members))];
  return members.map((code) => ({ id: `m${code}`, members: [code] }));
}

/** The settings as files of a folder: JSON, which is YAML too. */
export function settingsFiles(settings: WorldSettings): Readonly<Record<string, unknown>> {
  const { own, breaks } = settings;
  const municipalities = placesOf(settings).map((code) => findPlace(MUNICIPALITIES, code));
  const used = new Set(municipalities.map(({ county }) => county));
  const file = { title: 'Oppdiktet', licence: 'Made up for tests', allowedAgeDays: 430 };
  const why = { reason: 'Made up for tests.', reference: 'none' };
  return {
    'plan.yaml': {
      municipality: { code: own, name: findPlace(MUNICIPALITIES, own).name },
      ...{
        title: 'Oppdiktet plan',
        since: 2021,
        horizonYear: 2050,
        language: 'nb',
        survey: file,
        municipalEmissions: file,
      },
    },
    'regions.yaml': { municipalities, counties: COUNTIES.filter(({ code }) => used.has(code)) },
    'peers.yaml': { groups: [groupEntry('others', settings.regions), groupEntry('singles', singlesOf(settings))] },
    'corrections.yaml': {
      breaks: breaks.map((one) => ({ ...one, ...why })),
      corrections: settings.corrections.map((one) => ({ ...correctionEntry(one), ...why })),
    },
    'report.yaml': { address: null },
    'backup.yaml': { folder: 'backups', keepDaily: 0 },
    'alerts.yaml': {
      ...{ language: 'nb', greeting: 'Hei!', timeZone: 'Europe/Oslo', channels: [] },
      ...{ reminders: { everyDays: 0 }, unsettled: { changes: 366, withinDays: 1 } },
    },
    ...Object.fromEntries(
      settings.indicators.map((one, position) => [
        `indicators/${one.id}.yaml`,
        indicatorEntry(one, position + 1, settings),
      ]),
    ),
  };
}

function groupEntry(id: string, regions: readonly Region[]): unknown {
  return {
    ...{ id, title: 'Oppdiktet gruppe', titleEn: 'Made-up group', confirmed: true },
    regions: regions.map((one) => ({ id: one.id, name: `Region ${one.id}`, members: one.members })),
  };
}

function correctionEntry({ dataset, region, categories, period, published, corrected }: Correction): object {
  const whole = {
    ...(region === null ? {} : { Region: region }),
    ...categories,
    ...FIXED_CATEGORIES[dataset],
  };
  return { dataset, series: whole, period, published: Number(published), corrected: Number(corrected) };
}

/** Categories that every series of a dataset has, besides those that tell its series apart. */
const FIXED_CATEGORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'employed-by-industry': { Kjonn: '0', Alder: '15-74', ContentsCode: 'SysselsatteArb' },
  'employed-total': { Kjonn: '0', Alder: '15-74', ContentsCode: 'SysselsatteArb' },
  'employment-rate': { Kjonn: '0', Alder: '15-74', ContentsCode: 'Sysselsatte' },
};

function toleranceEntry(tolerance: Tolerance): unknown {
  return 'absolute' in tolerance
    ? { absolute: Number(tolerance.absolute) }
    : { percentOfPrevious: Number(tolerance.percentOfPrevious) };
}

function ruleEntry(rule: Rule): unknown {
  if (rule.id === 'all-of') return { id: rule.id, parts: rule.parts.map(ruleEntry) };
  if (rule.id === 'not-set') return rule;
  const base =
    rule.id === 'stable-or-improved' && rule.base !== undefined
      ? { base: { year: rule.base.year, tolerance: toleranceEntry(rule.base.tolerance) } }
      : {};
  return { ...rule, tolerance: toleranceEntry(rule.tolerance), ...base };
}

function indicatorEntry(indicator: Indicator, position: number, settings: WorldSettings): unknown {
  const { id, dataset, second, measure, select, proxy, stepYears, groups, peers, requiredPeers } = indicator;
  const group = peers === 'singles' ? singlesOf(settings) : settings.regions;
  const others = group.filter(({ members }) => !members.includes(settings.own));
  const pair = [1, 1];
  return {
    ...{ id, position, title: id, titleEn: id, goal: 'Mål', subgoal: 'Delmål', ambition: 'Ambisjon' },
    measurement: 'Offentlig statistikk',
    inputs: [
      {
        ...{ dataset, terms: [select], proxy, unit: 'enheter', unitEn: 'units', decimals: 4 },
        ...(second === undefined ? {} : { secondTable: second }),
        ...(groups === undefined
          ? {}
          : { over: groups.dimension, whole: { total: groups.total, unspecified: groups.leftOut } }),
      },
    ],
    ...{ measure, step: `${stepYears} ${stepYears === 1 ? 'year' : 'years'}`, rule: ruleEntry(indicator.rule) },
    ...(peers === undefined ? {} : { peers }),
    ...(requiredPeers === undefined ? {} : { requiredPeers }),
    references: ['Made up for tests'],
    workedExample: {
      periods: ['2024', '2025'],
      ...(groups === undefined ? { own: pair } : { groups: { '10-33': pair } }),
      ...(peers === undefined ? {} : { peers: Object.fromEntries(others.map((one) => [one.id, pair])) }),
      expect: { value: 1, status: 'stable' },
    },
  };
}
