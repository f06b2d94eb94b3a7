import { expect, test } from 'vitest';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { knownPlaces, unknownPlace } from '../../src/settings/known-places.ts';

const KNOWN = knownPlaces({}, bundledPlaces());

test.each<[what: string, code: string, writtenFor: string | undefined, said: string]>([
  ['a renumbered one', '0602', undefined, "'0602' was in use until 2019; write today's code: '3301' Drammen."],
  ['one that joined another', '0711', 'Svelvik', "'0711' was in use until 2019; write today's code: '3301' Drammen."],
  [
    'one that was divided',
    '5012',
    undefined,
    "'5012' was Snillfjord until 2019, in an area that was divided; write today's code: '5055' Heim or '5056' Hitra or '5059' Orkland.",
  ],
  [
    'one that was divided lately',
    '1507',
    'Ålesund',
    "'1507' was Ålesund until 2023, in an area that was divided; write today's code: '1508' Ålesund or '1580' Haram.",
  ],
  [
    'one that was joined by a part of another',
    '5024',
    undefined,
    "'5024' was Orkdal until 2019, in an area that was divided; write today's code: '5059' Orkland.",
  ],
  ['a mistyped one', '3399', 'Nesbyen', "Municipality '3399' is not known; write today's code: '3322' Nesbyen."],
  [
    'a mistyped one that another place once had',
    '3031',
    'Drammen',
    "'3031' was Nittedal until 2023; write today's code: '3301' Drammen.",
  ],
  [
    'a mistyped one of namesakes',
    '1555',
    'Herøy',
    "Municipality '1555' is not known; write today's code: '1515' Herøy (Møre og Romsdal) or '1818' Herøy (Nordland).",
  ],
  [
    'one by its Sámi name',
    '5613',
    'Guovdageaidnu',
    "Municipality '5613' is not known; write today's code: '5612' Kautokeino.",
  ],
  [
    'one of no name that is known',
    '0300',
    'Byen',
    "Municipality '0300' is not known (nearest: '0301' Oslo, '3301' Drammen, '3303' Kongsberg): write today's code, four digits, or add it with its codes to regions.yaml.",
  ],
  [
    'a county that was divided',
    '30',
    undefined,
    "'30' was Viken until 2023, in an area that was divided; write today's code: '31' Østfold or '32' Akershus or '33' Buskerud.",
  ],
  ['a renumbered county', '06', undefined, "'06' was in use until 2019; write today's code: '33' Buskerud."],
  ['a mistyped county', '35', 'Buskerud', "County '35' is not known; write today's code: '33' Buskerud."],
])('of %s, what to write is said', (_, code, writtenFor, said) => {
  expect(unknownPlace(code, KNOWN, writtenFor)).toBe(said);
});

test('a place that regions.yaml has stands in place of the one the program knows', () => {
  const codes = [{ code: '3301' }];
  const written = { municipalities: [{ code: '3301', name: 'Drammen', county: '33', codes }] };
  expect(knownPlaces(written, bundledPlaces()).municipalities.get('3301')?.codes).toEqual(codes);
});
