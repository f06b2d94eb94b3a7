import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/cli/wrap.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import { typeCommand } from '../support/command-line.ts';
import { copyConfig } from '../support/edited-config.ts';
import { importFile } from '../support/import-file.ts';
import { nynorskConfig } from '../support/nynorsk-config.ts';
import {
  openWorld,
  prepareDatabase,
  type PreparedDatabase,
  SAMPLE_EMISSIONS,
  SAMPLE_SURVEY,
} from '../support/world.ts';
import { bokmalIn } from '../words/bokmal.ts';

const { path: folder, remove } = temporaryFolder();
let prepared: PreparedDatabase;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({
    now: new Date(),
    alsoDo: (world) =>
      world.with(async (app) => {
        await importFile(app, 'survey', SAMPLE_SURVEY);
        await importFile(app, 'municipal-emissions', SAMPLE_EMISSIONS);
      }),
  });
});
afterAll(() => {
  prepared.remove();
  remove();
});

/** Every command that a person reads, with words after it that find something to show. */
const COMMANDS: readonly (readonly string[])[] = [
  ['status'],
  ['explain', 'job-growth'],
  ['explain', 'employment-rate'],
  ['explain', 'business-satisfaction'],
  ['history', 'business-emissions'],
  ['check', '--as-of', '2099-01-01'],
  ['check', '--diff'],
  ['alerts', 'list'],
  ['notes'],
  ['schedule'],
  ['doctor'],
  ['import', 'list'],
  ['import', 'survey', SAMPLE_SURVEY, '--dry-run'],
  ['import', 'municipal-emissions', SAMPLE_EMISSIONS, '--dry-run'],
  ['report', '--out', join(folder, 'page.html')],
  ['backup', join(folder, 'backup.sqlite'), '--force'],
  ['restore', '--verify', join(folder, 'backup.sqlite')],
];

const LONG = 'En indikator med en usedvanlig lang tittel om næringslivsutviklingssamarbeidsavtaler og annet';

async function printed(command: readonly string[], configDir?: string): Promise<string> {
  const env = { DATABASE_FILE: prepared.file, LOG_LEVEL: 'silent', REPORT_FILE: join(folder, 'page.html') };
  const settings = configDir === undefined ? {} : { CONFIG_DIR: configDir };
  const { exitCode, stdout, stderr } = await typeCommand(command, { ...env, ...settings }, 80);
  expect(exitCode, `${command.join(' ')}: ${stderr}`).toBe(0);
  return stdout;
}

/** Lines without what is not the program's own: names of files, which are as long as they are. */
function wideLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => widthOf(line) > 80 && !line.includes(folder));
}

/** An instant as machines write it, or a clock that is not the plan's. */
const OTHER_CLOCK = /\d{4}-\d{2}-\d{2}T\d|\bUTC\b/;
const ENGLISH = /\b(the|and|with|what|Finding|Table|Rows|State|waiting|delivered|Published|Indicator|Remarks|years)\b/;
const BOKMAL =
  /\b(Indikator|Merknader|Verdi|Vurdert|Kilder|Størrelse|Periode|Tabell|Hentet|Årsak|levert|Funn|vellykket|gjelder)\b/;

describe('what a person reads', () => {
  test.each(COMMANDS)('%s %s fits 80 columns, in the language and by the clock of the plan', async (...command) => {
    const text = await printed(command);
    expect(wideLines(text)).toEqual([]);
    expect(text).not.toMatch(OTHER_CLOCK);
    expect(text.replaceAll(/«[^»]*»/g, '')).not.toMatch(ENGLISH);
  });

  test('fits with titles that are longer than a line', async () => {
    const configDir = copyConfig([
      'indicators/job-growth.yaml',
      'title: Vekst i antall arbeidsplasser',
      `title: ${LONG}`,
    ]);
    for (const command of [['status'], ['explain', 'job-growth'], ['history', 'job-growth'], ['alerts', 'list']]) {
      expect(wideLines(await printed(command, configDir))).toEqual([]);
    }
  });

  test('is English for a plan in English, and nynorsk for one in nynorsk', async () => {
    const english = copyConfig(
      ['plan.yaml', 'language: nb', 'language: en'],
      ['alerts.yaml', 'language: nb', 'language: en'],
    );
    const nynorsk = nynorskConfig();
    for (const command of COMMANDS.filter(([name]) => name !== 'check')) {
      const inEnglish = await printed(command, english);
      expect(inEnglish.replaceAll(/«[^»]*»/g, ''), command.join(' ')).not.toMatch(BOKMAL);
      expect(wideLines(inEnglish)).toEqual([]);
      expect(wideLines(await printed(command, nynorsk))).toEqual([]);
    }
    // What is quoted was written to the log by a plan in bokmål.
    for (const command of [['schedule'], ['doctor']]) {
      const said = (await printed(command, nynorsk)).replaceAll(/«[^»]*»|[?&]\S+\n/g, '');
      expect(bokmalIn(said)).toEqual([]);
    }
  });

  test('shows times by the clock of the plan, which is hours on in Tokyo', async () => {
    const configDir = copyConfig(['alerts.yaml', 'timeZone: Europe/Oslo', 'timeZone: Asia/Tokyo']);
    const hourIn = (text: string) => Number(/ kl\. (\d\d)/.exec(text)?.[1]);
    const [oslo, tokyo] = [hourIn(await printed(['status'])), hourIn(await printed(['status'], configDir))];
    expect([7, 8]).toContain((tokyo - oslo + 24) % 24);
  });

  test('explain names places and what else varies, and says once what is the same in all rows', async () => {
    const text = await printed(['explain', 'job-growth']);
    expect(text).toContain('│ Drammen (K.3301)');
    expect(text).toContain('  kjønn: Begge kjønn (0)\n');
    expect(text).toContain('Egen vekst');
    expect(text).not.toMatch(/ownGrowth|latestPeriod|growth-lead|\|0\|/);
  });
});

