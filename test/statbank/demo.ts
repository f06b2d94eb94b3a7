import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../src/platform/project-root.ts';
import { startStatbank } from './server.ts';

// `npm run demo`: the whole main job, offline. The stand-in answers on loopback, and the commands are the ones a user
// would type, each a process of its own.
const root = findProjectRoot(import.meta.url);
const databaseFile = join('data', 'demo.sqlite');
const page = join('data', 'demo.html');
const samples = join(root, 'test', 'fixtures', 'samples');

/**
 * The settings that the tests run on, which the stand-in has figures of whatever `config/` holds, and what a municipality
 * comes to write in them: a break, a note, and whom to ask. Made anew each time.
 */
function writeSettings(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'test', 'fixtures', 'settings'), folder, { recursive: true });
  const replace = (file: string, words: string, by: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(words)) throw new Error(`${file} has no ${words.trim()} to replace`);
    writeFileSync(path, text.replace(words, by));
  };
  const broken = [
    '  - dataset: product-innovation',
    "    period: '2022-2024'",
    '    reason: nytt spørreskjema (oppdiktet)',
    '    reference: oppdiktet',
  ];
  replace('corrections.yaml', '\nbreaks:\n', `\nbreaks:\n${broken.join('\n')}\n`);
  const note = "  - { indicator: job-growth, period: '2021', text: En stor arbeidsgiver kom til (oppdiktet) }";
  replace('annotations.yaml', '\nannotations: []', `\nannotations:\n${note}`);
  const contact = '{ name: Næringsavdelingen (oppdiktet), email: naering@example.org }';
  replace('report.yaml', '\ncontact: null', `\ncontact: ${contact}`);
  return folder;
}

const commands: readonly (readonly string[])[] = [
  ['ingest'],
  ['ingest', '--force'],
  ['import', 'survey', join(samples, 'oppdiktet-naeringslivsundersokelse.csv')],
  ['import', 'municipal-emissions', join(samples, 'oppdiktet-klimagassutslipp.xlsx')],
  ['status'],
];

const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 6000 });
const env = {
  ...process.env,
  SSB_API_URL: statbank.url,
  KLASS_API_URL: statbank.klassUrl,
  CONFIG_DIR: writeSettings(join('data', 'demo-config')),
  DATABASE_FILE: databaseFile,
  REPORT_FILE: page,
};

async function run(words: readonly string[]): Promise<number> {
  const shown = words.map((word) => word.replace(`${root}/`, ''));
  process.stdout.write(`\n> naeringspuls ${shown.join(' ')}\n`);
  const child = spawn(process.execPath, [join(root, 'dist', 'program', 'main.js'), ...words], {
    env,
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

/** All of a table that counts enterprises, in dimensions that have no total of their own. */
const EVERY_ENTERPRISE = { Kjonn: 'F', OrgFormer: '_T', NACE2007: '00-99', AntAnsatte: '99', AntEtabl: '00' };

/** What the source does in the course of a year: it revises a figure, withholds small groups, and lacks one of a city. */
function publishAgain(): void {
  statbank.setNow('2026-06-08T06:00:00Z');
  const [place, contents] = ['3301', 'SysselsatteArb'];
  statbank.reviseCell('14623', { ...EVERY_ENTERPRISE, Region: place }, '2025', 958);
  for (const NACE2007 of ['05-09', '35-39']) {
    statbank.reviseCell('07984', { Region: place, NACE2007, ContentsCode: contents }, '2025', ':');
  }
  statbank.reviseCell('06445', { Region: '3201' }, '2025', ':');
}

process.stdout.write(
  'Næringspuls, offline: the figures come from a stand-in for SSB and are partly made up (oppdiktet).\n',
);
for (const [step, words] of commands.entries()) {
  process.exitCode = await run(words);
  if (process.exitCode !== 0) break;
  if (step === 0) publishAgain();
}
await statbank.close();
if (process.exitCode === 0)
  process.stdout.write(
    `\nThe page for staff is ${page}: open it in a browser.\n` +
      `The database is ${databaseFile}; it holds made-up figures, and is for trying things out.\n`,
  );
