import { describe, expect, it } from 'vitest';
import { readJsonStat } from '../../../src/normalise/json-stat/read-json-stat.ts';
import { allCells, cellAt, refusalOf } from '../cube-cells.ts';
import { fixture } from '../fixtures.ts';
import { makeDocument } from '../make-document.ts';

describe('reading a reply of the current API', () => {
  const cube = readJsonStat(fixture('jobs-by-division'));

  it('gives series by periods with dimensions sorted by code', () => {
    expect(cube.dimensions.map(({ code }) => code)).toEqual(['ContentsCode', 'NACE2007', 'Region']);
    expect(cube.seriesKeys).toHaveLength(12);
    expect(cube.seriesKeys[0]).toBe('SysselsatteArb|00-99|0301');
    expect(cube.values).toHaveLength(36);
  });

  it('finds each figure under its own region although JavaScript moves the key 3301 before 0301', () => {
    expect(
      Object.keys(
        (fixture('jobs-by-division') as { dimension: { Region: { category: { index: object } } } }).dimension.Region
          .category.index,
      )[0],
    ).toBe('3005');
    const total = (Region: string) =>
      cellAt(cube, { Region, NACE2007: '00-99', ContentsCode: 'SysselsatteArb' }, '2024').value;
    expect([total('0301'), total('3301')]).toEqual([9200, 640]);
  });

  it('keeps categories in the order of their positions, not of their keys', () => {
    const region = cube.dimensions.find(({ code }) => code === 'Region');
    expect(region?.categories.map(({ code, label }) => `${code} ${label}`)).toEqual([
      '0301 Storby',
      '0602 Elveby (-2019)',
      '3005 Elveby (2020-2023)',
      '3301 Elveby',
    ]);
  });

  it('keeps the number and the symbol when both stand in a cell', () => {
    const cell = cellAt(cube, { Region: '0301', NACE2007: '00-99', ContentsCode: 'SysselsatteArb' }, '2024');
    expect(cell).toEqual({ value: 9200, status: 'P', symbol: '*' });
  });

  it('keeps the symbol of a missing cell and what it means', () => {
    const withheld = cellAt(cube, { Region: '0301', NACE2007: '10-33', ContentsCode: 'SysselsatteArb' }, '2022');
    const missing = cellAt(cube, { Region: '3301', NACE2007: '00', ContentsCode: 'SysselsatteArb' }, '2024');
    expect([withheld, missing]).toEqual([
      { value: null, status: 'Q', symbol: ':' },
      { value: null, status: 'O', symbol: '..' },
    ]);
  });

  it('reads a zero without symbol as the number 0', () => {
    const cell = cellAt(cube, { Region: '0301', NACE2007: '00', ContentsCode: 'SysselsatteArb' }, '2022');
    expect(cell).toEqual({ value: 0, status: 'A', symbol: '' });
  });

  it('carries title, publisher, stamp, notes and the unit of the contents', () => {
    expect(cube.title).toBe('07984: Sysselsatte, etter region, næring (SN2007) og år');
    expect(cube.source).toBe('Statistisk sentralbyrå');
    expect(cube.updatedAt).toBe('2025-02-26T07:00:00.000Z');
    expect(cube.notes).toEqual(['Oppdiktede tall, laget for prøvene.']);
    expect(cube.dimensions[0]?.categories[0]).toMatchObject({ unit: 'personer', decimals: 0 });
  });

  it('gives each dimension its role', () => {
    expect(cube.dimensions.map(({ role }) => role)).toEqual(['metric', 'classification', 'geo']);
    expect(cube.time).toMatchObject({ code: 'Tid', role: 'time', label: 'år' });
  });

  it('does not change the document it reads', () => {
    const document = fixture('jobs-by-division');
    readJsonStat(document);
    expect(document).toEqual(fixture('jobs-by-division'));
  });
});

