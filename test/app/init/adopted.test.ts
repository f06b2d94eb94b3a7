import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import { checkExamples } from '../../../src/app/assess/check-examples.ts';
import { initFolder } from '../../../src/app/init/init-folder.ts';
import { bundledPlaces } from '../../../src/places/bundled/bundled-places.ts';
import { LANGUAGES } from '../../../src/model/language.ts';
import { loadSettings, readSettings } from '../../../src/settings/load-settings.ts';
import { ROOT, temporaryFolder } from '../../support/cli.ts';
import { bokmalIn } from '../../words/bokmal.ts';
import { adopt } from './adopt.ts';

const NEUTRAL = join(ROOT, 'config/indicators/_neutral');
const IDS = readdirSync(NEUTRAL).flatMap((name) => (name.endsWith('.yaml') ? [name.replace('.yaml', '')] : []));
const SURROUNDINGS = { jobs, places: bundledPlaces() };

describe.each(LANGUAGES)('the nine measures in a folder in %s', (language) => {
  const { path, remove } = temporaryFolder();
  const folder = join(path, 'plan');
  const file = (id: string) => join(folder, 'indicators', `${id}.yaml`);

  beforeAll(() =>
    initFolder(folder, { municipality: '4036', peers: '4034,4026', with: IDS.join(','), language, offline: true }),
  );
  afterAll(() => remove());

  it('are those of the templates, in their order, with no ambition', () => {
    const { indicators } = loadSettings(folder, SURROUNDINGS);
    expect(indicators.map(({ id }) => id).sort()).toEqual([...IDS].sort());
    expect(indicators.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(indicators.map(({ rule }) => rule.id))).toEqual(new Set(['not-set']));
  });

  it('lack nothing a reader would miss', () => {
    expect(readSettings(folder, SURROUNDINGS).warnings).toEqual([]);
  });

  // What is worked out for the rule in comments is what a person reckoned in the template.
  test.each(IDS)('take the rule of %s as it stands in the comments', (id) => {
    writeFileSync(file(id), adopt(readFileSync(file(id), 'utf8')));
    const { settings, indicators } = readSettings(folder, SURROUNDINGS);
    checkExamples(folder, settings, indicators);
    const template = readFileSync(join(NEUTRAL, `${id}.yaml`), 'utf8');
    const expected = /^ {2}expect: \{ value: (?<value>\S+), status: (?<status>\S+) \}$/m.exec(template)?.groups;
    const written = indicators.find(({ content }) => content?.id === id)?.content;
    expect(written?.rule.id).not.toBe('not-set');
    expect(written?.workedExample.expect).toEqual({ value: Number(expected?.['value']), status: expected?.['status'] });
  });
});

describe('the measures for any plan', () => {
  const texts = IDS.map((id) => [id, readFileSync(join(NEUTRAL, `${id}.yaml`), 'utf8')] as const);

  it('name no municipality and no county', () => {
    const names = bundledPlaces()
      .map(({ name }) => name)
      // Words of the language as well.
      .filter((name) => !['Time', 'Sande', 'Sola', 'Fjord', 'Strand', 'Øyer', 'Lund', 'Gran', 'Vega'].includes(name));
    const named = new RegExp(`(?<!\\p{L})(${names.join('|')})(?!\\p{L})`, 'u');
    expect(texts.flatMap(([id, text]) => named.exec(text)?.[0].concat(` in ${id}`) ?? [])).toEqual([]);
  });

  it('are in nynorsk where they say so', async () => {
    const { path, remove } = temporaryFolder();
    const folder = join(path, 'plan');
    await initFolder(folder, { municipality: '4036', with: IDS.join(','), language: 'nn', offline: true });
    const { indicators, plan, geography } = loadSettings(folder, SURROUNDINGS);
    remove();
    const words = [
      plan.survey.title,
      plan.municipalEmissions.title,
      ...geography.peerGroups.map(({ title }) => title),
      ...indicators.flatMap((one) => [
        ...[one.title, one.shortTitle, one.meaning, one.goal, one.subgoal, one.ambition, one.measurement],
        ...[one.notMeasured, ...one.references.filter((where) => !where.startsWith('http'))],
        ...one.inputs.flatMap((input) => [input.unit, input.unitInWords, input.meaning]),
      ]),
    ].filter((text) => text !== undefined);
    expect(words.length).toBeGreaterThan(80);
    expect(words.flatMap((text) => bokmalIn(text).map((word) => `${word}: ${text}`))).toEqual([]);
  });
});
