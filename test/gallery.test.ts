import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jobs } from '../jobs/index.ts';
import { checkExamples } from '../src/app/assess/check-examples.ts';
import { jsonSchemas } from '../src/settings/files/json-schemas.ts';
import { bundledPlaces } from '../src/places/bundled/bundled-places.ts';
import { loadSettings, readSettings } from '../src/settings/load-settings.ts';
import { Database } from '../src/store/sqlite-driver.ts';
import { recount } from './recount/by-sql.ts';
import { ROOT } from './support/cli.ts';
import { addIndicator, copyConfig } from './support/edited-config.ts';
import { statusOf, typeIn } from './support/typed-world.ts';
import { openWorld, prepareDatabase, type PreparedDatabase, type World } from './support/world.ts';

const GALLERY = 'indicators/_gallery';
const FOLDER = join(ROOT, 'config', GALLERY);
const files = existsSync(FOLDER) ? readdirSync(FOLDER) : [];

/** What a sample says when it is judged on the stand-in's figures. */
const ON_THE_STAND_IN: Readonly<Record<string, string>> = {
  against: 'on-track',
  'all-of': 'on-track',
  'annual-change': 'on-track',
  'growth-lead': 'on-track',
  'no-worse-than-mean': 'on-track',
  'not-set': 'ambition-not-set',
  rank: 'off-track',
  'relative-position': 'stable',
  'stable-or-improved': 'on-track',
  target: 'off-track',
  threshold: 'on-track',
};

/** The ids of the rules that the schema of an indicator allows, as the program would check them. */
const rulesAllowed = () =>
  [...JSON.stringify(jsonSchemas()['indicator.schema.json']).matchAll(/"id":\{[^{}]*"const":"([a-z-]+)"/g)].map(
    ([, id]) => id,
  );

describe('the gallery', () => {
  test('has one sample of every rule, named after it, and nothing else', () => {
    const rules = [...new Set(rulesAllowed())];
    expect(rules.length).toBeGreaterThan(10);
    expect(files.sort()).toEqual(rules.map((id) => `${id}.yaml`).sort());
  });

  test.each(files)('%s is of the rule it is named after, and says what to change', (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    expect((parse(text) as { rule: { id: string } }).rule.id).toBe(file.replace('.yaml', ''));
    expect(text.match(/\bCHANGE\b/g)?.length).toBeGreaterThan(3);
  });

  test.each(files)('%s names no municipality', (file) => {
    // The worked example names the members of a group by their ids.
    const [said = ''] = readFileSync(join(FOLDER, file), 'utf8').split('workedExample:');
    const { geography } = loadSettings(copyConfig(), { jobs, places: bundledPlaces() });
    expect(geography.municipalities.map(({ name }) => name).filter((name) => said.includes(name))).toEqual([]);
  });

  test.each(files)('%s is settings in order when it is copied, lacks no text, and its example holds', (file) => {
    const dir = copyConfig();
    addIndicator(dir, `${GALLERY}/${file}`, 10);
    const { settings, warnings } = readSettings(dir, { jobs, places: bundledPlaces() });
    expect(settings.indicators.at(-1)?.id).toBe(file.replace('.yaml', ''));
    expect(warnings).toEqual([]);
    checkExamples(dir, settings);
  });
});

describe('all samples at once, beside the plan', () => {
  let prepared: PreparedDatabase;
  let world: World;

  // Real requests to the stand-in on loopback.
  beforeAll(async () => {
    nock.restore();
    prepared = await prepareDatabase();
  });
  afterAll(() => prepared.remove());

  test('are fetched for, judged, explained and shown by the program as it is', async () => {
    const configDir = copyConfig();
    const ids = files.map((file, index) => addIndicator(configDir, `${GALLERY}/${file}`, 20 + index));
    world = await openWorld({ database: prepared.file, configDir });
    const report = await world.ingest();
    expect(report.datasets.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    const said = Object.fromEntries(
      await Promise.all(ids.map(async (id) => [id, (await statusOf(world, id)).status] as const)),
    );
    expect(said).toEqual(ON_THE_STAND_IN);
    const sqlite = new Database(world.databaseFile, { readonly: true });
    const again = Object.fromEntries(ids.map((id) => [id, recount(sqlite, id).status]));
    sqlite.close();
    expect(again).toEqual(ON_THE_STAND_IN);
    for (const id of ids) {
      const { exitCode, stdout, stderr } = await typeIn(world, ['explain', id]);
      expect(exitCode, stderr).toBe(0);
      expect(stdout).toContain(`(${id})`);
    }
    const page = join(world.folder, 'page.html');
    expect(await typeIn(world, ['report', '--out', page])).toMatchObject({ exitCode: 0 });
    const shown = readFileSync(page, 'utf8');
    for (const id of ids) expect(shown).toContain(`id="${id}"`);
  });
});
