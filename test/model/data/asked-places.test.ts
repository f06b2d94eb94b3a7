import { expect, test } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import { placesAskedOf } from '../../../src/model/data/asked-places.ts';
import { ownAndPeerCodes } from '../../../src/model/data/place.ts';
import { bundledPlaces } from '../../../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../../../src/settings/load-settings.ts';
import { SETTINGS } from '../../support/cli.ts';

const settings = loadSettings(SETTINGS, { jobs, places: bundledPlaces() });
const asked = (dataset: string) => placesAskedOf(dataset, settings).peerGroups.map(({ id }) => id);

test('a dataset is asked for the groups of the indicators that use it, and for no others', () => {
  const users = (dataset: string) =>
    settings.indicators.filter(({ inputs }) => inputs.some((input) => input.dataset === dataset));
  for (const dataset of ['employed-total', 'employment-rate']) {
    expect(asked(dataset)).toEqual([...new Set(users(dataset).flatMap(({ peers }) => peers ?? []))]);
  }
  expect(asked('employed-total')).not.toEqual(asked('employment-rate'));
});

test('a dataset of indicators that compare with nobody is asked for the own place alone', () => {
  expect(ownAndPeerCodes(placesAskedOf('employed-by-industry', settings))).toEqual([settings.geography.own]);
});

test('a dataset that no indicator uses is asked for every group', () => {
  expect(placesAskedOf('establishments', settings)).toEqual(settings.geography);
});

test('a place that a rule names is asked for, wherever it stands', () => {
  const indicators = settings.indicators.map((indicator) => ({
    ...indicator,
    rule: { id: 'against', place: '3105', as: 'share', min: 1, tolerance: 0 } as never,
  }));
  const codes = ownAndPeerCodes(placesAskedOf('employment-rate', { ...settings, indicators }));
  expect(codes).toContain('3105');
  expect(codes).not.toContain('4001');
});
