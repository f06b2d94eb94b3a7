import { expect, test } from 'vitest';
import { nearestTo } from '../../../src/source/choose/nearest.ts';

test.each<[string, readonly string[], string]>([
  ['K.3301', ['K-3301', 'K-0301', 'F-33'], ' (nearest: K-3301)'],
  ['agg_kommsummer', ['agg_KommFylker', 'agg_KommSummer'], ' (nearest: agg_KommSummer)'],
  ['Region', ['Kjonn', 'KOKkommuneregion0000'], ' (nearest: KOKkommuneregion0000)'],
  ['Region', [], ''],
])('names what comes nearest to %s, if anything is there', (wanted, offered, expected) => {
  expect(nearestTo(wanted, offered)).toBe(expected);
});
