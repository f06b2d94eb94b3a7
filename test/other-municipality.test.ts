import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { jobs } from '../jobs/index.ts';
import { bundledPlaces } from '../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../src/settings/load-settings.ts';
import { ROOT, SETTINGS } from './support/cli.ts';
import { typeCommand } from './support/command-line.ts';
import { openWorld } from './support/world.ts';

const CONFIG_DIR = join(ROOT, 'test/fixtures/other-municipality');

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

describe('another municipality', () => {
  test('has its figures fetched and its ambitions judged by settings of its own alone', async () => {
    const world = await openWorld({ configDir: CONFIG_DIR });
    const report = await world.ingest();
    expect(report.datasets.map(({ datasetId, errorCode }) => [datasetId, errorCode])).toEqual(
      report.datasets.map(({ datasetId }) => [datasetId, null]),
    );
    const { stdout } = await typeCommand(['status', '--json'], world.env);
    expect(JSON.parse(stdout)).toMatchObject({
      municipality: { code: '4601', name: 'Bergen' },
      indicators: [
        { id: 'satisfaction', status: 'not-measured' },
        { id: 'jobs-lead', status: 'off-track', period: '2025', coverage: 'municipality' },
      ],
    });
  });

  test('is asked about with its peers, and no one else', async () => {
    const world = await openWorld({ configDir: CONFIG_DIR });
    await world.ingest({ jobs: ['jobs'] });
    const places = world.statbank.requests
      .filter(({ path }) => path.endsWith('/data'))
      .map(({ query }) => query.find(([name]) => name === 'valueCodes[Region]')?.[1]);
    // No indicator of it uses the two tables of industries.
    expect(places).toEqual(['K.4601,K.1103,K.0301']);
  });

  test('reads of itself in the language of its plan', async () => {
    const world = await openWorld({ configDir: CONFIG_DIR });
    await world.ingest({ jobs: ['jobs'] });
    const { stdout } = await typeCommand(['status'], world.env);
    expect(stdout).toMatch(/^Bergen\. Assessed \d/);
    expect(stdout).toContain('Growth in jobs');
  });
});

describe('the program and its jobs', () => {
  // The documentation of columns and a message about codes show values as examples; what is so for the whole country
  // (splits, first years of codes, forms of labels) stands with the places.
  const EXAMPLES = /^src\/(store\/dictionary\/|settings\/files\/(schema-words|level-rule-schema)\.ts|places\/)/;
  const files = ['src', 'jobs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.(ts|md)$/.test(name) && !EXAMPLES.test(name)),
  );
  const { geography } = loadSettings(SETTINGS, { jobs, places: bundledPlaces() });
  // The country's clock is named after its capital.
  const names = geography.municipalities.map(({ name }) => name).filter((name) => name !== 'Oslo');
  const codes = geography.municipalities.flatMap((place) => place.codes.map(({ code }) => code));

  function filesWith(pattern: RegExp): readonly string[] {
    return files.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')));
  }

  test('are looked through whole', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(names).toContain('Drammen');
    expect(codes).toContain('3301');
  });

  test('name no municipality', () => {
    expect(filesWith(new RegExp(`(?<!\\p{L})(${names.join('|')})(?!\\p{L})`, 'u'))).toEqual([]);
  });

  test('hold no code of a municipality', () => {
    expect(filesWith(new RegExp(`['"](K[.-])?(${codes.join('|')})['"]`))).toEqual([]);
  });
});
