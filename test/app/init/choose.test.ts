import { describe, expect, test } from 'vitest';
import { chooseMeasures } from '../../../src/app/init/choose-measures.ts';
import { choosePeers } from '../../../src/app/init/choose-peers.ts';
import { findMunicipality } from '../../../src/app/init/find-municipality.ts';
import { placesToday } from '../../../src/app/init/places-today.ts';

const TODAY = placesToday({ klass: null });
const OWN = findMunicipality('4036', TODAY.municipalities);

const peersOf = (asked: string) => choosePeers(asked, { own: OWN, language: 'nb', today: TODAY });

describe('peers are chosen', () => {
  test('by codes and names as the program shows them, each once', () => {
    const { regions } = peersOf(' 4034 Tokke, Tokke ,4026,, tinn kommune');
    expect(regions.map(({ code }) => code)).toEqual(['4034', '4026']);
  });

  test.each(['asss', ' ASSS ', 'county', 'County'])('by the word %j', (word) => {
    expect(peersOf(word).id).toBe(word.trim().toLowerCase());
  });

  test.each([
    ['', 'Nobody is named with --peers.'],
    [' , ', 'Nobody is named with --peers.'],
    ['asss,4034', "'asss' is a group, and stands alone after --peers."],
    ['4034,County', "'County' is a group, and stands alone after --peers."],
    ['Kragerø,Buskerud', 'Buskerud is a county, and no municipality.'],
    ['4036', 'There is nobody but Vinje to compare with in that group.'],
    ['Vest-Telemark', 'There is no municipality called «Vest-Telemark» today.'],
  ])('and %j is refused', (asked, told) => {
    expect(() => peersOf(asked)).toThrow(told);
  });
});

test.each(['', ' ,'])('measures named with --with are named: %j is refused', (asked) => {
  expect(() => chooseMeasures(asked, [])).toThrow('No measure is named with --with.');
});
