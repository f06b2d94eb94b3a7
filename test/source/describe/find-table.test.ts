import { describe, expect, test } from 'vitest';
import type { DatasetDefinition } from '../../../src/model/data/job.ts';
import { findTable, rankTables } from '../../../src/source/describe/find-table.ts';
import type { SsbClient } from '../../../src/source/ask/ssb-client.ts';
import type { TableMetadata, TableSummary } from '../../../src/source/describe/table-metadata.ts';
import { failureOfCall } from '../support/error.ts';
import { fakeClient, tableSummary } from '../support/fake-client.ts';
import { metadataOf, years } from '../support/ssb-documents.ts';

const SEARCH = { queries: ['produktinnovasjon*', 'innovasjon*'], subject: 'innov' };
const DEFINITION: DatasetDefinition = {
  id: 'innovation',
  title: 'Innovation',
  table: SEARCH,
  allowedAgeDays: 800,
  contents: [{ labelled: 'omsetning', unit: 'prosent', quantity: 'percentage' }],
  alternatives: [],
};

function withContents(label: string, table: string): TableMetadata {
  return metadataOf(
    { ContentsCode: { codes: [['A', label]], units: { A: 'prosent' } }, Tid: { codes: years(2020, 2022) } },
    table,
  );
}

function clientWith(found: Readonly<Record<string, readonly TableSummary[]>>): SsbClient {
  return fakeClient({ tables: ({ query }) => Promise.resolve(found[query ?? ''] ?? []) });
}

/** Tables whose contents are turnover; all others are about cooperation. */
function turnoverIn(...ids: readonly string[]): (id: string) => Promise<TableMetadata> {
  return (id) =>
    Promise.resolve(withContents(ids.includes(id) ? 'Omsetning fra produktinnovasjoner' : 'Samarbeid', id));
}

describe('rankTables', () => {
  function ranked(...tables: readonly TableSummary[]): readonly string[] {
    return rankTables(tables, 'innov').map(({ id }) => id);
  }

  test('puts the newest period first, and an interval by its last year', () => {
    const ids = ranked(
      tableSummary('00001', '2020'),
      tableSummary('00002', '2019-2021'),
      tableSummary('00003', '2019'),
    );
    expect(ids).toEqual(['00002', '00001', '00003']);
  });

  test('puts tables that do not say their period last', () => {
    expect(ranked(tableSummary('00001', null), tableSummary('00002', '2008'))).toEqual(['00002', '00001']);
  });

  test('keeps tables of the subject only, whatever its case', () => {
    expect(
      ranked(
        tableSummary('00001', '2022', { pathIds: ['ti', 'fou'] }),
        tableSummary('00002', '2020', { pathIds: ['INNOV'] }),
      ),
    ).toEqual(['00002']);
  });

  test.each([
    ['the mark', { discontinued: true }],
    ['the Norwegian label', { label: '08192: Innovasjon (avslutta serie) 2006-2008' }],
    ['the English label', { label: '08192: Innovation (closed series) 2006-2008' }],
  ])('leaves out tables closed according to %s', (_, closed) => {
    expect(ranked(tableSummary('00001', '2022', closed))).toEqual([]);
  });
});

describe('findTable', () => {
  test('takes the newest table of the first search whose contents fit, and says how it was found', async () => {
    const client = clientWith({ 'produktinnovasjon*': [tableSummary('11111', '2020'), tableSummary('22222', '2022')] });
    await expect(findTable(client, DEFINITION, SEARCH, turnoverIn('11111', '22222'))).resolves.toEqual({
      id: '22222',
      notes: ['table 22222 was found by searching for "produktinnovasjon*"'],
    });
  });

  test('takes the next table when the newest has other contents', async () => {
    const client = clientWith({ 'produktinnovasjon*': [tableSummary('11111', '2020'), tableSummary('22222', '2022')] });
    await expect(findTable(client, DEFINITION, SEARCH, turnoverIn('11111'))).resolves.toMatchObject({ id: '11111' });
  });

  test('tries the next search when the first gives no table that fits', async () => {
    const client = clientWith({
      'produktinnovasjon*': [tableSummary('11111', '2020')],
      'innovasjon*': [tableSummary('33333', '2018')],
    });
    await expect(findTable(client, DEFINITION, SEARCH, turnoverIn('33333'))).resolves.toEqual({
      id: '33333',
      notes: ['table 33333 was found by searching for "innovasjon*"'],
    });
  });

  test('says what every search gave when none gave the table', async () => {
    const client = clientWith({
      'produktinnovasjon*': [tableSummary('11111', '2020')],
      'innovasjon*': [tableSummary('44444', '2020', { pathIds: ['fou'] })],
    });
    const error = await failureOfCall(() => findTable(client, DEFINITION, SEARCH, turnoverIn()));
    expect(error.code).toBe('query-misfit');
    expect(error.message).toBe(
      'No table was found for dataset innovation: ' +
        '"produktinnovasjon*" gives table 11111, but it has no contents labelled /omsetning/ (nearest: Samarbeid); ' +
        '"innovasjon*" gives 1 tables, none of them live and under subject innov.',
    );
  });
});