describe('colour', () => {
  const run = (variables: Readonly<Record<string, string>>) =>
    runCli(['status'], { DATABASE_FILE: prepared.file, LOG_LEVEL: 'silent', COLUMNS: '80', ...variables });

  test('is beside symbol and word where it is asked for, and red is only for what is not met', async () => {
    const { stdout } = await run({ FORCE_COLOR: '1' });
    expect(stdout).toMatch(/\u001B\[32m✓\u00A0Oppfylt\u001B\[39m/);
    expect(stdout).toMatch(/\u001B\[31m✗\u00A0Ikke[^\u001B]*\u001B\[39m/);
    expect(stdout).toMatch(/\u001B\[90m○\u00A0Ambisjon[^\u001B]*\u001B\[39m/);
    expect(stdout.match(/\u001B\[31m[^\u001B]*/g)?.every((one) => /Ikke|oppfylt/.test(one))).toBe(true);
  });

  test.each([
    ['in a pipe', {}],
    ['with NO_COLOR', { NO_COLOR: '1' }],
  ])('is not there %s', async (_, variables) => {
    expect((await run(variables)).stdout).not.toContain('\u001B');
  });
});

describe('the first run', () => {
  test('says each thing once, on both streams together', async () => {
    const world = await openWorld();
    const { stdout, stderr } = await runCli(['ingest'], { ...world.env, LOG_LEVEL: 'info' });
    const said = `${stdout}${stderr}`;
    for (const title of ['Vekst i nyetableringer', 'Kompetansegap i arbeidslivet']) {
      expect(said.split(title).length - 1, title).toBe(1);
    }
    const lines = said.split('\n').filter((line) => line.trim().length > 20);
    expect(new Set(lines).size).toBe(lines.length);
    expect(stderr).toContain('employed-total: 216 nye tall, 0 endrede, 0 som er gått ut, 0 uendrede.');
  });
});

describe('a refusal', () => {
  const NOWHERE = { DATABASE_FILE: '/tmp/naeringspuls-nowhere/none.sqlite' };

  test.each([
    [['explain', 'job-grwth'], 'Det finnes ingen indikator «job-grwth».\nMente du «job-growth»? Velg mellom industry-'],
    [['ingest', 'emisions'], 'Det finnes ingen jobb «emisions».\nMente du «emissions»? Velg mellom jobs, '],
    [['alerts', 'resend', '99'], 'Det finnes ikke noe varsel 99.\n«naeringspuls alerts list» viser varslene'],
    [['alerts', 'test', 'sms'], 'Det finnes ingen kanal «sms».\nVelg mellom log, '],
    [['notes', 'ack', '1'], 'Ikke noe datasett bygger på en tabell «1».\nVelg mellom 0'],
    [['check', '--as-of', '2001-01-01'], 'Ingenting var vurdert 2001-01-01.\nVelg en senere dag; '],
    [['check', '--as-of', 'i går'], '«i går» er ikke en dato.\nSkriv en dato som 2026-02-26.\n'],
    [['import', 'survey'], 'Det er ikke nevnt noen fil.\nSkriv «import survey <fil.csv>», '],
    [['statsu'], 'Det finnes ingen kommando «statsu».\nMente du status?\nLegg til --help for å se hva som er lov.\n'],
    [['status', '--jsn'], 'Det finnes ikke noe valg «--jsn».\nMente du --json?\n'],
    [
      ['export', '--out', '/nowhere', '--format', 'xml'],
      '«xml» kan ikke være verdien av «--format <format>».\nVelg mellom csv, parquet.\n',
    ],
  ])('%s is in the language of the plan, with what to do', async (words, said) => {
    const { exitCode, stdout, stderr } = await typeCommand(words, { DATABASE_FILE: prepared.file });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.slice(0, said.length)).toBe(said);
  });

  test('is English for a plan in English', async () => {
    const CONFIG_DIR = copyConfig(['plan.yaml', 'language: nb', 'language: en']);
    const unknown = await typeCommand(['explain', 'job-grwth'], { DATABASE_FILE: prepared.file, CONFIG_DIR });
    expect(unknown.stderr).toMatch(
      /^There is no indicator 'job-grwth'\.\nDid you mean 'job-growth'\? Choose among industry-/,
    );
    const { exitCode, stderr } = await typeCommand(['status'], { ...NOWHERE, CONFIG_DIR });
    expect([exitCode, stderr]).toEqual([
      5,
      'There is no database at /tmp/naeringspuls-nowhere/none.sqlite yet.\n' +
        'Run `naeringspuls ingest` first: it creates the database. If there is one elsewhere, set DATABASE_FILE.\n',
    ]);
  });
});
