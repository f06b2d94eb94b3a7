import { describe, expect, it } from 'vitest';
import { OBS_STATUSES } from '../../src/model/data/cube.ts';
import type { Cube, ObsStatus } from '../../src/model/data/cube.ts';
import type { Geography } from '../../src/model/data/place.ts';
import { markCodesOutsideTheirYears } from '../../src/normalise/code-years.ts';
import { judgeNewPeriods } from '../../src/contract/judge-publication.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { markUnpublishedPeriods } from '../../src/normalise/unpublished-periods.ts';
import { allCells } from '../normalise/cube-cells.ts';
import { CORPUS_IS_HERE, corpusDocument } from './corpus-files.ts';

const GEOGRAPHY: Geography = {
  own: '3301',
  municipalities: [
    {
      code: '3301',
      name: 'Drammen',
      level: 'municipality',
      codes: [
        { code: '3005', fromYear: 2020, toYear: 2023 },
        { code: '3301', fromYear: 2024 },
      ],
    },
  ],
  counties: [],
  peerGroups: [],
};

const read = (path: string) => readJsonStat(corpusDocument(`ssb/${path}`));
const inYears = (cube: Cube) =>
  markCodesOutsideTheirYears(cube, { dimension: 'Region', form: 'divisions', prefix: '' }, GEOGRAPHY);
const countOf = (cube: Cube, status: ObsStatus) =>
  cube.obsStatuses.filter((each) => OBS_STATUSES[each] === status).length;

describe.skipIf(!CORPUS_IS_HERE)('what recorded answers of Statistics Norway taught', () => {
  it('07984 shows 0 in all 756 cells of an expired region code; each becomes missing and keeps its 0', () => {
    const cells = allCells(inYears(read('07984/employed-by-municipality.json')));
    const expired = cells.filter((cell) => cell.includes('|3005 '));
    expect(expired).toHaveLength(756);
    expect(new Set(expired.map((cell) => cell.replace(/^.*\|3005 /, '')))).toEqual(new Set(['2024 NaN M 0']));
  });

  it('07984 withholds 16,254 cells', () => {
    expect(countOf(read('07984/employed-by-municipality.json'), 'Q')).toBe(16_254);
  });

  it('06096 shows 0 for an expired region code in the year after its last', () => {
    const cells = allCells(inYears(read('06096/cohabiting-arrangements.json')));
    const ofPlace = cells.filter((cell) => cell.includes('|3005|') && cell.includes(' 2024 '));
    expect(ofPlace).toHaveLength(3);
    expect(ofPlace.every((cell) => cell.endsWith(' 2024 NaN M 0'))).toBe(true);
  });

  it('08771 has 168 figures that are not possible and 82 that are nil, none of them zero', () => {
    const cube = read('08771/job-vacancies.json');
    expect({ notPossible: countOf(cube, 'M'), nil: countOf(cube, 'N') }).toEqual({ notPossible: 168, nil: 82 });
  });

  it('05803 has a zero that means missing and does not say so: it stays the number it is', () => {
    const cube = read('05803/05803_data_no.json');
    expect([...markUnpublishedPeriods(cube).values]).toEqual([...cube.values]);
    expect(cube.values).toContain(0);
  });

  it.each([
    '07984/employed-by-residence-workplace.json',
    '08771/job-vacancies.json',
    '09429/education-level-counties.json',
    '13931/greenhouse-gas.json',
    '07459/population-municipalities-timeline.json',
  ])('%s has a newest period on the scale of the one before', (path) => {
    expect(() => judgeNewPeriods(markUnpublishedPeriods(read(path)))).not.toThrow();
  });
});
