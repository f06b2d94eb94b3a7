import { describe, expect, test } from 'vitest';
import { county, doubtsOf, judge, LABELS, municipality, yearsFrom } from './support.ts';

const NOTHING = { doubts: [], findings: [] };
const VINJE = municipality('Vinje', '4036 2024-', '3824 2020-2023', '0834 -2019');
const DRAMMEN = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019', '0625 -2019', '0711 -2019');
const SANDNES = ['1108 2020-', '1102 -2019'];
const weights = (...given: Parameters<typeof judge>) =>
  judge(...given).findings.map(({ code, weight }) => `${code} ${weight}`);
const without = (...codes: readonly string[]) =>
  Object.fromEntries(Object.entries(LABELS).filter(([code]) => !codes.includes(code)));

describe('a name that is only spelt otherwise', () => {
  test.each(['Drammens', 'Dramnen'])('is told, and the figures stand: %s', (name) => {
    const { doubts, findings } = judge([{ ...DRAMMEN, name }], { years: [2024, 2025] });
    expect(doubts).toEqual([]);
    expect(findings).toEqual([
      {
        ...{ place: '3301', code: '3301', weight: 'note', write: [] },
        sentence: `3301 is «Drammen» at the source, and ${name} in the settings: the figures stand, since the names are alike.`,
      },
    ]);
  });

  test('is a note on a sum of the source and on its parts too', () => {
    const judged = judge([{ ...DRAMMEN, name: 'Drammens' }], { form: 'grouped' });
    expect(judged.doubts).toEqual([]);
    expect(new Set(judged.findings.map(({ weight }) => weight))).toEqual(new Set(['note']));
    expect(judged.findings.map(({ code }) => code)).toContain('K-3301');
  });

  test('gives way to what is worse of the same code', () => {
    const drammens = (...codes: readonly string[]) => municipality('Drammens', ...codes);
    const labels = { ...LABELS, '3301': 'Drammen (2024-2026)' };
    expect(weights([drammens('3301 2024-')], { labels })).toEqual(['3301 wrong']);
    expect(weights([drammens('3301 2024-', '3005 2020-2025')])).toEqual(['3301 note', '3005 missing']);
  });

  test('may be another place’s that is known: Hvaler and Våler', () => {
    const labels = { '3110': 'Hvaler', '3018': 'Våler (Viken) (2020-2023)', '3419': 'Våler (Innlandet)' };
    const hvaler = municipality('Hvaler', '3110 2024-', '3018 2020-2023');
    expect(doubtsOf(judge([hvaler], { labels }))).toEqual(['3018 2020-2023 other-place']);
    expect(judge([hvaler], { labels: { '3110': 'Hvaler', '3018': 'Våler (Viken) (2020-2023)' } }).doubts).toEqual([]);
  });
});

