import { describe, expect, test } from 'vitest';
import type { Edit } from '../support/edited-config.ts';
import { problemsAfter } from './problems-after.ts';

const LEAD = 'indicators/job-growth.yaml';
const DIVERSITY = 'indicators/industry-diversity.yaml';
const ENTERPRISES = 'indicators/new-enterprises.yaml';
const SKILLS = 'indicators/skills-gap.yaml';

describe('what a clumsy hand writes is told, with what to do', () => {
  test.each<[string, Edit, string]>([
    [
      'a region called by a municipality that is not in it',
      ['peers.yaml', 'name: Stavanger', 'name: Sandnes'],
      "The region is called Sandnes, and '1108' Sandnes is not in it, but '1103' Stavanger is: write the code that is meant, or the name.",
    ],
    [
      'the country called by a municipality',
      ['peers.yaml', "name: Stavanger, members: ['1103']", "name: Stavanger, members: ['0']"],
      "The region is called Stavanger, and '1103' Stavanger is not in it, but '0' Norge is: write the code that is meant, or the name.",
    ],
    [
      'the name of another municipality in the plan',
      ['plan.yaml', 'name: Drammen', 'name: Bergen'],
      "Municipality '3301' is called 'Drammen', and 'Bergen' here: write the name it has, or the code of Bergen, '4601'.",
    ],
    [
      'a plan that begins after its end',
      ['plan.yaml', 'since: 2021', 'since: 2035'],
      'The plan began in 2035, and its ambitions are set for 2030: write the year it began, or leave this out.',
    ],
    [
      'a term twice',
      [LEAD, "      - NACE2007: ['00-99']\n", "      - NACE2007: ['00-99']\n      - NACE2007: ['00-99']\n"],
      'Term 1 takes some of these figures as well, and they would count twice: leave them out of one of the two.',
    ],
    [
      'a category in two terms',
      [
        SKILLS,
        "Nivaa: ['03a', '04a']\n",
        "Nivaa: ['03a', '04a']\n      - ContentsCode: { not: [] }\n        Nivaa: ['04a']\n",
      ],
      'Term 1 takes some of these figures as well, and they would count twice: leave them out of one of the two.',
    ],
    [
      'a requirement twice, its keys in another order',
      [
        ENTERPRISES,
        '- { id: growth-lead, against: pooled, tolerance: { absolute: 0.05 } }',
        '- { id: annual-change, tolerance: { absolute: 0 }, direction: increase }',
      ],
      'This part stands twice, and would count twice: change one, or take it away.',
    ],
    [
      'periods that are turned',
      [LEAD, "periods: ['2024', '2025']", "periods: ['2025', '2024']"],
      "'2024' does not come after '2025': write each period once, the oldest first.",
    ],
    [
      'a period twice',
      [LEAD, "periods: ['2024', '2025']", "periods: ['2025', '2025']"],
      "'2025' does not come after '2025': write each period once, the oldest first.",
    ],
    [
      'own figures that diversity does not read',
      [DIVERSITY, '  groups:\n', '  own: [1, 2, 3]\n  groups:\n'],
      "'own' is not read by the measure 'diversity'; leave it out.",
    ],
    [
      'decimals with a comma in a list',
      [LEAD, 'own: [50000, 50600]', 'own: [50,5, 50,6]'],
      '4 figures stand here for 2 periods; write one for each, and decimals with a point.',
    ],
    [
      'a number in quotes',
      ['plan.yaml', 'horizonYear: 2030', "horizonYear: '2030'"],
      "'horizonYear' must be a number, and '2030' was found. Take the quotes away.",
    ],
    [
      'a number with a space in it',
      [LEAD, 'own: [50000, 50600]', 'own: [50 000, 50600]'],
      "Entry 1 of 'own' must be a number, and '50 000' was found. Write it without spaces.",
    ],
    [
      'a colon in a text',
      ['plan.yaml', 'title: ', 'title: Plan: '],
      "A text with a colon in it needs quotes round the whole of it, as in title: 'One: two'.",
    ],
    [
      'a quote within quotes',
      ['plan.yaml', 'title: ', "title: 'Our 'plan'' "],
      "This text goes on after the quote that ends it: write a ' within '…' twice, or put \"…\" round it.",
    ],
  ])('%s', (_what, edit, told) => {
    const found = problemsAfter(edit);
    expect(found).toContainEqual(expect.stringContaining(told));
  });

  test('a broken indentation alone, and no key that seems to stand twice after it', () => {
    for (const broken of ['   periods:', '\tperiods:', '\u00a0\u00a0periods:']) {
      expect(problemsAfter([LEAD, '  periods:', broken])).toHaveLength(1);
    }
  });

  test('an indentation by spaces of a document, as such', () => {
    expect(problemsAfter([LEAD, '  periods:', '\u00a0\u00a0periods:'])).toEqual([
      expect.stringContaining(
        'This line is indented with spaces that do not break, as documents have them; write ordinary ones.',
      ),
    ]);
  });
});
