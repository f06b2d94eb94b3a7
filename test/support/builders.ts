import type { Observation, PublicationReference, Series, StoredDataset } from '../../src/model/data/dataset.ts';
import type { IndicatorDefinition, IndicatorInput } from '../../src/model/plan/indicator.ts';
import type { CodeValidity, Geography, PeerGroup, Place } from '../../src/model/data/place.ts';
import { parseTimePeriod, periodKey } from '../../src/model/time-period.ts';

/** The own municipality and its county in built geographies. */
export const OWN = '0101';
export const OWN_COUNTY = '01';

/** Key of a period code; fails the test for a code that is none. */
export function key(code: string): number {
  const period = parseTimePeriod(code);
  if (period === null) throw new Error(`'${code}' is not a period`);
  return periodKey(period);
}

/** A figure as a number, as `null` (the source has none, status O), or with the fields that matter. */
export type Cell = number | null | Partial<Observation>;

export function buildSeries(categories: Record<string, string>, cells: Record<string, Cell>): Series {
  const observations = Object.entries(cells).map(([period, cell]) => buildObservation(period, cell));
  return { key: Object.values(categories).join('|'), categories, observations };
}

function buildObservation(period: string, cell: Cell): Observation {
  const fields: Partial<Observation> =
    cell === null ? { value: null, obsStatus: 'O' } : typeof cell === 'number' ? { value: cell } : cell;
  return {
    ...{
      period: key(period),
      value: null,
      symbol: null,
      obsStatus: 'A',
      publicationId: 1,
      revised: false,
      taken: false,
      correction: null,
    },
    ...fields,
  };
}

/** One series per region code of a dataset with the dimensions Region and Contents. */
export function regionSeries(cells: Record<string, Record<string, Cell>>): readonly Series[] {
  return Object.entries(cells).map(([region, figures]) => buildSeries({ Contents: 'n', Region: region }, figures));
}

export const PUBLICATION: PublicationReference = {
  datasetId: 'figures',
  table: '01234',
  title: 'Figures',
  source: 'Statistisk sentralbyrå',
  publicationId: 1,
  updatedAt: '2026-02-26T07:00:00Z',
  retrievedAt: '2026-02-26T08:00:00Z',
  alternative: 'municipalities',
  coverage: 'municipality',
};

/** The newest period in which a cell holds a figure other than 0, or is withheld. */
function latestPeriodIn(series: readonly Series[]): number | null {
  const cells = series.flatMap(({ observations }) => observations);
  const published = cells.filter(({ value, obsStatus }) => (value ?? 0) !== 0 || obsStatus === 'Q');
  return published.length === 0 ? null : Math.max(...published.map(({ period }) => period));
}

/** Counts by raw region code under `Region`, unless said otherwise. */
export function buildDataset(
  series: readonly Series[],
  fields: Partial<Omit<StoredDataset, 'publication'>> & { publication?: Partial<PublicationReference> } = {},
): StoredDataset {
  return {
    regions: { dimension: 'Region', form: 'divisions', prefix: '' },
    quantities: { n: 'count' },
    contentsDimension: 'Contents',
    labels: {},
    series,
    latestPeriod: latestPeriodIn(series),
    latestPeriodSince: PUBLICATION.updatedAt,
    acceptances: [],
    ...fields,
    publication: { ...PUBLICATION, ...fields.publication },
  };
}

export function buildMunicipality(
  code: string,
  fields: { county?: string; codes?: readonly CodeValidity[]; name?: string } = {},
): Place {
  const { county = code.slice(0, 2), codes = [{ code }], name = `Municipality ${code}` } = fields;
  return { code, name, level: 'municipality', county, codes };
}

export function buildCounty(code: string, codes: readonly CodeValidity[] = [{ code }]): Place {
  return { code, name: `County ${code}`, level: 'county', codes };
}

/** A group called `rivals`: region name → members. */
export function buildPeerGroup(regions: Record<string, readonly string[]>, confirmed = true): PeerGroup {
  const named = Object.entries(regions).map(([name, members]) => ({ id: name.toLowerCase(), name, members }));
  return { id: 'rivals', title: 'Rivalene', titleEn: 'The rivals', confirmed, regions: named };
}

/** Own municipality, every peer named in the group, and the counties of all of them, with codes that never changed. */
export function buildGeography(group?: PeerGroup, places: readonly Place[] = []): Geography {
  const codes = [...new Set([OWN, ...(group?.regions.flatMap(({ members }) => members) ?? [])])];
  const given = (code: string, level: Place['level']) => places.find((p) => p.code === code && p.level === level);
  const municipalities = codes.map((code) => given(code, 'municipality') ?? buildMunicipality(code));
  const counties = [...new Set(municipalities.map(({ county }) => county ?? ''))];
  return {
    own: OWN,
    municipalities,
    counties: counties.map((code) => given(code, 'county') ?? buildCounty(code)),
    peerGroups: group === undefined ? [] : [group],
  };
}

export const INPUT: IndicatorInput = {
  dataset: 'figures',
  terms: [{}],
  proxy: false,
  unit: 'prosent',
  unitEn: 'per cent',
  decimals: 1,
};

/** An indicator that asks for more of a published figure every year, unless said otherwise. */
export function buildDefinition(fields: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  return {
    id: 'an-indicator',
    position: 1,
    title: 'En indikator',
    titleEn: 'An indicator',
    goal: 'Et mål',
    subgoal: 'Et delmål',
    ambition: 'Årlig forbedring',
    measurement: 'Offentlig statistikk',
    inputs: [INPUT],
    measure: 'level',
    step: { unit: 'year', count: 1 },
    rule: { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 } },
    references: [],
    ...fields,
  };
}
