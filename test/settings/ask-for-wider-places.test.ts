import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { addIndicator, copyConfig } from '../support/edited-config.ts';

/** The datasets of settings whose every alternative is asked for the country too. */
function askedOfTheCountry(dir: string): readonly string[] {
  return loadSettings(dir, { jobs, places: bundledPlaces() })
    .jobs.flatMap(({ datasets }) => datasets)
    .filter(({ alternatives }) => alternatives.every(({ regions }) => regions?.country === true))
    .map(({ id }) => id);
}

test('settings that compare with no country ask for none, and the jobs are as they were', () => {
  expect(loadSettings(copyConfig(), { jobs, places: bundledPlaces() }).jobs).toEqual(jobs);
});

test('an indicator that is set against the country has its own datasets ask for it, and no others', () => {
  const dir = copyConfig();
  addIndicator(dir, 'indicators/_gallery/against.yaml', 10);
  expect(askedOfTheCountry(dir)).toEqual(['employment-rate']);
});

test('so do the tables that a dataset was read from before', () => {
  const dir = copyConfig();
  addIndicator(dir, 'indicators/_gallery/against.yaml', 10);
  const tables = "[{ table: '06445', to: '2025' }, { table: '16445', from: '2026' }]";
  writeFileSync(join(dir, 'datasets.yaml'), `datasets:\n  employment-rate: { tables: ${tables} }\n`);
  const [dataset] = loadSettings(dir, { jobs, places: bundledPlaces() }).jobs.flatMap(({ datasets }) =>
    datasets.filter(({ id }) => id === 'employment-rate'),
  );
  const before = dataset?.earlier?.flatMap(({ alternatives }) => alternatives) ?? [];
  expect(before.map(({ regions }) => regions?.country)).toEqual([true]);
});

/** The counties that a dataset is asked for, in each alternative. */
function countiesAsked(dir: string, dataset: string) {
  return loadSettings(dir, { jobs, places: bundledPlaces() })
    .jobs.flatMap(({ datasets }) => datasets)
    .filter(({ id }) => id === dataset)
    .flatMap(({ alternatives }) => alternatives.map(({ regions }) => regions?.counties));
}

test('a county that a rule names is asked for by the datasets of its indicator, and known with its codes', () => {
  const dir = copyConfig();
  addIndicator(dir, 'indicators/_gallery/against.yaml', 10);
  const file = join(dir, 'indicators', 'against.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace("place: '0'", "place: '42'").replace("{ '0':", "{ '42':"));
  expect([countiesAsked(dir, 'employment-rate'), countiesAsked(dir, 'new-enterprises')[0]]).toEqual([
    [['42']],
    undefined,
  ]);
  const { counties } = loadSettings(dir, { jobs, places: bundledPlaces() }).geography;
  expect(counties.find(({ code }) => code === '42')?.name).toBe('Agder');
});

test('so are a county and the country that are members of its group', () => {
  const members = ["members: ['3203', '3201']", "members: ['34']"] as const;
  const dir = copyConfig(['peers.yaml', ...members]);
  expect(countiesAsked(dir, 'employed-total')).toEqual([['34'], ['34']]);
  expect(countiesAsked(dir, 'employment-rate')).toEqual([undefined]);
});
