import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { jobs } from '../jobs/index.ts';
import { checkExamples } from '../src/app/assess/check-examples.ts';
import { bundledPlaces } from '../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../src/settings/load-settings.ts';
import { ROOT, temporaryFolder } from './support/cli.ts';
import { addIndicator } from './support/edited-config.ts';

// What `config/` holds is the municipality's to change: nothing here knows which plan, whose, or how many indicators.
const SHIPPED = join(ROOT, 'config');
const yamlFiles = readdirSync(SHIPPED, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

describe('the settings in config/, whosever they are', () => {
  test('are in order, and every worked example comes out as written', () => {
    const settings = loadSettings(SHIPPED, { jobs, places: bundledPlaces() });
    expect(settings.indicators.length).toBeGreaterThan(0);
    checkExamples(SHIPPED, settings);
  });

  test('hold one indicator in each file, and nothing of a file whose name begins with _', () => {
    const files = readdirSync(join(SHIPPED, 'indicators')).filter((name) => /^[^_].*\.yaml$/.test(name));
    const { indicators } = loadSettings(SHIPPED, { jobs, places: bundledPlaces() });
    expect(indicators.map(({ id }) => `${id}.yaml`).sort()).toEqual(files.sort());
  });

  test.each(yamlFiles)('%s names a schema that is there, where it names one', (name) => {
    const [first = ''] = readFileSync(join(SHIPPED, name), 'utf8').split('\n');
    const schema = /^# yaml-language-server: \$schema=(.+)$/.exec(first)?.[1];
    // A file of the gallery is copied from there before it is edited.
    const edited = name.replace('_gallery/', '');
    if (schema !== undefined) expect(existsSync(join(SHIPPED, edited, '..', schema)), schema).toBe(true);
  });

  test('hold a skeleton that is an indicator more as soon as it is copied and has a place in the plan', () => {
    const { path: dir, remove } = temporaryFolder();
    onTestFinished(remove);
    cpSync(SHIPPED, dir, { recursive: true });
    const { indicators: before } = loadSettings(dir, { jobs, places: bundledPlaces() });
    addIndicator(dir, 'indicators/_template.yaml', Math.max(...before.map(({ position }) => position)) + 1);
    const { indicators } = loadSettings(dir, { jobs, places: bundledPlaces() });
    expect(indicators).toHaveLength(before.length + 1);
    expect(indicators.at(-1)?.id).toBe('a-new-indicator');
  });
});
