import { describe, expect, test } from 'vitest';
import { codeLine, inYears, shownName } from '../../src/places/write-line.ts';

test.each([
  [{ fromYear: null, toYear: null }, undefined, "- { code: '3301' }"],
  [{ fromYear: 2024, toYear: null }, undefined, "- { code: '3301', from: 2024 }"],
  [{ fromYear: 2020, toYear: 2023 }, 'Drammen', "- { code: '3301', from: 2020, to: 2023 } # Drammen"],
])('a line for the settings have the years that are known: %j', (years, comment, line) => {
  expect(codeLine('3301', years, comment)).toBe(line);
});

describe('years are said as a reader says them', () => {
  test.each([
    [[2021], 'in 2021'],
    [[2020, 2021, 2022], 'in 2020-2022'],
    [[2022, 2020, 2021, 2020], 'in 2020-2022'],
    [[2018, 2019, 2024], 'in 2018-2019 and 2024'],
    [[2012, 2014, 2016, 2017], 'in 2012, 2014 and 2016-2017'],
  ])('%j: %s', (years, said) => {
    expect(inYears(years)).toBe(said);
  });
});

test.each([
  ['Svelvik (1964-2019)', 'Svelvik'],
  ['Moss (-2019)', 'Moss'],
  ['Nyby (2028-) ', 'Nyby'],
  ['Moss(2020–2023)', 'Moss'],
  ['Våler (Viken) (2020-2023)', 'Våler (Viken)'],
  [' Lier', 'Lier'],
])('a name is shown without its years: «%s»', (text, name) => {
  expect(shownName({ text })).toBe(name);
});
