import { expect, test } from 'vitest';
import { evaluateItem, fromWhereThereIsAny } from '../../../src/source/choose/selection-expression.ts';

const YEARS = ['2019', '2020', '2021', '2022'];
const CODES = ['0', '01', '01a', '02', 'K-1', 'top(9)'];

test.each([
  ['2020', ['2020']],
  ['*', YEARS],
  ['from(2021)', ['2021', '2022']],
  ['to(2020)', ['2019', '2020']],
  ['range(2020,2021)', ['2020', '2021']],
  ['range(2021,2020)', ['2020', '2021']],
  ['top(2)', ['2021', '2022']],
  ['top(2,1)', ['2020', '2021']],
  ['TOP(2)', ['2021', '2022']],
  ['top(9)', YEARS],
  ['top(1,9)', []],
  ['bottom(1)', ['2019']],
  ['bottom(1,1)', ['2020']],
  ['202?', ['2020', '2021', '2022']],
  ['202*', ['2020', '2021', '2022']],
  ['*9', ['2019']],
  ['*02*', ['2020', '2021', '2022']],
  ['199*', []],
])('reads %s on time as the source does', (item, expected) => {
  expect(evaluateItem(item, YEARS, true)).toEqual(expected);
});

test.each([
  ['top(2)', ['0', '01']],
  ['bottom(1)', ['top(9)']],
  ['k-1', ['K-1']],
  ['0?', ['01', '02']],
  ['top(9)', ['top(9)']],
])('reads %s on another variable as the source does', (item, expected) => {
  expect(evaluateItem(item, CODES, false)).toEqual(expected);
});

test.each([
  '2023',
  'from(2018)',
  'to(2030)',
  'range(2019,2030)',
  'top(0)',
  'top(2, 1)',
  'range(2019, 2020)',
  '2*1',
  '',
  'from()',
])('has nothing for "%s", which the source refuses', (item) => {
  expect(evaluateItem(item, YEARS, true)).toBeNull();
});

test('takes the signs of regular expressions in a code for themselves', () => {
  expect(evaluateItem('a.*', ['a.b', 'axb'], false)).toEqual(['a.b']);
});

const QUARTERS = ['2010K2', '2010K3', '2010K4'];
test.each<[string, readonly string[], string]>([
  ['from(2005)', YEARS, 'from(2019)'],
  ['from(2020)', YEARS, 'from(2020)'],
  ['FROM(2005)', YEARS, 'from(2019)'],
  ['from(2005)', QUARTERS, 'from(2010K2)'],
  ['from(2010K1)', QUARTERS, 'from(2010K2)'],
  ['from(2019)', ['2018', '2020', '2022'], 'from(2020)'],
  // Nothing is left: the table ends before the beginning, and that is for the caller to refuse.
  ['from(2030)', YEARS, 'from(2030)'],
  ['top(2)', YEARS, 'top(2)'],
  ['*', YEARS, '*'],
])('%s on a table of %j is sent as %s', (expression, periods, sent) => {
  expect(fromWhereThereIsAny(expression, periods)).toBe(sent);
});
