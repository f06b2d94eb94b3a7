import { describe, expect, it } from 'vitest';
import { withEnglishLabels } from '../../../src/normalise/json-stat/english-labels.ts';
import { readJsonStat } from '../../../src/normalise/json-stat/read-json-stat.ts';
import { fixture } from '../fixtures.ts';

const cube = readJsonStat(fixture('jobs-by-division'));

describe('English labels', () => {
  const labelled = withEnglishLabels(cube, fixture('jobs-metadata-en'));
  const region = labelled.dimensions.find(({ code }) => code === 'Region');

  it('are found by code for the title, dimensions and categories', () => {
    expect(labelled.titleEn).toBe('07984: Employed persons, by region, industry (SIC2007) and year 2008-2024');
    expect(labelled.dimensions.map(({ labelEn }) => labelEn)).toEqual(['contents', 'industry (SIC2007)', 'region']);
    expect(labelled.time.labelEn).toBe('year');
    expect(labelled.dimensions[1]?.categories.map(({ labelEn }) => labelEn)).toEqual([
      'All industries',
      'Manufacturing',
      'Unspecified',
    ]);
  });

  it('are null for a code the metadata does not have', () => {
    expect(region?.categories.find(({ code }) => code === '0602')?.labelEn).toBeNull();
  });

  it('stand beside the Norwegian ones, which stay', () => {
    expect(region?.categories.find(({ code }) => code === '3005')).toMatchObject({
      label: 'Elveby (2020-2023)',
      labelEn: 'Elveby (2020-2023)',
    });
  });

  it('come from the code list for codes that stand only there, and from the table for its own', () => {
    const labelsEn = { Region: { '0602': 'Elveby, old', '3005': 'not asked for' } };
    const [, , ofList] = withEnglishLabels(cube, fixture('jobs-metadata-en'), labelsEn).dimensions;
    expect(ofList?.categories.filter(({ code }) => code in labelsEn.Region).map(({ labelEn }) => labelEn)).toEqual([
      ...['Elveby, old', 'Elveby (2020-2023)'],
    ]);
  });

  it.each([
    [null],
    [undefined],
    ['junk'],
    [[]],
    [{ dimension: 5 }],
    [{ dimension: { Region: null } }],
    [{ label: 7, dimension: { Region: { category: { label: { '0301': 1 } } } } }],
  ])('are null when the metadata is %j', (metadata) => {
    const plain = withEnglishLabels(cube, metadata);
    expect(plain.titleEn).toBeNull();
    expect(
      plain.dimensions
        .flatMap(({ labelEn, categories }) => [labelEn, ...categories.map((each) => each.labelEn)])
        .every((label) => label === null),
    ).toBe(true);
  });
});
