import { expect, test } from 'vitest';
import { readMetadata } from '../../../src/source/describe/read-metadata.ts';
import { failureOfCall } from '../support/error.ts';
import { metadataDocument, metadataOf, years } from '../support/ssb-documents.ts';

const ASKED = { what: 'The metadata of table 07984', address: 'https://ssb.test/tables/07984/metadata' };
const SOUND = { ContentsCode: { codes: [['A', 'Antall'] as const] }, Tid: { codes: years(2023, 2024) } };

test('orders categories by their index, not by the order of JSON keys', () => {
  const { variables } = metadataOf({
    ...SOUND,
    Region: {
      codes: [
        ['0301', 'Oslo'],
        ['3301', 'Drammen'],
        ['0', 'Landet'],
      ],
    },
  });
  const region = variables.find(({ code }) => code === 'Region');
  expect(region?.categories.map(({ code }) => code)).toEqual(['0301', '3301', '0']);
});

test('gives the unit of contents, and none where the table has none', () => {
  const contents = {
    codes: [
      ['A', 'Antall'],
      ['B', 'Andel'],
    ] as const,
    units: { A: 'personer' },
  };
  const { variables } = metadataOf({ ...SOUND, ContentsCode: contents });
  expect(variables.find(({ role }) => role === 'metric')?.categories).toEqual([
    { code: 'A', label: 'Antall', unit: 'personer' },
    { code: 'B', label: 'Andel', unit: null },
  ]);
});

test.each(['codelists', 'codeLists'])('reads the code lists a variable offers, spelled %s', (spelling) => {
  const document = structuredClone(metadataDocument(SOUND)) as { dimension: { Tid: { extension: object } } };
  document.dimension.Tid.extension = {
    elimination: false,
    [spelling]: [{ id: 'agg_X', label: 'x', type: 'Aggregation' }],
  };
  const { variables } = readMetadata(document, '07984', ASKED);
  expect(variables.find(({ code }) => code === 'Tid')?.codeLists).toEqual(['agg_X']);
});

test.each<[string, object, string]>([
  ['no roles', { role: undefined }, 'role: Invalid input'],
  ['no time variable', { role: { time: [] } }, 'role.time'],
  ['a variable that it does not describe', { id: ['Alder'] }, 'names a variable Alder and does not describe it'],
  [
    'places that are no numbers',
    { dimension: { Tid: { label: 'år', category: { index: { 2024: 'x' } } } } },
    'dimension.Tid.category.index.2024',
  ],
])('refuses metadata with %s', async (_, broken, words) => {
  const error = await failureOfCall(() => readMetadata({ ...metadataDocument(SOUND), ...broken }, '07984', ASKED));
  expect(error.code).toBe('source-contract');
  expect(error.message).toContain('The metadata of table 07984');
  expect(error.message).toContain(words);
});
