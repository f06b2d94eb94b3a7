import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/model/language.ts';
import type { Rule } from '../../../src/model/plan/rule.ts';
import { toldInMillions } from '../../../src/words/finding/told-in-millions.ts';
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

  it('is told with the limits of a rule in the same unit', () => {
    expect(said(THOUSANDS, { '2023': 35526, '2024': 34756 }, { id: 'threshold', max: 35000 })).toBe(
      'Tallet for 2024 er 34,8 millioner tonn CO₂-ekvivalenter. Det skal være høyst 35 millioner tonn CO₂-ekvivalenter, så ambisjonen er oppfylt.',
    );
    const third: Rule = {
      ...{ id: 'target', direction: 'decrease', change: { absolute: -20_000 }, base: 2022, year: 2032 },
      ...{ path: 'straight', tolerance: { absolute: 500 } },
    };
    expect(said(THOUSANDS, { '2022': 36000, '2024': 34756 }, third)).toBe(
      'Tallet for 2024 er 34,8 millioner tonn CO₂-ekvivalenter. Målet er 16,0 millioner tonn CO₂-ekvivalenter i 2032. På en jevn vei dit skulle tallet vært 32,0 millioner tonn CO₂-ekvivalenter i 2024. Det ligger 2,8 millioner tonn CO₂-ekvivalenter bak den veien, mer enn marginen på 0,5 millioner tonn CO₂-ekvivalenter, så ambisjonen er ikke oppfylt.',
    );
    const mean: Rule = { id: 'no-worse-than-mean', direction: 'decrease', periods: 2, tolerance: { absolute: 0 } };
    expect(said(THOUSANDS, { '2022': 36000, '2023': 35000, '2024': 34756 }, mean)).toContain(
      'Gjennomsnittet for de to periodene før var 35,5 millioner tonn CO₂-ekvivalenter. Tallet er 0,7 millioner',
    );
  });

  it('leaves what is no count of thousands as it is: a share of another place, and a rank', () => {
    const verdictOf = (rule: Rule, numbers: Record<string, number>) => {
      const figures = assessOwn({ '2024': 34756 }, { definition: buildDefinition({ rule: less }) });
      const { finding, ...evidence } = figures.evidence;
      const unit = { norwegian: 'tusen tonn', english: 'thousand tonnes' };
      const facts = { ...finding!, unit, known: { period: '2024', value: 34756 } };
      const verdict = { rule, status: 'on-track' as const, numbers };
      return toldInMillions({ evidence: { ...evidence, finding, verdict }, facts }, 'nb').evidence.verdict;
    };
    const share: Rule = {
      ...{ id: 'against', place: '0', as: 'share', min: 90, direction: 'increase', tolerance: { absolute: 1 } },
    };
    expect(
      verdictOf(share, { current: 34756, placeLevel: 36000, against: 96.5, required: 90, tolerance: 1 }),
    ).toMatchObject({
      rule: share,
      numbers: { current: 34.756, placeLevel: 36, against: 96.5, required: 90, tolerance: 1 },
    });
    const rank: Rule = { id: 'rank', direction: 'decrease', within: 3 };
    expect(verdictOf(rank, { current: 34756, rank: 2, ranked: 12, within: 3 })?.numbers).toEqual({
      ...{ current: 34.756, rank: 2, ranked: 12, within: 3 },
    });
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
