import { describe, expect, it } from 'vitest';
import { codesInYear, ownAndPeerCodes, renumberedFrom } from '../../../src/model/data/place.ts';
import type { Place } from '../../../src/model/data/place.ts';

const merged: Place = {
  code: '9901',
  name: 'Nyby',
  level: 'municipality',
  codes: [
    { code: '9901', fromYear: 2024 },
    { code: '8801', fromYear: 2020, toYear: 2023 },
    { code: '7701', toYear: 2019 },
    { code: '7702', toYear: 2019 },
  ],
};

describe('the codes of a place', () => {
  it.each([
    [2026, ['9901']],
    [2024, ['9901']],
    [2023, ['8801']],
    [2020, ['8801']],
    [2019, ['7701', '7702']],
    [1990, ['7701', '7702']],
  ])('in %d are %j', (year, codes) => expect(codesInYear(merged, year)).toEqual(codes));

  it('are none outside every interval', () => {
    expect(codesInYear({ ...merged, codes: [{ code: '9901', fromYear: 2024 }] }, 2023)).toEqual([]);
  });
});

describe('the codes that a place had with the borders of today', () => {
  const yearLater: Place['codes'] = [
    { code: '9902', fromYear: 2027 },
    { code: '9901', fromYear: 2024, toYear: 2026 },
  ];

  it.each<[string, Place['codes'], readonly string[]]>([
    ['go back to its merger', merged.codes, ['8801']],
    ['are told newest first', [...yearLater, ...merged.codes.slice(1)], ['9901', '8801']],
    ['go back to its division', yearLater, ['9901']],
    ['are none where it has had one alone', [{ code: '9901' }], []],
  ])('%s', (_, codes, former) => {
    expect(renumberedFrom({ ...merged, code: codes[0]?.code ?? '', codes })).toEqual(former);
  });
});

describe('own and peer codes', () => {
  it('name each place once, own first', () => {
    const group = (id: string, members: string[]) => ({
      id,
      title: id,
      titleEn: id,
      confirmed: true,
      regions: members.map((member) => ({ id: member, name: member, members: [member] })),
    });
    const geography = {
      own: '9901',
      municipalities: [merged],
      counties: [],
      peerGroups: [group('a', ['9902', '9901']), group('b', ['9902', '9903'])],
    };
    expect(ownAndPeerCodes(geography)).toEqual(['9901', '9902', '9903']);
  });
});
