import { expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import type { Place } from '../../src/model/data/place.ts';
import { judgeSettings } from '../../src/places/judge-settings.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { SETTINGS } from '../support/cli.ts';
import { geographyOf, municipality } from './support.ts';

const sentences = (...places: readonly Place[]) =>
  judgeSettings(geographyOf(...places), 2026).map(({ weight, sentence }) => `${weight}: ${sentence}`);

test('settings as they should be contradict neither themselves nor what is known of splits', () => {
  expect(judgeSettings(loadSettings(SETTINGS, { jobs, places: bundledPlaces() }).geography, 2026)).toEqual([]);
});

test('a code older than it can be is wrong, with the line to write', () => {
  const [found] = judgeSettings(geographyOf(municipality('Bergen', '4601', '1201 -2019')), 2026);
  expect(found).toMatchObject({
    sentence: '4601 (Bergen) did not exist before 2020, and the settings have it from the beginning.',
    write: ["- { code: '4601', from: 2020 }"],
  });
  const [ended] = judgeSettings(geographyOf(municipality('Moss', '3002 2018-2020')), 2019);
  expect(ended?.write).toEqual(["- { code: '3002', from: 2020, to: 2020 }"]);
});

test('the years of a whole that has been divided are wrong', () => {
  expect(sentences(municipality('Ålesund', '1508 2024-', '1507 2020-2023', '1504 -2019'))).toEqual([
    'wrong: Ålesund has no figures of its own in 2020-2023: 1507 Ålesund held both 1508 Ålesund and 1580 Haram. Take 1507 out of those years.',
  ]);
  expect(sentences(municipality('Ålesund', '1508 2024-', '1504 -2019'))).toEqual([]);
  const both = municipality('Ålesund', '1508 2024-', '1507 2020-2023', '1580 2021-2023');
  expect(judgeSettings(geographyOf(both), 2026)).toEqual([
    expect.objectContaining({ code: '1580', write: [] }),
    {
      ...{ place: '1508', code: '1507, 1580', weight: 'wrong', write: [] },
      sentence:
        'Ålesund has no figures of its own in 2020-2023: 1507 Ålesund held both 1508 Ålesund and 1580 Haram. Take 1507, 1580 out of those years.',
    },
  ]);
});

test('years without a code between others are noted', () => {
  expect(sentences(municipality('Moss', '3103 2024-', '3002 2020-2022', '0104 -2019'))).toEqual([
    'note: Moss has no code in 2023: it has no figures then.',
  ]);
  expect(judgeSettings(geographyOf(municipality('Moss', '3103 2024-2025', '3002 2020-2023')), 2026)).toEqual([
    {
      ...{ place: '3103', code: 'gap', weight: 'note', write: [] },
      sentence: 'Moss has no code in 2026: it has no figures then.',
    },
  ]);
});

test('years before the first code of a place, and those still to come, are no gap', () => {
  expect(sentences(municipality('Moss', '3103 2024-2026'))).toEqual([]);
});

test('a place that is compared with and not known is left to others', () => {
  const { own, ...geography } = geographyOf(municipality('Moss', '3103 2024-'));
  expect(judgeSettings({ own, ...geography, municipalities: [] }, 2026)).toEqual([]);
});

test('two places of one name are noted once', () => {
  const two = geographyOf(municipality('Herøy', '1515'), municipality('Herøy (Nordland)', '1818'));
  expect(judgeSettings(two, 2026)).toEqual([
    {
      ...{ place: '1515', code: '1818', weight: 'note', write: [] },
      sentence: '1515 and 1818 have one name, Herøy: only their codes tell them apart.',
    },
  ]);
});
