import { describe, expect, it } from 'vitest';
import { readJsonStat } from '../../../src/normalise/json-stat/read-json-stat.ts';
import { refusalOf } from '../cube-cells.ts';
import { makeDocument } from '../make-document.ts';

const rolesOf = (document: unknown) => {
  const cube = readJsonStat(document);
  return Object.fromEntries([...cube.dimensions, cube.time].map(({ code, role }) => [code, role]));
};

describe('roles of dimensions', () => {
  it('come from the dataset, whatever the dimensions are called', () => {
    const dimensions = { Ár: ['2024'], Mål: ['x'], Sted: ['y'], Kyn: ['0'] };
    const role = { time: ['Ár'], metric: ['Mål'], geo: ['Sted'] };
    expect(rolesOf(makeDocument({ dimensions, role }))).toEqual({
      Kyn: 'classification',
      Mål: 'metric',
      Sted: 'geo',
      Ár: 'time',
    });
  });

  it.each(['Tid', 'time', 'TIME', 'year'])(
    'without roles, time is the dimension called %s whose codes are periods',
    (name) => {
      expect(rolesOf(makeDocument({ dimensions: { a: ['1'], [name]: ['2023', '2024'] }, role: {} }))).toEqual({
        a: 'classification',
        [name]: 'time',
      });
    },
  );

  it('without roles, ContentsCode is the metric', () => {
    expect(
      rolesOf(makeDocument({ dimensions: { ContentsCode: ['a'], Tid: ['2024'] }, role: {} }))['ContentsCode'],
    ).toBe('metric');
  });

  it('leave ContentsCode a classification where the dataset says that another dimension is the metric', () => {
    const dimensions = { ContentsCode: ['a'], Mål: ['x'], Tid: ['2024'] };
    const role = { time: ['Tid'], metric: ['Mål'] };
    expect(rolesOf(makeDocument({ dimensions, role }))).toMatchObject({
      ContentsCode: 'classification',
      Mål: 'metric',
    });
  });

  it('may leave a role out with null', () => {
    const role = { time: ['Tid'], geo: null, metric: null };
    expect(rolesOf(makeDocument({ dimensions: { Region: ['1'], Tid: ['2024'] }, role }))['Region']).toBe(
      'classification',
    );
  });

  it('allow two regions in one dataset', () => {
    const role = { time: ['Tid'], geo: ['Bosted', 'Arbeidssted'] };
    expect(
      rolesOf(makeDocument({ dimensions: { Bosted: ['1'], Arbeidssted: ['2'], Tid: ['2024'] }, role })),
    ).toMatchObject({ Bosted: 'geo', Arbeidssted: 'geo' });
  });
});

describe('a dataset is refused', () => {
  const messageFor = (dimensions: Record<string, string[]>, role: unknown) =>
    refusalOf(() => readJsonStat(makeDocument({ dimensions, role }))).message;

  it.each([
    [
      'without time dimension',
      { Region: ['3301'] },
      {},
      '"00001: Made-up table" has no time dimension; its dimensions are Region.',
    ],
    [
      'when the dimension called Tid holds no periods',
      { Tid: ['later'] },
      {},
      '"00001: Made-up table" has no time dimension; its dimensions are Tid.',
    ],
    [
      'when only some codes of the dimension called Tid are periods',
      { Tid: ['2024', 'later'] },
      {},
      '"00001: Made-up table" has no time dimension; its dimensions are Tid.',
    ],
    [
      'with two time dimensions',
      { Tid: ['2024'], year: ['2023'] },
      { time: ['Tid', 'year'] },
      '"00001: Made-up table" has several time dimensions (Tid, year); its dimensions are Tid, year.',
    ],
    [
      'with a role for a dimension it does not have',
      { Tid: ['2024'] },
      { time: ['Tid'], geo: ['Region'] },
      'The role "geo" of "00001: Made-up table" names the text "Region", which is none of its dimensions.',
    ],
    [
      'with a role that is no list',
      { Tid: ['2024'] },
      { time: 'Tid' },
      'The role "time" of "00001: Made-up table" is not a list of dimensions.',
    ],
  ])('%s', (_, dimensions, role, message) => {
    expect(messageFor(dimensions as Record<string, string[]>, role)).toBe(message);
  });

  it('with a period code of unknown form, naming the code and the known forms', () => {
    const error = refusalOf(() => readJsonStat(makeDocument({ dimensions: { Tid: ['2024', '2024/25'] } })));
    expect(error.code).toBe('time-period-format');
    expect(error.message).toBe(
      'The time dimension Tid of "00001: Made-up table" has the code "2024/25", which is no period; known forms are 2024, 2024K1, 2024M05, 2024U12, 2024H1 and 2018-2020.',
    );
    expect(error.hint).toContain('src/model/time-period.ts');
    expect(error.context).toEqual({ code: '2024/25', dimension: 'Tid', table: '00001: Made-up table' });
  });
});
