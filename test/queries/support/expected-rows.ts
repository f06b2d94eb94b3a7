import { EXPECTED_OF_INDICATORS } from './expected-of-indicators.ts';
import { EXPECTED_OF_RUNS } from './expected-of-runs.ts';

/** A row as a reader gives it, by column. */
export type QueryRow = Readonly<Record<string, string | number | null>>;

const jobs = (region: string, figures: readonly number[]): readonly QueryRow[] =>
  figures.map((value, year) => ({
    region,
    period: String(2022 + year),
    value,
    obs_status: 'A',
    known_from: '2025-03-03',
    known_until: '2026-03-02',
  }));

/** What each worked query says of the worked database, reckoned by hand from its figures. */
export const EXPECTED_ROWS: Readonly<Record<string, readonly QueryRow[]>> = {
  ...EXPECTED_OF_INDICATORS,
  ...EXPECTED_OF_RUNS,
  // 10 of 1050 is 0.95 per cent; 0.1 of 66.4 is 0.15 per cent, and that number was provisional.
  'biggest-revisions': [
    {
      dataset: 'employed-total',
      region: 'Elvebyen',
      period: '2024',
      value_before: 1050,
      value_after: 1040,
      per_cent: -0.95,
      was_provisional: 0,
      day: '2026-03-02',
    },
    {
      dataset: 'employment-rate',
      region: 'Nordby',
      period: '2024',
      value_before: 66.4,
      value_after: 66.5,
      per_cent: 0.15,
      was_provisional: 1,
      day: '2026-03-02',
    },
  ],
  // 1 − (0.5² + 0.3² + 0.2²) and 1 − (0.49² + 0.31² + 0.2²).
  'diversity-by-hand': [
    { period: '2023', by_hand: 0.62, indicator: 0.62, difference: 0 },
    { period: '2024', by_hand: 0.6238, indicator: 0.6238, difference: 0 },
  ],
  // One of the rates was revised: Nordby's, which had been provisional.
  'first-against-latest': [
    {
      region: 'Nordby',
      period: '2024',
      first_release: 66.4,
      latest: 66.5,
      difference: 0.1,
      released: '2025-03-03',
      revised: '2026-03-02',
      releases: 2,
    },
  ],
  freshness: [
    freshness('employed-by-industry', '07984', '2024', '2025-03-03', 'unchanged'),
    { ...freshness('establishments', '10309', '2024', '2025-03-03', 'changed'), last_run: '2025-03-03' },
    freshness('new-enterprises', '14623', '2024', '2025-03-03', 'failed'),
    freshness('employed-total', '07984', '2025', '2026-03-02', 'changed'),
    freshness('employment-rate', '06445', '2025', '2026-03-02', 'changed'),
  ],
  // The means are (66.0 + 65.0) / 2, (66.2 + 65.2) / 2, (66.5 + 65.6) / 2; Sørbyen has no figure for 2025.
  'gap-to-city-group': [
    { period: '2022', own_level: 64, mean_of_cities: 65.5, gap: -1.5, with_figure: 2, cities: 2 },
    { period: '2023', own_level: 64.4, mean_of_cities: 65.7, gap: -1.3, with_figure: 2, cities: 2 },
    { period: '2024', own_level: 64.8, mean_of_cities: 66.05, gap: -1.25, with_figure: 2, cities: 2 },
    { period: '2025', own_level: 65, mean_of_cities: 66.6, gap: null, with_figure: 1, cities: 2 },
  ],
  // Own 1000, 1020, 1040, 1053; Nordregionen 500, 505, 510, 525; Sørregionen 500, 504, 510, 516.
  'growth-against-regions': [
    lead('2025', 1.25, 'Sørregionen', 1.18, 0.07),
    lead('2025', 1.25, 'Nordregionen', 2.94, -1.69),
    lead('2024', 1.96, 'Nordregionen', 0.99, 0.97),
    lead('2024', 1.96, 'Sørregionen', 1.19, 0.77),
    lead('2023', 2, 'Sørregionen', 0.8, 1.2),
    lead('2023', 2, 'Nordregionen', 1, 1),
  ],
  // 20 of 1000, 20 of 1020 and 13 of 1040.
  'growth-by-hand': [
    { period: '2023', jobs_before: 1000, jobs: 1020, by_hand: 2, indicator: 2, difference: 0 },
    { period: '2024', jobs_before: 1020, jobs: 1040, by_hand: 1.9608, indicator: 1.9608, difference: 0 },
    { period: '2025', jobs_before: 1040, jobs: 1053, by_hand: 1.25, indicator: 1.25, difference: 0 },
  ],
  'industry-mix-by-year': [
    { period: '2024', code: '10-33', industry: 'Industri', jobs: 490, per_cent: 49 },
    { period: '2024', code: '45-47', industry: 'Varehandel', jobs: 310, per_cent: 31 },
    { period: '2024', code: '86-88', industry: 'Helse', jobs: 200, per_cent: 20 },
    { period: '2023', code: '10-33', industry: 'Industri', jobs: 500, per_cent: 50 },
    { period: '2023', code: '45-47', industry: 'Varehandel', jobs: 300, per_cent: 30 },
    { period: '2023', code: '86-88', industry: 'Helse', jobs: 200, per_cent: 20 },
  ],
  // As published in the first spring: 1050 for 2024, and nothing of 2025.
  'known-on-a-day': [
    ...jobs('Elvebyen', [1000, 1020, 1050]),
    ...jobs('Nordby', [500, 505, 510]),
    ...jobs('Sørbyen', [300, 306, 306]),
    ...jobs('Myrland', [200, 198, 204]),
  ],
  'missing-figures': [
    missing('Sørbyen', '..', 'missing', 1, '2025', '2025'),
    missing('Myrland', '.', 'cannot exist', 1, '2024', '2024'),
    missing('Myrland', ':', 'suppressed', 3, '2022', '2025'),
  ],
  'rank-among-peers': [
    { period: '2022', name: 'Elvebyen', level: 64, place_number: 3, places: 3 },
    { period: '2023', name: 'Elvebyen', level: 64.4, place_number: 3, places: 3 },
    { period: '2024', name: 'Elvebyen', level: 64.8, place_number: 3, places: 3 },
    { period: '2025', name: 'Elvebyen', level: 65, place_number: 2, places: 2 },
  ],
  'revised-since': [
    {
      day: '2026-03-02',
      dataset: 'employed-total',
      region: 'Elvebyen',
      contents: 'SysselsatteArb',
      period: '2024',
      value_before: 1050,
      value_after: 1040,
      difference: -10,
    },
    {
      day: '2026-03-02',
      dataset: 'employment-rate',
      region: 'Nordby',
      contents: 'Prosent',
      period: '2024',
      value_before: 66.4,
      value_after: 66.5,
      difference: 0.1,
    },
  ],
  'sources-of-statuses': [
    // The table has 2025, of which this dataset knows nothing.
    source('Mangfold i næringslivet', 'Kan ikke vurderes', '2025', '07984', '2025-03-03'),
    source('Vekst i arbeidsplasser', 'Ikke oppfylt', '2025', '07984', '2026-03-02'),
    source('Sysselsetting mot bygruppen', 'Kan ikke vurderes', '2025', '06445', '2026-03-02'),
    {
      title: 'Fornøyd næringsliv',
      status_text: 'Ikke målt',
      period: null,
      attribution: null,
      licence: null,
      published: null,
      table_address: null,
    },
  ],
  // 0.81 is 1.25 less the growth of both regions together, 1020 to 1041.
  'status-changes-this-year': [
    {
      day: '2026-03-02',
      title: 'Mangfold i næringslivet',
      before: 'Oppfylt',
      after: 'Kan ikke vurderes',
      cause: 'new-period',
      sentence:
        'SSB har publisert 2025, men uten tall for Elvebyen. Sist vurdert: Oppfylt i 2024 (0,6). Kilde: Statistisk sentralbyrå, tabell 07984.',
    },
    {
      day: '2026-03-02',
      title: 'Vekst i arbeidsplasser',
      before: 'Oppfylt',
      after: 'Ikke oppfylt',
      cause: 'new-period',
      sentence:
        'Fra 2024 til 2025 vokste Elvebyen med 1,3 prosent og sammenlikningsgruppen «Konkurrerende regioner» samlet med 2,1 prosent. Elvebyen vokste 0,8 prosentpoeng mindre, og én av de to regionene vokste saktere. Ambisjonen er ikke oppfylt. Kilde: Statistisk sentralbyrå, tabell 07984.',
    },
    {
      day: '2026-03-02',
      title: 'Sysselsetting mot bygruppen',
      before: 'Oppfylt',
      after: 'Kan ikke vurderes',
      cause: 'new-period',
      sentence:
        'Elvebyen kan ikke sammenliknes for 2025: tall mangler for Sørbyen i sammenlikningsgruppen «Bygruppen». SSB har publisert 2025, men uten tall for 0103 Sørbyen. Sist vurdert: Om lag likt i 2024 (1,3 prosentpoeng under gjennomsnittet). Kilde: Statistisk sentralbyrå, tabell 06445.',
    },
  ],
  'status-history': [
    said(['2025-03-03', '2024'], 'Oppfylt', -1.2, 'provisional', 'first-assessment'),
    said(['2026-03-02', '2025'], 'Kan ikke vurderes', null, 'revised', 'new-period'),
  ],
  'statuses-with-reservations': [
    { title: 'Mangfold i næringslivet', status_text: 'Kan ikke vurderes', flags: null, coverage: 'municipality' },
    { title: 'Vekst i arbeidsplasser', status_text: 'Ikke oppfylt', flags: 'revised', coverage: 'municipality' },
    {
      title: 'Sysselsetting mot bygruppen',
      status_text: 'Kan ikke vurderes',
      flags: 'revised',
      coverage: 'municipality',
    },
    { title: 'Fornøyd næringsliv', status_text: 'Ikke målt', flags: null, coverage: null },
  ],
  // First known 1050 of 1020, today 1040 of it; and 64.8 less the mean of 66.4 and 65.6, today of 66.5 and 65.6.
  'verdicts-first-and-today': [
    verdict('Mangfold i næringslivet', '2024', ['Oppfylt', 0.6238], ['Oppfylt', 0.6238]),
    verdict('Mangfold i næringslivet', '2025', ['Kan ikke vurderes', null], ['Kan ikke vurderes', null]),
    verdict('Vekst i arbeidsplasser', '2024', ['Oppfylt', 2.9412], ['Oppfylt', 1.9608]),
    verdict('Vekst i arbeidsplasser', '2025', ['Ikke oppfylt', 1.25], ['Ikke oppfylt', 1.25]),
    verdict('Sysselsetting mot bygruppen', '2024', ['Oppfylt', -1.2], ['Om lag likt', -1.25]),
    verdict('Sysselsetting mot bygruppen', '2025', ['Kan ikke vurderes', null], ['Kan ikke vurderes', null]),
  ],
};

