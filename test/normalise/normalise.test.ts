import { describe, expect, it } from 'vitest';
import type { RetrievedDataset } from '../../src/model/data/retrieval.ts';
import type { Correction } from '../../src/model/plan/settings.ts';
import { normalise } from '../../src/normalise/normalise.ts';
import { allCells, cellAt, refusalOf } from './cube-cells.ts';
import { fixture } from './fixtures.ts';
import { GEOGRAPHY } from './geography.ts';
import { makeDocument } from './make-document.ts';

const retrieved = (changes: Partial<RetrievedDataset> = {}): RetrievedDataset => ({
  datasetId: 'employment-by-industry',
  table: '07984',
  documents: [fixture('jobs-by-division')],
  metadataEn: fixture('jobs-metadata-en'),
  body: new Uint8Array(),
  sha256: '00',
  request: [],
  licence: 'CC BY 4.0',
  retrievedAt: '2025-03-01T08:30:00.000Z',
  alternative: 'municipality-divisions',
  alternativeReason: 'made up',
  coverage: 'municipality',
  regions: { dimension: 'Region', form: 'divisions', prefix: '' },
  quantities: {},
  contentsRules: {},
  expected: {
    Region: ['0301', '0602', '3005', '3301'],
    NACE2007: ['00-99', '10-33', '00'],
    ContentsCode: ['SysselsatteArb'],
    Tid: null,
  },
  ...changes,
});
const cubeOf = (...given: Parameters<typeof normalise>) => normalise(...given).cube;
const TOTAL = { NACE2007: '00-99', ContentsCode: 'SysselsatteArb' };

describe('from replies to a cube', () => {
  it('reads, labels in English and makes codes outside their years missing', () => {
    const cube = cubeOf(retrieved(), GEOGRAPHY, []);
    expect(cube.titleEn).toContain('Employed persons');
    expect(cellAt(cube, { ...TOTAL, Region: '3005' }, '2024')).toEqual({ value: null, status: 'M', symbol: '0' });
    expect(cellAt(cube, { ...TOTAL, Region: '3301' }, '2024').value).toBe(640);
  });

  it('keeps every cell the source gave', () => {
    expect(cubeOf(retrieved(), GEOGRAPHY, []).values).toHaveLength(36);
  });

  it('gives the region dimension of the query its role where the source leaves it out', () => {
    const document = { ...(fixture('jobs-by-division') as object), role: { time: ['Tid'], metric: ['ContentsCode'] } };
    const cube = cubeOf(retrieved({ documents: [document] }), GEOGRAPHY, []);
    expect(cube.dimensions.map(({ code, role }) => `${code} ${role}`)).toEqual([
      'ContentsCode metric',
      'NACE2007 classification',
      'Region geo',
    ]);
  });

  it('reads a query without regions, whose codes are in use in every year', () => {
    const document = makeDocument({ dimensions: { Region: ['3005'], Tid: ['2024'] }, value: [7] });
    const asked = { regions: null, expected: { Region: ['3005'], Tid: null } };
    expect(allCells(cubeOf(retrieved({ documents: [document], ...asked }), GEOGRAPHY, []))).toEqual(['3005 2024 7 A']);
  });

  it('puts the replies of a split query together', () => {
    const reply = (Region: string, value: number) =>
      makeDocument({ dimensions: { Region: [Region], Tid: ['2024'] }, value: [value] });
    const cube = cubeOf(
      retrieved({ documents: [reply('0301', 1), reply('3301', 2)], expected: { Region: ['0301', '3301'], Tid: null } }),
      GEOGRAPHY,
      [],
    );
    expect(allCells(cube)).toEqual(['0301 2024 1 A', '3301 2024 2 A']);
  });

  it('makes an unpublished year missing after the codes have been judged by theirs', () => {
    const document = makeDocument({
      dimensions: { Region: ['3005', '3301'], Tid: ['2023', '2024', '2025'] },
      value: [5, 0, 0, 0, 7, 0],
    });
    const cube = cubeOf(
      retrieved({ documents: [document], expected: { Region: ['3005', '3301'], Tid: null } }),
      GEOGRAPHY,
      [],
    );
    expect(allCells(cube)).toEqual([
      '3005 2023 5 A',
      '3005 2024 NaN M 0',
      '3005 2025 NaN M 0',
      '3301 2023 NaN M 0',
      '3301 2024 7 A',
      '3301 2025 NaN O 0',
    ]);
  });

  it('applies the corrections of the dataset last', () => {
    const correction: Correction = {
      dataset: 'employment-by-industry',
      series: { ...TOTAL, Region: '3301' },
      period: '2024',
      published: 640,
      corrected: 645,
      reason: 'made up',
      reference: 'made up',
    };
    const cube = cubeOf(retrieved(), GEOGRAPHY, [correction]);
    expect(cellAt(cube, { ...TOTAL, Region: '3301' }, '2024')).toEqual({ value: 645, status: 'E', symbol: '640' });
  });
});

describe('replies are refused', () => {
  it('when the selection of regions came back as the national total', () => {
    const error = refusalOf(() =>
      cubeOf(retrieved({ documents: [fixture('national-total-instead-of-regions')] }), GEOGRAPHY, []),
    );
    expect(error.code).toBe('source-contract');
    expect(error.message).toContain('lacks the variable Region that was asked for');
  });

  it('when there are none', () => {
    expect(refusalOf(() => cubeOf(retrieved({ documents: [] }), GEOGRAPHY, [])).message).toBe(
      'The source gave no reply to read.',
    );
  });

  it('when one of them is an error body', () => {
    const documents = [fixture('jobs-by-division'), fixture('error-body')];
    expect(refusalOf(() => cubeOf(retrieved({ documents }), GEOGRAPHY, [])).message).toContain(
      'it is an object with type, title, status',
    );
  });
});