describe('reading a reply of the older API', () => {
  const cube = readJsonStat(fixture('emissions-older-api'));

  it('finds ids, sizes and roles inside the dimension object, with time in the middle', () => {
    expect(cube.time.code).toBe('Tid');
    expect(allCells(cube)).toEqual([
      'UtslippCO2ekvival|0 2021 500 A',
      'UtslippCO2ekvival|0 2022 NaN N -',
      'UtslippCO2ekvival|1 2021 200 A',
      'UtslippCO2ekvival|1 2022 190 A',
      'Endring|0 2021 NaN M .',
      'Endring|0 2022 -1.5 A',
      'Endring|1 2021 NaN Q :',
      'Endring|1 2022 NaN O ..',
    ]);
  });

  it('reads a bundle with one member under any name', () => {
    const { dataset } = fixture('emissions-older-api') as { dataset: unknown };
    expect(readJsonStat({ nama: dataset })).toEqual(cube);
  });
});

describe('reading what tables vary in', () => {
  it('reads a table whose region dimension has another name and no geo role', () => {
    const cube = readJsonStat(fixture('closed-series'));
    expect(cellAt(cube, { KOKkommuneregion0000: '3301', ContentsCode: 'KOSandel0000' }, '2024').value).toBe(0);
    expect(cube.dimensions.map(({ code }) => code)).toEqual(['ContentsCode', 'KOKkommuneregion0000']);
  });

  it('joins the notes of a category and leaves unit and decimals open where the source gives none', () => {
    const [share, count] = readJsonStat(fixture('closed-series')).dimensions[0]?.categories ?? [];
    expect(share).toMatchObject({ note: 'Første merknad.\nAndre merknad.', unit: 'prosent', decimals: 1 });
    expect(count).toMatchObject({ note: null, unit: null, decimals: null });
  });

  it.each(['K-3301', 'K_3301', 'K.3301'])('takes the code %s as it stands', (code) => {
    const cube = readJsonStat(makeDocument({ dimensions: { Region: [code], Tid: ['2024'] } }));
    expect(cube.seriesKeys).toEqual([code]);
  });

  it('puts periods in ascending order and moves their figures along', () => {
    const cube = readJsonStat(makeDocument({ dimensions: { Tid: ['2024K2', '2023K4', '2024K1'] }, value: [3, 1, 2] }));
    expect(cube.periods.map(({ code }) => code)).toEqual(['2023K4', '2024K1', '2024K2']);
    expect([...cube.values]).toEqual([1, 2, 3]);
  });

  it('reads a table that has only a time dimension as one series', () => {
    const cube = readJsonStat(makeDocument({ dimensions: { Tid: ['2023', '2024'] } }));
    expect(allCells(cube)).toEqual(['2023 1 A', '2024 2 A']);
    expect(cube.seriesKeys).toEqual(['']);
  });

  it('sorts dimensions by their codes, whatever order the source has them in', () => {
    const dimensions = { B: ['b'], D: ['d'], A: ['a'], Tid: ['2024'], C: ['c'] };
    expect(readJsonStat(makeDocument({ dimensions })).seriesKeys).toEqual(['a|b|c|d']);
  });

  it('takes one note, or several, and leaves out what is no text', () => {
    const notesOf = (note: unknown) => readJsonStat(makeDocument({ dimensions: { Tid: ['2024'] }, note })).notes;
    expect([notesOf('one'), notesOf(['one', 2, 'two']), notesOf(3)]).toEqual([['one'], ['one', 'two'], []]);
  });

  it('has no publisher when the source names none', () => {
    expect(readJsonStat({ ...makeDocument({ dimensions: { Tid: ['2024'] } }), source: undefined }).source).toBe('');
  });

  const categoryWithUnit = (unit: object, dimension = 'ContentsCode') => {
    const dimensions = { [dimension]: ['a'], Tid: ['2024'] };
    return readJsonStat(makeDocument({ dimensions, units: { [dimension]: { a: unit } } })).dimensions[0]?.categories[0];
  };

  it('finds the unit of contents under either of its names', () => {
    expect(categoryWithUnit({ base: 'kroner', label: 'kr' })?.unit).toBe('kroner');
    expect(categoryWithUnit({ label: 'kr' })?.unit).toBe('kr');
  });

  it('takes no unit from a dimension that is not the contents', () => {
    expect(categoryWithUnit({ base: 'kroner', decimals: 1 }, 'Region')).toMatchObject({ unit: null, decimals: null });
  });

  it.each([[-1], [1.5], ['1'], [null]])('leaves the decimals open when the source says %j', (decimals) => {
    expect(categoryWithUnit({ base: 'kroner', decimals })?.decimals).toBeNull();
  });

  it('takes the code as label where the source gives none', () => {
    const document = makeDocument({ dimensions: { Kjonn: ['1'], Tid: ['2024'] } });
    delete document.dimension['Kjonn']!.category.label;
    delete document.dimension['Kjonn']!.label;
    const [kjonn] = readJsonStat(document).dimensions;
    expect([kjonn?.label, kjonn?.categories[0]?.label]).toEqual(['Kjonn', '1']);
  });

  it('takes the code as label where the source lists labels without their codes, even at the place of a code', () => {
    const document = makeDocument({ dimensions: { Kjonn: ['0'], Tid: ['2024'] } });
    Object.assign(document.dimension['Kjonn']!.category, { label: ['Begge kjønn'] });
    expect(readJsonStat(document).dimensions[0]?.categories[0]?.label).toBe('0');
  });

  it('has no stamp when the source writes an impossible one', () => {
    expect(
      readJsonStat(makeDocument({ dimensions: { Tid: ['2024'] }, updated: '0003-10-13T07:00:00Z' })).updatedAt,
    ).toBeNull();
  });

  it('refuses two codes for one period', () => {
    const error = refusalOf(() => readJsonStat(makeDocument({ dimensions: { Tid: ['2024M5', '2024M05'] } })));
    expect(error.code).toBe('source-contract');
    expect(error.message).toBe('"00001: Made-up table" has the period 2024M05 under two codes.');
  });
});

