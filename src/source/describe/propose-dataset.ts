import type { Coverage, Quantity, RegionSelection } from '../../model/data/job.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import { fitOther } from '../choose/fit-categories.ts';
import { codesOf, type TableMetadata, type TableVariable } from './table-metadata.ts';
import { bareTitle } from './table-title.ts';

/** A contents category as it would be asked for. */
export interface ProposedContents {
  readonly code: string;
  readonly label: string;
  /** As the table writes it; `null` where it has none. */
  readonly unit: string | null;
  /** A pattern on it in both languages. */
  readonly pattern: string;
  readonly quantity: Quantity;
}

/** A way to ask for places. */
export interface ProposedPlaces {
  readonly id: string;
  readonly coverage: Coverage;
  readonly regions: RegionSelection | null;
}

/** What is done with a variable besides places, contents and time; `codes` `null` where it is left out. */
export interface ProposedVariable {
  readonly code: string;
  readonly label: string;
  readonly codes: readonly string[] | '*' | null;
  /** A clause: why, and what else there is. */
  readonly why: string;
}

/** A dataset on a table, as far as its metadata tell. */
export interface DatasetProposal {
  readonly table: string;
  readonly title: string;
  readonly titleEn: string;
  readonly allowedAgeDays: number;
  /** First and last period, by code. */
  readonly span: readonly [first: string, last: string];
  readonly frequency: string;
  /** Of one quantity: a dataset is summed over places or it is not. */
  readonly contents: readonly ProposedContents[];
  /** Of the other quantity, or more than a handful. */
  readonly otherContents: readonly ProposedContents[];
  readonly places: readonly ProposedPlaces[];
  readonly variables: readonly ProposedVariable[];
}

/** What a proposal is made from. `codeLists`: the codes of the lists that its regions have, by id. */
export interface ProposalGround {
  readonly metadata: TableMetadata;
  readonly english: TableMetadata | null;
  readonly codeLists: ReadonlyMap<string, readonly string[]>;
  /** Today's codes of the own municipality and its county. */
  readonly own: { readonly municipality: string; readonly county: string };
}

/** What is no sum, whatever it is counted in: means, indices, ratios, and so much of one thing to each of another. */
const NO_SUM =
  /gjennomsnitt|average|median|indeks|index|indices|koeffisient|coefficient|forholdstall|\bratio\b|promille|\bpst\b|%/i;
/** «Kroner per innbygger», and not «per 1. januar». */
const PER = /\bper\s+(?!\d{1,2}(?:\.|st|nd|rd|th)?\s)|\bper 1[\s.,]?000/i;
const SHARE = /andel|prosent|share|per\s?cent|\brates?\b/i;
const SUMMING = /^agg_Kommsummer/i;
const COUNTIES = /^agg_KommFylker/i;
const MOST_CONTENTS = 3;
/** Days from one publication until the next is late, by how often a table comes; those of the jobs of the program. */
const AGES = { week: 30, month: 75, quarter: 140, 'half-year': 250, year: 430, interval: 900 } as const;

/** The dataset that a table's metadata suggest: what is guessed in it is for a person to judge. */
export function proposeDataset({ metadata, english, codeLists, own }: ProposalGround): DatasetProposal {
  const { variables, label, table } = metadata;
  const metric = variables.find(({ role }) => role === 'metric');
  const all = (metric?.categories ?? []).map((one) => toContents(one, metric, english));
  const quantity = all[0]?.quantity ?? 'count';
  const alike = all.filter((one) => one.quantity === quantity);
  const contents = alike.slice(0, MOST_CONTENTS);
  const region = variables.find((one) => isRegion(one));
  const places = region === undefined ? [] : placesIn(region, { quantity, codeLists, own });
  const usable = places.length > 0 ? region : undefined;
  const others = variables.filter((one) => one !== usable && one.role !== 'metric' && one.role !== 'time');
  const periods = variables.filter(({ role }) => role === 'time').flatMap(codesOf);
  const frequency = parseTimePeriod(periods.at(-1) ?? '')?.frequency ?? 'year';
  return {
    table,
    title: bareTitle(label),
    titleEn: bareTitle(english?.label ?? label),
    allowedAgeDays: isEverySecondYear(periods) ? AGES.interval : AGES[frequency],
    span: [periods[0] ?? '', periods.at(-1) ?? ''],
    frequency,
    contents,
    otherContents: all.filter((one) => !contents.includes(one)),
    places: places.length > 0 ? places : [{ id: 'national', coverage: 'national', regions: null }],
    variables: others.map((one) => toVariable(one, { quantity, isUnknownPlaces: one === region })),
  };
}

