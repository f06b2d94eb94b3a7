import type { QueryRow } from './expected-rows.ts';

const DIVERSITY = 'Mangfold i næringslivet';
const JOBS = 'Vekst i arbeidsplasser';
const RATE = 'Sysselsetting mot bygruppen';
const SATISFACTION = 'Fornøyd næringsliv';

/** What the worked queries about verdicts, peers and places say of the worked database, reckoned by hand. */
export const EXPECTED_OF_INDICATORS: Readonly<Record<string, readonly QueryRow[]>> = {
  'annual-report-table': [
    line(DIVERSITY, 'Kan ikke vurderes', { table: '07984' }),
    line(JOBS, 'Ikke oppfylt', {
      ...{ table: '07984', figure: '1,3\u00a0prosent', change: '0,8\u00a0prosentpoeng bak sammenlikningsgruppen' },
      reservation: 'Tall rettet av kilden.',
    }),
    line(RATE, 'Kan ikke vurderes', { table: '06445', reservation: 'Tall rettet av kilden.' }),
    { ...line(SATISFACTION, 'Ikke målt', {}), period: null },
  ],
  // Growth of 1000 to 1009, 1009 to 1020 and 1020 to 1041 in both regions; own 2, 1.9608 and 1.25. No lead is within 0.5.
  'another-margin': [
    margin('2023', 1.1, 'Oppfylt'),
    margin('2024', 0.8706, 'Oppfylt'),
    margin('2025', -0.8088, 'Ikke oppfylt'),
  ],
  // The cities together 800, 811, 816, 837; without Sørregionen, Nordregionen is alone: 500, 505, 510, 525.
  'another-peer-group': [
    against('cities', '2023', 2, 1.38, 0.63),
    against('cities', '2024', 1.96, 0.62, 1.34),
    against('cities', '2025', 1.25, 2.57, -1.32),
    against('regions', '2023', 2, 1, 1),
    against('regions', '2024', 1.96, 0.99, 0.97),
    against('regions', '2025', 1.25, 2.94, -1.69),
  ],
  // Both cities are chosen: as gap-to-city-group.
  'chosen-peers': [
    { period: '2022', own_level: 64, mean_of_chosen: 65.5, gap: -1.5, with_figure: 2, chosen: 2 },
    { period: '2023', own_level: 64.4, mean_of_chosen: 65.7, gap: -1.3, with_figure: 2, chosen: 2 },
    { period: '2024', own_level: 64.8, mean_of_chosen: 66.05, gap: -1.25, with_figure: 2, chosen: 2 },
    { period: '2025', own_level: 65, mean_of_chosen: 66.6, gap: null, with_figure: 1, chosen: 2 },
  ],
  // Jobs are met in 2023 and 2024; the gap shrank by 0.2 in 2023, and by 0.05 in 2024, which is within the margin.
  'consecutive-periods-met': [
    { title: DIVERSITY, first_period: '2024', last_period: '2024', periods_in_a_row: 1, goes_on: 0 },
    { title: JOBS, first_period: '2023', last_period: '2024', periods_in_a_row: 2, goes_on: 0 },
    { title: RATE, first_period: '2023', last_period: '2023', periods_in_a_row: 1, goes_on: 0 },
  ],
  // 2023 = 100: 1020, 505 and 504 jobs.
  'jobs-as-index': [
    index('2023', 'Elvebyen', 1020, 100),
    index('2023', 'Nordregionen', 505, 100),
    index('2023', 'Sørregionen', 504, 100),
    index('2024', 'Elvebyen', 1040, 102),
    index('2024', 'Nordregionen', 510, 101),
    index('2024', 'Sørregionen', 510, 101.2),
    index('2025', 'Elvebyen', 1053, 103.2),
    index('2025', 'Nordregionen', 525, 104),
    index('2025', 'Sørregionen', 516, 102.4),
  ],
  'industries-since': [
    industry('45-47', 'Varehandel', [300, 310], 3.3),
    industry('00-99', 'Alle næringer', [1000, 1000], 0),
    industry('86-88', 'Helse', [200, 200], 0),
    industry('10-33', 'Industri', [500, 490], -2),
  ],
  'new-firms-per-establishment': [
    firms('2024', 'Elvebyen', 60, 480, 12.5),
    firms('2024', 'Nordby', 30, 400, 7.5),
    firms('2023', 'Elvebyen', 50, 500, 10),
    firms('2023', 'Nordby', 20, 400, 5),
  ],
  // Both springs brought figures in March.
  'next-figures': [
    next(DIVERSITY, 'employed-by-industry', '2024', '2025-03-03'),
    next(JOBS, 'employed-total', '2025', '2026-03-02'),
    next(RATE, 'employment-rate', '2025', '2026-03-02'),
    {
      ...{ indicator: SATISFACTION, judged_period: null, next_figures: 'når kommunen leverer' },
      ...{ dataset: null, newest_period: null, last_asked: null },
    },
  ],
  'periods-met-since-plan': [
    { title: DIVERSITY, period: '2025', status: 'Kan ikke vurderes', met: 1, judged: 1, per_cent: 100 },
    { title: JOBS, period: '2025', status: 'Ikke oppfylt', met: 2, judged: 3, per_cent: 67 },
    { title: RATE, period: '2025', status: 'Kan ikke vurderes', met: 1, judged: 2, per_cent: 50 },
  ],
  // It has had one code; on the demo it has had three.
  'rate-across-codes': [64, 64.4, 64.8, 65].map((rate, year) => ({
    ...{ period: String(2022 + year), code: '0101', region: 'Elvebyen', rate, parts: 1 },
  })),
};

function line(indicator: string, status: string, words: Readonly<Record<string, string>>): QueryRow {
  const { table, figure = null, change = null, reservation = null } = words;
  const source = table === undefined ? null : `Kilde: Statistisk sentralbyrå, tabell ${table}.`;
  return { indicator, period: '2025', status, figure, change, in_a_row: null, reservation, source };
}

function margin(period: string, lead: number, status: string): QueryRow {
  return { period, lead, margin: 0.05, status, other_margin: 0.5, with_other_margin: status, is_another: 0 };
}

function against(peer_group: string, period: string, own_growth: number, peers_growth: number, lead: number): QueryRow {
  const isCities = peer_group === 'cities';
  const members = isCities ? 2 : 1;
  const title = isCities ? 'Bygruppen' : 'Konkurrerende regioner';
  return { peer_group, title, period, own_growth, peers_growth, lead, with_figures: members, members };
}

function index(period: string, name: string, jobs: number, index_number: number): QueryRow {
  return { period, name, role: name === 'Elvebyen' ? 'own' : 'peer', jobs, index_number };
}

function industry(code: string, name: string, [before, jobs]: readonly [number, number], per_cent: number): QueryRow {
  const periods = { from_period: '2023', to_period: '2024' };
  return { code, industry: name, ...periods, jobs_before: before, jobs, change: jobs - before, per_cent };
}

function firms(
  period: string,
  region: string,
  new_enterprises: number,
  establishments: number,
  per_100: number,
): QueryRow {
  return { period, region, new_enterprises, establishments, per_100, is_own: region === 'Elvebyen' ? 1 : 0 };
}

function next(indicator: string, dataset: string, newest_period: string, last_asked: string): QueryRow {
  return { indicator, judged_period: '2025', next_figures: 'mars 2027', dataset, newest_period, last_asked };
}