describe('reading hostile texts', () => {
  it('keeps labels with markup and control characters verbatim', () => {
    const label = '<script>alert(1)</script> "; DROP TABLE observation; -- \u0000\u202E';
    const cube = readJsonStat(
      makeDocument({ dimensions: { Region: ['1'], Tid: ['2024'] }, labels: { Region: { 1: label } } }),
    );
    expect(cube.dimensions[0]?.categories[0]?.label).toBe(label);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('reads %s as a code like any other', (code) => {
    const text = JSON.stringify(makeDocument({ dimensions: { Region: ['CODE', '3301'], Tid: ['2024'] } }));
    const cube = readJsonStat(JSON.parse(text.replaceAll('"CODE"', `"${code}"`)));
    expect(cube.dimensions[0]?.categories.map((category) => category.code)).toEqual([code, '3301']);
    expect(cube.dimensions[0]?.categories[0]?.label).toBe('Label of CODE');
    expect(cellAt(cube, { Region: code }, '2024').value).toBe(1);
    expect({}).not.toHaveProperty('Label of CODE');
  });

  it('does not take what every object inherits for the label of a code without one', () => {
    const document = makeDocument({ dimensions: { Region: ['constructor', 'x'], Tid: ['2024'] } });
    document.dimension['Region']!.category.label = {};
    expect(readJsonStat(document).dimensions[0]?.categories[0]?.label).toBe('constructor');
  });

  it('reads a dimension called __proto__', () => {
    const text = JSON.stringify(makeDocument({ dimensions: { Region: ['a'], Tid: ['2024'] } }));
    expect(readJsonStat(JSON.parse(text.replaceAll('"Region"', '"__proto__"'))).dimensions[0]?.code).toBe('__proto__');
  });
});
