import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyConfig, type Edit } from './edited-config.ts';

/** The twins in SN2025 that the stand-in publishes in the winter of 2027: the table, its twin, and what only that has. */
export const TWINS = [
  ['07984', '15001', '2026'],
  ['13470', '15002', '2026'],
  ['14623', '15003', '2026'],
  ['10309', '15004', '2027'],
  ['08771', '15005', '2026K1'],
] as const;

const REASON = 'ny næringsstandard (SN2025)';
const BREAK = `break: { reason: ${REASON}, reference: 'https://www.ssb.no/klass/klassifikasjoner/6' }`;

/** The table that a dataset was read from, and its twin, with the last period of the one and the first of the other. */
export interface Switch {
  readonly dataset: string;
  readonly table: string;
  readonly to: string;
  readonly twin: string;
  readonly from: string;
}

/** The three lines that let a dataset of one total go over to the twin of its table. */
export function totalLines({ dataset, table, to, twin, from }: Switch, total = '00-99'): string {
  return `  ${dataset}:
    tables:
      - { table: '${table}', to: '${to}' }
      - { table: '${twin}', from: '${from}', same: { NACE2007: { NACE2025: '${total}' } } }
`;
}

/** The lines that let a dataset of industries go over: the groups are others, so the switch is a break. */
export function industryLines({ dataset, table, to, twin, from }: Switch, codes = "'*'"): string {
  return `  ${dataset}:
    tables:
      - { table: '${table}', to: '${to}' }
      - { table: '${twin}', from: '${from}', select: { NACE2007: none, NACE2025: ${codes} }, ${BREAK} }
`;
}

const GROUPS = [
  ...['01-03', '05-09', '10-33', '35-39', '41-43', '46-47', '49-53', '55-56', '58-60', '61-63', '64-66'],
  ...['68-75', '77-82', '84', '85', '86-88', '90-99'],
];

const listed = (codes: readonly string[]) => `[${codes.map((code) => `'${code}'`).join(', ')}]`;

/** The new groups that an operator writes beside the old ones, at the end of the input of `industry-diversity`. */
export const NEW_GROUPS: Edit = [
  'indicators/industry-diversity.yaml',
  '    secondTable: employed-by-industry-rounded\n',
  `    secondTable: employed-by-industry-rounded
    afterSwitch:
      terms: [{ NACE2025: ${listed(GROUPS)} }]
      over: NACE2025
      whole: { total: '00-99', unspecified: '00' }
`,
];

const yearly = { to: '2025', from: '2026' };
export const JOBS: Switch = { dataset: 'employed-total', table: '07984', twin: '15001', ...yearly };
const STARTS: Switch = { dataset: 'new-enterprises', table: '14623', twin: '15003', ...yearly };
const STOCK: Switch = { dataset: 'establishments', table: '10309', to: '2026', twin: '15004', from: '2027' };
const VACANCIES: Switch = { dataset: 'vacancies', table: '08771', to: '2025K4', twin: '15005', from: '2026K1' };

/** `datasets.yaml` when all five tables have been replaced. */
export const ALL_LINES = [
  totalLines(JOBS),
  totalLines(STARTS),
  totalLines(STOCK),
  industryLines({ ...JOBS, dataset: 'employed-by-industry' }),
  industryLines(
    { ...JOBS, dataset: 'employed-by-industry-rounded', table: '13470', twin: '15002' },
    listed([...GROUPS, '00']),
  ),
  industryLines(VACANCIES),
].join('');

/** The settings that ship with a `datasets.yaml` of these lines and with edits; gone when the test is over. */
export function configWithDatasets(lines: string, ...edits: readonly Edit[]): string {
  const dir = copyConfig(...edits);
  writeFileSync(join(dir, 'datasets.yaml'), `datasets:\n${withKept(lines)}`);
  return dir;
}

/** The lines, and what the settings that ship keep although no indicator uses it. */
function withKept(lines: string): string {
  return ['establishments', 'vacancies'].reduce((written, id) => {
    const head = `  ${id}:\n`;
    if (written.includes(head)) return written.replace(head, `${head}    keep: true\n`);
    return written.includes(`  ${id}: {`)
      ? written.replace(`  ${id}: {`, `  ${id}: { keep: true,`)
      : `${written}  ${id}: { keep: true }\n`;
  }, lines);
}