/** Code lists of the region variable that places may be asked for through: those whose codes must be known. */
export function placeLists({ variables }: TableMetadata): readonly string[] {
  const region = variables.find((one) => isRegion(one));
  return (region?.codeLists ?? []).filter((id) => SUMMING.test(id) || COUNTIES.test(id));
}

/** KOSTRA calls it `KOKkommuneregion0000`. */
function isRegion({ code, role }: TableVariable): boolean {
  return role === 'geo' || /region/i.test(code);
}

function toContents(
  { code, label, unit }: TableVariable['categories'][number],
  metric: TableVariable | undefined,
  english: TableMetadata | null,
): ProposedContents {
  const unitEn = english?.variables
    .find(({ code: name }) => name === metric?.code)
    ?.categories.find((one) => one.code === code)?.unit;
  const units = [...new Set([unit ?? '', unitEn ?? ''])].filter((one) => one !== '');
  // A share may be counted in persons or kroner; a change in percentage points is none of them, and is not summed either.
  const isShare = SHARE.test(unit ?? label) || (SHARE.test(label) && !/person|kron/i.test(unit ?? ''));
  const isNoSum = [label, unit ?? ''].some((text) => NO_SUM.test(text) || PER.test(text));
  const pattern = units.length === 0 ? '.*' : units.map(escapePattern).join('|');
  return { code, label, unit, pattern, quantity: isShare || isNoSum ? 'percentage' : 'count' };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

interface PlaceGround extends Pick<ProposalGround, 'codeLists' | 'own'> {
  readonly quantity: Quantity;
}

/** Today's borders by a list that sums, for counts; then the raw codes; municipalities before the county. */
function placesIn(region: TableVariable, { quantity, codeLists, own }: PlaceGround): readonly ProposedPlaces[] {
  const has = new Set(codesOf(region));
  const codesOfKind = (kind: RegExp, code: string) =>
    quantity === 'percentage'
      ? []
      : region.codeLists.flatMap((id) => {
          const spelt = kind.test(id) ? codeLists.get(id)?.find((one) => one.endsWith(code)) : undefined;
          return spelt === undefined ? [] : [{ id, prefix: spelt.slice(0, -code.length) }];
        });
  const ofLevel = (coverage: 'municipality' | 'county', names: readonly [string, string]) => {
    const code = own[coverage];
    const [list] = codesOfKind(coverage === 'county' ? COUNTIES : SUMMING, code);
    const variable = region.code;
    const asked = { variable, places: 'own-and-peers' } as const;
    return [
      ...(list === undefined ? [] : [{ id: names[0], coverage, regions: { ...asked, codeList: list } }]),
      ...(has.has(code) ? [{ id: names[1], coverage, regions: asked }] : []),
    ];
  };
  const municipal = ofLevel('municipality', ['municipalities-today', 'municipality-divisions']);
  return municipal.length > 0 ? municipal : ofLevel('county', ['counties-today', 'county-divisions']);
}

interface VariableGround {
  readonly quantity: Quantity;
  /** Whether it is the regions, and the own place is not among them. */
  readonly isUnknownPlaces: boolean;
}

/** A count without a variable is that of all of it. Of percentages nobody says that, and a sum of them is nothing. */
function toVariable(variable: TableVariable, { quantity, isUnknownPlaces }: VariableGround): ProposedVariable {
  const { code, label, categories, eliminable } = variable;
  const some = categories.slice(0, 4).map((one) => `${one.code} ${one.label}`);
  const list = `${some.join(', ')}${categories.length > some.length ? `, … (${categories.length})` : ''}`;
  if (isUnknownPlaces && codesOf(variable).includes('0')) {
    return { code, label, codes: ['0'], why: 'the own place is not among its codes; 0 is the country' };
  }
  if (eliminable && quantity === 'count')
    return { code, label, codes: null, why: `may be left out, and its total is taken; else one of ${list}` };
  const total = fitOther({ ...variable, eliminable: false }, 'total').selections[0]?.codes;
  if (total !== undefined) return { code, label, codes: total, why: `its total; else one of ${list}` };
  const lack = isUnknownPlaces ? 'the own place is not among its codes' : 'has no total of its own';
  return { code, label, codes: '*', why: `${lack}; choose among ${list}` };
}

function isEverySecondYear(periods: readonly string[]): boolean {
  const [before, last] = periods.slice(-2).map((code) => parseTimePeriod(code));
  return before?.frequency === 'year' && last?.frequency === 'year' && last.year - before.year >= 2;
}