describe('another place’s name', () => {
  test('is told with the code that bears the right one, of all codes of that kind', () => {
    const labels = { ...LABELS, '3825': 'Vinje - Vinjja (2020-2023)', 'V-36': 'Vinje', '36-V': 'Vinje', '38': 'Vinje' };
    expect(judge([VINJE], { labels }).findings).toEqual([
      {
        ...{ place: '4036', code: '3824', weight: 'missing', write: ["- { code: '3825', from: 2020, to: 2023 }"] },
        sentence:
          '3824 is «Tokke (2020-2023)», says the source, and the settings take it for Vinje in 2020-2023: figures under it are another place’s and are missing.',
        about: { kind: 'other-name', code: '3824', label: 'Tokke (2020-2023)', years: yearsFrom(2020, 2023) },
      },
    ]);
  });

  test('is told without a line when the settings have the right code besides', () => {
    const both = municipality('Vinje', '4036 2024-', '3824 2020-2023', '3825 2020-2023', '0834 -2019');
    expect(judge([both]).findings.map(({ code, write }) => ({ code, write }))).toEqual([{ code: '3824', write: [] }]);
  });

  test('says nothing of a code without figures in its years', () => {
    expect(judge([VINJE], { years: [2024, 2025] })).toEqual(NOTHING);
  });

  test('counts in the years of the code alone, which are told first', () => {
    const longer = municipality('Vinje', '4036 2026-', '3824 2020-2025', '0834 -2019');
    const { doubts, findings } = judge([longer]);
    expect(doubts.map(({ years, reason }) => `${reason} ${years.join(' ')}`)).toEqual([
      'code-ended 2024 2025',
      'other-place 2020 2021 2022 2023',
    ]);
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('3824 («Tokke (2020-2023)») was in use 2020-2023'),
    ]);
  });

  test('is told before an end that the figures have not come to', () => {
    const labels = { ...LABELS, '3824': 'Tokke (2020-2027)' };
    const { findings } = judge([municipality('Vinje', '3824 2020-', '0834 -2019')], { labels });
    expect(findings.map(({ code, weight, sentence }) => `${code} ${weight} ${sentence.slice(0, 15)}`)).toEqual([
      '3824 missing 3824 is «Tokke ',
    ]);
  });

  test('is none in a label without letters', () => {
    expect(judge([municipality('Moss', '3103 2024-')], { labels: { '3103': '31-03' } })).toEqual(NOTHING);
  });

  test('is known from a double name of today', () => {
    const wrong = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019', '0626 -2019');
    const labels = { ...LABELS, '3312': 'Lier - Lijre' };
    expect(doubtsOf(judge([wrong], { labels }))).toEqual(['0626 2008-2019 other-place']);
  });

  test('is known from the settings where no label of today has it', () => {
    const wrong = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019', '0626 -2019');
    const lier = municipality('Lier', '3312 2024-');
    const labels = without('3312');
    expect(doubtsOf(judge([wrong], { labels }))).toEqual([]);
    expect(doubtsOf(judge([wrong, lier], { labels }))).toEqual(['0626 2008-2019 other-place']);
    expect(doubtsOf(judge([wrong, { ...lier, level: 'county' }], { labels }))).toEqual([]);
  });

  test('of a county is known from the counties of the settings', () => {
    const labels = { '34': 'Innlandet', '04': 'Hedmark (-2019)', '07': 'Vestfold (-2019)' };
    const innlandet = county('Innlandet', '34 2020-', '04 -2019', '07 -2019');
    const vestfold = county('Vestfold', '39 2024-');
    expect(doubtsOf(judge([innlandet, vestfold], { labels }))).toEqual(['07 2008-2019 other-place']);
    expect(doubtsOf(judge([innlandet, { ...vestfold, level: 'municipality' }], { labels }))).toEqual([]);
  });

  test('is none that only a code bears which has ended too, or a place of another level', () => {
    const sandnes = municipality('Sandnes', ...SANDNES, '1129 -2019');
    const labels = { ...LABELS, '1130': 'Forsand (-1964)', '77': 'Forsand' };
    expect(judge([sandnes], { labels })).toEqual(NOTHING);
  });
});

describe('codes that were merged', () => {
  const strangers = municipality('Sandnes', '1108 2020-', '0711 -2019', '1129 -2019');

  test('are told when none has the place’s own name and another code has', () => {
    expect(judge([strangers]).findings[0]).toEqual({
      ...{ place: '1108', code: '1102', weight: 'missing', write: ["- { code: '1102', to: 2019 }"] },
      sentence:
        '1102 is «Sandnes (-2019)», says the source, and the settings have 0711, 1129 for Sandnes in 2008-2019, none of that name: the figures are of another area and are missing.',
      about: {
        ...{ kind: 'namesake', code: '1102', label: 'Sandnes (-2019)', codes: ['0711', '1129'] },
        years: yearsFrom(2008, 2019),
      },
    });
  });

  test('may have the name in a code whose label is not known', () => {
    expect(judge([strangers], { labels: without('0711') })).toEqual(NOTHING);
  });

  test('have it in one name of a double name', () => {
    const labels = { ...LABELS, '1102': 'Sandnes - Sánness (-2019)', '1130': 'Sandnes (-2019)' };
    expect(judge([municipality('Sandnes', ...SANDNES, '1129 -2019')], { labels })).toEqual(NOTHING);
  });

  test('are not told when two codes had the name, and either may be meant', () => {
    const nes = municipality('Nes', '3228 2024-', '3034 2020-2023', '0711 -2019', '1129 -2019');
    expect(judge([nes])).toEqual(NOTHING);
  });
});
