import { describe, expect, test } from 'vitest';
import { renderTable } from '../../src/cli/table.ts';
import { columnsOf, hasColours } from '../../src/cli/terminal.ts';
import { widthOf, wrapText } from '../../src/cli/wrap.ts';

const TITLE = 'Næringslivets tilfredshet: næringsareal, byggesak, næringsutvikling, forståelse og samarbeid';

describe('a text on lines', () => {
  test('is broken between words, each line within its width, as far in as it began', () => {
    const lines = wrapText(`  ${TITLE}`, 40);
    expect(lines).toEqual([
      '  Næringslivets tilfredshet:',
      '  næringsareal, byggesak,',
      '  næringsutvikling, forståelse og',
      '  samarbeid',
    ]);
  });

  test('keeps a number whole, however narrow, and with its unit where there is room', () => {
    expect(wrapText('Avstanden er 35\u202F770\u00A0tusen tonn', 14)).toEqual([
      'Avstanden er',
      '35\u202F770\u00A0tusen',
      'tonn',
    ]);
    expect(wrapText('(3,63\u00A0prosentpoeng', 12)).toEqual(['(3,63', 'prosentpoeng']);
    expect(wrapText('1\u202F234\u202F567,89', 5)).toEqual(['1\u202F234\u202F567,89']);
  });

  test('divides a word that is too long by a hyphen, and an id or an address at its joints', () => {
    expect(wrapText('næringssammensetningen', 16)).toEqual(['næringssamm-', 'ensetningen']);
    expect(wrapText('business-satisfaction', 15)).toEqual(['business-', 'satisfaction']);
    expect(wrapText('https://data.example/tables?valueCodes=3301,3005', 32)).toEqual([
      'https://data.example/tables?',
      'valueCodes=3301,3005',
    ]);
  });

  test('counts what a reader sees, and prints no word joiner', () => {
    expect(widthOf('A\u030A')).toBe(1);
    expect(wrapText('2020\u2060–\u20602022', 80)).toEqual(['2020–2022']);
  });
});

describe('a table', () => {
  const heading = ['Indikator', 'Verdi', 'Merknader'];
  const rows = [
    [TITLE, '−112\u202F640\u00A0tonn CO₂-ekvivalenter', 'endringen er ikke større enn vanlig, rettet av kilden'],
  ];

  test.each([60, 80, 132])('fits %i columns to the column, with every number whole', (columns) => {
    const table = renderTable(heading, rows, columns);
    const widths = new Set(table.split('\n').map(widthOf));
    expect(widths.size).toBe(1);
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    expect(table).toContain('112\u202F640');
  });

  test('leaves every cell whole where no width is given', () => {
    for (const cell of rows.flat()) expect(renderTable(heading, rows, undefined)).toContain(cell);
  });
});

describe('the terminal', () => {
  test.each([
    ['its own width', { isTTY: true, columns: 132 }, { COLUMNS: '100' }, 132],
    ['what COLUMNS says, in a pipe', { isTTY: false, columns: 0 }, { COLUMNS: '100' }, 100],
    ['80 where its size is not known', { isTTY: true, columns: 0 }, {}, 80],
    ['80 in a pipe, and for a number that is none', { isTTY: false, columns: 0 }, { COLUMNS: 'wide' }, 80],
  ])('has %s', (_, stream, variables, columns) => {
    expect(columnsOf(stream, variables)).toBe(columns);
  });

  test.each([
    ['shows colours', true, {}, true],
    ['shows none where NO_COLOR is set', true, { NO_COLOR: '1' }, false],
    ['shows none where it is dumb', true, { TERM: 'dumb' }, false],
    ['shows none in a pipe', false, {}, false],
    ['shows them in a pipe that FORCE_COLOR asks for', false, { FORCE_COLOR: '1' }, true],
    ['shows none where FORCE_COLOR is 0', true, { FORCE_COLOR: '0' }, false],
  ])('%s', (_, isTTY, variables, has) => {
    expect(hasColours({ isTTY }, variables)).toBe(has);
  });
});
