import { expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import type { Place } from '../../src/model/place.ts';
import { judgeSettings } from '../../src/places/judge-settings.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { geographyOf, municipality } from './support.ts';

const sentences = (...places: readonly Place[]) =>
  judgeSettings(geographyOf(...places), 2026).map(({ weight, sentence }) => `${weight}: ${sentence}`);

test('the settings that ship contradict neither themselves nor what is known of splits', () => {
  expect(judgeSettings(loadSettings('config', { jobs }).geography, 2026)).toEqual([]);
});

test('a code older than it can be is wrong, with the line to write', () => {
  const [found] = judgeSettings(geographyOf(municipality('Bergen', '4601', '1201 -2019')), 2026);
  expect(found).toMatchObject({
    sentence: '4601 (Bergen) did not exist before 2020, and regions.yaml has it from the beginning.',
    write: ["- { code: '4601', from: 2020 }"],
  });
});

test('the years of a whole that has been divided are wrong', () => {
  expect(sentences(municipality('Ålesund', '1508 2024-', '1507 2020-2023', '1504 -2019'))).toEqual([
    'wrong: Ålesund has no figures of its own in 2020-2023: 1507 Ålesund held both 1508 Ålesund and 1580 Haram. Take 1507 out of those years.',
  ]);
  expect(sentences(municipality('Ålesund', '1508 2024-', '1504 -2019'))).toEqual([]);
});

test('years without a code between others are noted', () => {
  expect(sentences(municipality('Moss', '3103 2024-', '3002 2020-2022', '0104 -2019'))).toEqual([
    'note: Moss has no code in 2023: it has no figures then.',
  ]);
});

test('two places of one name are noted once', () => {
  expect(sentences(municipality('Herøy', '1515'), municipality('Herøy (Nordland)', '1818'))).toEqual([
    'note: 1515 and 1818 have one name, Herøy: only their codes tell them apart.',
  ]);
});