type Verdict = readonly [status: string, value: number | null];

function verdict(title: string, period: string, first: Verdict, today: Verdict): QueryRow {
  const said_on = period === '2024' ? '2025-03-03' : '2026-03-02';
  return {
    ...{ title, period, said_on, first_said: first[0], first_value: first[1] },
    ...{ today: today[0], value_today: today[1], is_another: first[0] === today[0] ? 0 : 1 },
  };
}

function freshness(
  dataset: string,
  table_id: string | null,
  newest_period: string | null,
  changed: string | null,
  last_outcome: string,
): QueryRow {
  const days = { changed_at_source: changed, fetched: changed, last_run: '2026-03-02' };
  return { dataset, table_id, newest_period, ...days, last_outcome };
}

function lead(period: string, own_growth: number, region: string, region_growth: number, lead: number): QueryRow {
  return { period, municipality: 'Elvebyen', own_growth, region, region_growth, lead };
}

function missing(
  region: string,
  symbol: string,
  reason: string,
  figures: number,
  first_period: string,
  last_period: string,
): QueryRow {
  return { dataset: 'employment-rate', region, symbol, reason, figures, first_period, last_period };
}

function source(title: string, status_text: string, period: string, table: string, published: string): QueryRow {
  const attribution = `Kilde: Statistisk sentralbyrå, tabell ${table}`;
  const table_address = `https://www.ssb.no/statbank/table/${table}`;
  return { title, status_text, period, attribution, licence: 'CC BY 4.0', published, table_address };
}

function said(
  [day, period]: readonly [string, string],
  status_text: string,
  value: number | null,
  flags: string,
  cause: string,
): QueryRow {
  return { day, status_text, period, value, unit: 'prosentpoeng', flags, cause };
}
