import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/model/language.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { inMillions } from '../../../src/words/millions.ts';
import { buildDefinition, type Cell, INPUT } from '../../support/builders.ts';
import { plainSpaces } from '../../support/plain-spaces.ts';
import { assessOwn } from '../../status/assess-figures.ts';

const THOUSANDS = { unit: 'tusen tonn CO2-ekvivalenter', unitEn: 'thousand tonnes of CO2 equivalents', decimals: 0 };
const less: Rule = { id: 'annual-change', direction: 'decrease', tolerance: { percentOfPrevious: 0.5 } };

function said(input: Partial<typeof INPUT>, own: Record<string, Cell>, rule: Rule = less, language: Language = 'nb') {
  const definition = buildDefinition({ rule, inputs: [{ ...INPUT, ...input }] });
  return plainSpaces(assessOwn(own, { definition, language }).sentence).replace(/ (?:Kilde|Source): .*$/, '');
}

describe('what is counted in thousands', () => {
  it('is told in millions from a thousand thousands up, with a difference that adds up', () => {
    expect(said(THOUSANDS, { '2023': 35526, '2024': 34756 })).toBe(
      'Tallet for 2024 er 34,76 millioner tonn CO₂-ekvivalenter, ned 0,77 fra 35,53 i 2023. Nedgangen er større enn marginen på 0,5 prosent, så ambisjonen er oppfylt.',
    );
    expect(said(THOUSANDS, { '2023': 35526, '2024': 34756 }, less, 'en')).toMatch(
      /34\.76 million tonnes of CO₂ equivalents.*0\.77.*35\.53/,
    );
  });

  it('keeps every digit that was published where the difference needs it', () => {
    expect(said(THOUSANDS, { '2023': 34757, '2024': 34756 })).toMatch(
      /^Tallet for 2024 er 34,756 millioner tonn CO₂-ekvivalenter, ned 0,001 fra 34,757 i 2023\./,
    );
  });

  it('has its margin in the same unit', () => {
    expect(said(THOUSANDS, { '2023': 35526, '2024': 34756 }, { ...less, tolerance: { absolute: 100 } })).toContain(
      'større enn marginen på 0,1 millioner tonn CO₂-ekvivalenter',
    );
  });

  it('is told as it is published where there are fewer', () => {
    expect(said(THOUSANDS, { '2023': 812, '2024': 800 })).toMatch(
      /^Tallet for 2024 er 800 tusen tonn CO₂-ekvivalenter, ned 12 fra 812 i 2023\./,
    );
  });

  it('is told as it is published by a rule whose limits are', () => {
    expect(said(THOUSANDS, { '2023': 35526, '2024': 34756 }, { id: 'threshold', max: 35000 })).toBe(
      'Tallet for 2024 er 34 756 tusen tonn CO₂-ekvivalenter. Det skal være høyst 35 000 tusen tonn CO₂-ekvivalenter, så ambisjonen er oppfylt.',
    );
  });

  it.each([
    [34756, 'tusen tonn', 'nb', { value: 34.756, unit: 'millioner tonn', isScaled: true }],
    [34756, '1000 tonn', 'nb', { value: 34.756, unit: 'millioner tonn', isScaled: true }],
    [34756, 'tonn', 'nb', { value: 34756, unit: 'tonn', isScaled: false }],
    [999, 'tusen tonn', 'nb', { value: 999, unit: 'tusen tonn', isScaled: false }],
    [-1000, 'thousand tonnes', 'en', { value: -1, unit: 'million tonnes', isScaled: true }],
  ] as const)('of %d %s is a figure with its unit', (value, unit, language, told) => {
    expect(inMillions(value, unit, language)).toEqual(told);
  });
});

describe('the unit in words', () => {
  const EDUCATION = { unitInWords: 'prosent med høyere utdanning', unitInWordsEn: 'per cent with higher education' };

  it('says what the latest figure counts', () => {
    expect(said(EDUCATION, { '2024': 35.0, '2025': 35.2 }, { id: 'not-set' })).toBe(
      'Tallet for 2025 er 35,2 prosent med høyere utdanning. Ambisjonen er ikke fastsatt.',
    );
    expect(said(EDUCATION, { '2025': 35.2 }, { id: 'not-set' }, 'en')).toContain('35.2 per cent with higher education');
  });

  it('is said once: the figure before and the margin have the unit alone, and a difference is in percentage points', () => {
    expect(said(EDUCATION, { '2024': 36.2, '2025': 35.2 }, { ...less, tolerance: { absolute: 0.5 } })).toBe(
      'Tallet for 2025 er 35,2 prosent med høyere utdanning, ned 1,0 prosentpoeng fra 36,2 i 2024. Nedgangen er større enn marginen på 0,5 prosentpoeng, så ambisjonen er oppfylt.',
    );
  });

  it('is that of the language the unit is in: no bokmål beside a unit in nynorsk', () => {
    const enterprises = { unit: 'foretak', unitInWords: 'nyetablerte foretak', unitEn: 'enterprises', decimals: 0 };
    const years = { '2024': 948, '2025': 972 };
    expect(said(enterprises, years, { id: 'not-set' }, 'nn')).toContain('972 nyetablerte foretak');
    expect(said({ ...enterprises, unitNn: 'føretak' }, years, { id: 'not-set' }, 'nn')).toContain('972 føretak.');
    expect(said(enterprises, years, { id: 'not-set' }, 'en')).toContain('972 enterprises.');
  });
});
