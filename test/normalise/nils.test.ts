import { expect, it } from 'vitest';
import { readNils } from '../../src/normalise/nils.ts';
import { readJsonStat } from '../../src/normalise/json-stat/read-json-stat.ts';
import { allCells } from './cube-cells.ts';
import { makeDocument } from './make-document.ts';

const cube = readJsonStat(
  makeDocument({
    dimensions: { ContentsCode: ['persons', 'share'], Tid: ['2021', '2022', '2023'] },
    value: [7, null, null, 1.5, null, null],
    status: { 1: '-', 2: ':', 4: '-', 5: '..' },
  }),
);

it('a nil is a published 0 where the job says that it counts, and cannot be a figure elsewhere', () => {
  expect(allCells(readNils(cube, { persons: { unit: '', nil: 'counts' }, share: { unit: '' } }))).toEqual([
    ...['persons 2021 7 A', 'persons 2022 0 A -', 'persons 2023 NaN Q :'],
    ...['share 2021 1.5 A', 'share 2022 NaN M -', 'share 2023 NaN O ..'],
  ]);
});

it('a nil of contents that the job says nothing of cannot be a figure', () => {
  expect(allCells(readNils(cube, {}))[1]).toBe('persons 2022 NaN M -');
});

it('a nil that is missing for another reason stays so', () => {
  const elsewhere = { ...cube, obsStatuses: cube.obsStatuses.map((status) => (status === 6 ? 5 : status)) };
  expect(allCells(readNils(elsewhere, { persons: { unit: '', nil: 'counts' } }))[1]).toBe('persons 2022 NaN M -');
});
