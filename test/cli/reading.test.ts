import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typeCommand } from '../support/command-line.ts';
import { databaseContent, queryDatabase } from '../support/database/database-content.ts';
import {
  openWorld,
  prepareDatabase,
  type PreparedDatabase,
  SAMPLE_EMISSIONS,
  SAMPLE_SURVEY,
} from '../support/world.ts';
import { importFile } from '../support/import-file.ts';

const INDICATORS = [
  'industry-diversity',
  'skills-gap',
  'business-satisfaction',
  'business-perception',
  'business-emissions',
  'product-innovation',
  'job-growth',
  'new-enterprises',
  'employment-rate',
];
const LINE = [
  ...['id', 'title', 'status', 'statusText', 'period', 'value', 'unit', 'coverage', 'flags', 'remarks', 'cause'],
  ...['since', 'sentence', 'reason', 'missing', 'lastKnown', 'bounds'],
];

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
afterAll(() => prepared.remove());

/** A command on the prepared database, which reading commands leave as it is. */
async function read(...words: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await typeCommand(words, { DATABASE_FILE: prepared.file, LOG_LEVEL: 'silent' });
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

async function readJson(...words: readonly string[]): Promise<Record<string, unknown>> {
  return JSON.parse(await read(...words, '--json')) as Record<string, unknown>;
}

describe('status', () => {
  test('--json has the fields of the contract and no other, for every indicator in the order of the plan', async () => {
    const document = await readJson('status');
    expect(Object.keys(document)).toEqual(['municipality', 'assessedAt', 'indicators']);
    expect(document['municipality']).toEqual({ code: '3301', name: 'Drammen' });
    const lines = document['indicators'] as Record<string, unknown>[];
    expect(lines.map(({ id }) => id)).toEqual(INDICATORS);
    for (const line of lines) expect(Object.keys(line)).toEqual(LINE);
  });

  test('--json says what is stored', async () => {
    const { indicators } = (await readJson('status')) as { indicators: { id: string }[] };
    const stored = queryDatabase(
      prepared.file,
      `SELECT indicator_id AS id, status, period, value, unit, coverage, cause, since, sentence
       FROM out_status_now ORDER BY position`,
    );
    expect(indicators).toMatchObject(stored);
  });

  test('--json gives instants in UTC, a list of flags, and null for what there is not', async () => {
    const { assessedAt, indicators } = (await readJson('status')) as {
      assessedAt: string;
      indicators: { since: string; flags: unknown }[];
    };
    for (const instant of [assessedAt, ...indicators.map(({ since }) => since)]) {
      expect(instant).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    }
    for (const { flags } of indicators) expect(flags).toBeInstanceOf(Array);
  });

  test('is a table in Norwegian with a line for each indicator and the sources below', async () => {
    const text = await read('status');
    expect(text).toMatch(/^Drammen\. Vurdert \d+\. \p{L}+ \d{4} kl\. \d\d\.\d\d\.\n/u);
    for (const id of INDICATORS) expect(text).toMatch(new RegExp(`^│ ${id} +│`, 'm'));
    expect(text).toContain('Ambisjon ikke fastsatt');
    expect(text).toMatch(/\nKilder:\n(  .+\n)+$/);
  });

  test.each([120, 80])('fits a terminal of %i columns', async (columns) => {
    const { stdout } = await typeCommand(['status'], { DATABASE_FILE: prepared.file, LOG_LEVEL: 'silent' }, columns);
    const rows = stdout.split('\n').filter((line) => /^[│┌├└]/.test(line));
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(columns);
  });
});

describe('explain', () => {
  test.each(INDICATORS)('--json of %s is its status line and the evidence', async (id) => {
    const explanation = await readJson('explain', id);
    expect(Object.keys(explanation)).toEqual([...LINE, 'rule', 'numbers', 'peers', 'observations', 'meaning']);
    expect(Object.keys(explanation['rule'] as object)).toEqual(['id', 'params', 'fingerprint']);
    const observations = explanation['observations'] as object[];
    expect(observations.length).toBeGreaterThan(0);
    for (const used of observations) {
      expect(Object.keys(used)).toEqual(['table', 'series', 'period', 'value', 'symbol', 'publication', 'correction']);
    }
    const { indicators } = (await readJson('status')) as { indicators: { id: string }[] };
    expect(explanation).toMatchObject(indicators.find((line) => line.id === id) ?? {});
  });

  test('says what the number is, in the words of the settings', async () => {
    const { meaning } = await readJson('explain', 'business-emissions');
    expect(meaning).toMatch(/^Klimagassutslippene i Drammen i løpet av året, samlet for industri, olje og gass, /);
    expect(await read('explain', 'business-emissions')).toContain(meaning);
  });

  test('lets a person redo the verdict: rule, numbers, peers, figures, and how they were fetched', async () => {
    const text = await read('explain', 'job-growth');
    expect(text).toMatch(/^Vekst i antall arbeidsplasser \(job-growth\)\n✓\u00A0Oppfylt\n/);
    expect(text).toContain('Ambisjon: Større vekst i antall arbeidsplasser');
    expect(text).toMatch(
      /\nSlik vurderes det: Oppfylt når veksten fra perioden før er mer enn 0,05\u00A0prosentpoeng høyere enn /,
    );
    expect(text).toContain('Sammenliknet med «Konkurrerende næringslivsregioner»');
    for (const part of ['Nedre Glomma', 'Kongsberg', 'Egen vekst', 'K.3301', '07984', 'municipalities-today']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/\n {2}Forespørsel:\n {4}GET http:\/\/127\.0\.0\.1:\d+\/\S+\/tables\/07984\/data\?/);
  });

  test('names the file when the figures were handed in', async () => {
    expect(await read('explain', 'business-satisfaction')).toContain('oppdiktet-naeringslivsundersokelse.csv');
  });

  test('of an indicator that is not in the plan ends with 2 and names those that are', async () => {
    const { exitCode, stdout, stderr } = await typeCommand(['explain', 'job-grwth'], { DATABASE_FILE: prepared.file });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe(
      `Det finnes ingen indikator «job-grwth».\nMente du «job-growth»? Velg mellom ${INDICATORS.join(', ')}.\n`,
    );
  });
});

describe('history', () => {
  test('tells every assessment, oldest first, and why each differs', async () => {
    const document = await readJson('history', 'business-emissions');
    expect(Object.keys(document)).toEqual(['indicator', 'history']);
    expect(document['history']).toMatchObject([
      { cause: 'first-assessment', period: '2024', flags: expect.arrayContaining(['proxy']) as string[] },
      { cause: 'source-switched', period: '2024' },
    ]);
    expect(await read('history', 'business-emissions')).toMatch(
      /^Klimagassutslipp og gjenbruk i næringslivet \(business-emissions\)\n/,
    );
  });
});

describe('check', () => {
  test('says that nothing has changed when nothing has, and records no assessment', async () => {
    const world = await openWorld({ database: prepared.file });
    const before = databaseContent(world.databaseFile, ['job_run']);
    const { exitCode, stdout } = await typeCommand(['check'], world.env);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'Ingen status er endret.\n' });
    expect(databaseContent(world.databaseFile, ['job_run'])).toEqual(before);
  });
});

describe('every reading command', () => {
  test.each([['status'], ['explain', 'job-growth'], ['history', 'job-growth'], ['check', '--as-of', '2026-01-01']])(
    '%s leaves the database as it was',
    async (...words) => {
      const before = databaseContent(prepared.file);
      await typeCommand(words, { DATABASE_FILE: prepared.file, LOG_LEVEL: 'silent' });
      expect(databaseContent(prepared.file)).toEqual(before);
    },
  );

  test.each([['status'], ['explain', 'job-growth'], ['history', 'job-growth'], ['check', '--diff']])(
    '%s ends with 5 when there is no database yet, says what to do, and makes none',
    async (...words) => {
      const env = { DATABASE_FILE: '/tmp/naeringspuls-nowhere/none.sqlite', LOG_LEVEL: 'silent' };
      expect(await typeCommand(words, env)).toEqual({
        exitCode: 5,
        stdout: '',
        stderr:
          'Det finnes ingen database i /tmp/naeringspuls-nowhere/none.sqlite ennå.\n' +
          'Kjør «naeringspuls ingest» først: den lager databasen. Ligger den et annet sted, sett DATABASE_FILE.\n',
      });
    },
  );
});
