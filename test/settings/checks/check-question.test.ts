import { describe, expect, test } from 'vitest';
import { problemsAfter } from '../problems-after.ts';

const ADDED = `  people:
    job: jobs
    keep: true
    title: Folkemengde
    table: '07459'
    allowedAgeDays: 430
    contents: [{ code: Personer1, unit: persons, quantity: count }]
    alternatives:
      - id: today
        coverage: municipality
        regions: { variable: Region, places: own-and-peers }
        select: { Alder: ['0', '1', '2'] }
        otherVariables: total
        time: '*'
`;

/** What is said of entries that stand before those of the settings. */
const problemsWith = (entries: string) => problemsAfter(['datasets.yaml', '\ndatasets:\n', `\ndatasets:\n${entries}`]);

/** What is said of a dataset that is added, with a line of it written otherwise. */
function saidOf(found: string, replacement: string): readonly string[] {
  if (!ADDED.includes(found)) throw new Error(`'${found}' does not stand in the dataset`);
  return problemsWith(ADDED.replace(found, replacement)).map((line) => line.replace('datasets.yaml:LINE:COLUMN ', ''));
}

const parts = (text: string) => ['    alternatives:', `    parts: [${text}]\n    alternatives:`] as const;
const PERIODS = "names no periods; write '*' for all of them, 'from(2008)' for those since then, or 'top(5)'";

describe('the question of a dataset that is added', () => {
  test('is held to be whole, as it stands here', () => {
    expect(saidOf('people:', 'people:')).toEqual([]);
  });

  test.each([
    ['coverage: municipality', 'coverage: national', "The alternative 'today' asks for places; write how far down"],
    [
      '        regions: { variable: Region, places: own-and-peers }\n',
      '',
      'figures without places are those of the whole',
    ],
    ["'2'] }", "'2'], Region: ['3301'] }", "'Region' is asked for by 'regions', and stands under select too"],
    ["'2'] }", "'2'], Tid: ['2025'] }", "'Tid' is asked for by 'time', and stands under select too"],
    ["'2'] }", "'2'], ContentsCode: [Personer1] }", "'ContentsCode' is asked for by 'contents'"],
    ["['0', '1', '2']", "'0'", "Codes are written ['01', '02'], '*' for all"],
    ['count }', 'count }, { code: Personer1, unit: x, quantity: count }', "'Personer1' are already in this list"],
    ['code: Personer1,', 'code: Personer1, labelled: Personer,', "'code' and 'labelled' stand here both"],
    ['430', '1000000000000', 'An age in days is at most 3660'],
    [...parts("{ variable: Kjonn, total: '0', parts: ['1', '2'] }"), "No alternative asks for 'Kjonn' under select"],
    [...parts("{ variable: Alder, total: '0', parts: ['1', '3'] }"), "No alternative asks for '3' of 'Alder'"],
    [...parts("{ variable: Alder, total: '0', parts: ['0', '1'] }"), "The total '0' stands among its own parts"],
    [
      ...parts("{ variable: Alder, total: '0', parts: ['1', '2'], contents: [Personer] }"),
      "'Personer' is none of the contents of the dataset; did you mean 'Personer1'?",
    ],
  ])('%s written %s is refused', (found, replacement, said) => {
    expect(saidOf(found, replacement)).toEqual([expect.stringContaining(said)]);
  });

  test.each(['from 2008', 'from()', 'from(2008', 'from(soon)', 'top(0)', 'last(5)', 'all', 'range(2008)'])(
    'time: %s is refused, since no table has such a period',
    (time) => {
      expect(saidOf("time: '*'", `time: '${time}'`)).toEqual([expect.stringContaining(`'${time}' ${PERIODS}`)]);
    },
  );

  test.each(['from(2008)', 'FROM(2008K1)', 'to(2020M12)', 'top(5)', 'bottom(3,1)', 'range(2008,2020)', '2025', '20*'])(
    'time: %s is what the source understands',
    (time) => {
      expect(saidOf("time: '*'", `time: '${time}'`)).toEqual([]);
    },
  );

  test.each(["{ variable: Alder, total: '0', parts: ['1', '2'] }", "{ variable: Alder, total: '0', parts: ['1'] }"])(
    'may name parts that it asks for: %s',
    (text) => {
      expect(saidOf(...parts(text))).toEqual([]);
    },
  );
});

test('what is written over a dataset of the program is held to the same, and a code in place of a list is told as such', () => {
  const written = (entry: string) => problemsWith(`  ${entry}\n`);
  expect(written("employment-rate: { select: { Tid: ['2025'] } }")).toEqual([
    "datasets.yaml:LINE:COLUMN 'Tid' is asked for by 'time', and stands under select too; leave it out there.",
  ]);
  expect(written("employment-rate: { select: { Alder: '15-74' } }")).toEqual([
    expect.stringContaining("Codes are written ['01', '02'], '*' for all"),
  ]);
});
