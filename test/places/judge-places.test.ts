import { describe, expect, test } from 'vitest';
import { CODE_LIST, county, doubtsOf, judge, LABELS, municipality, yearsFrom } from './support.ts';

const MOSS = municipality('Moss', '3103 2024-', '3002 2020-2023', '0104 -2019', '0136 -2019');
const SARPSBORG = municipality('Sarpsborg', '3105 2024-', '3003 2020-2023', '0105 -2019');
const DRAMMEN = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019', '0625 -2019', '0711 -2019');

describe('places as the source has them', () => {
  test.each([
    ['raw codes', 'divisions', null],
    ['raw codes beside a code list', 'divisions', CODE_LIST],
    ['sums of the source', 'grouped', CODE_LIST],
  ] as const)('are not doubted on %s', (_, form, codeList) => {
    expect(judge([MOSS, SARPSBORG, DRAMMEN], { form, codeList })).toEqual({ doubts: [], findings: [] });
  });

  test('are not doubted where the source has no labels', () => {
    expect(
      judge([municipality('Vinje', '4036 2024-', '3824 2020-2023')], { labels: { '3824': '3824' } }).doubts,
    ).toEqual([]);
  });
});

describe('a code that has ended', () => {
  test('is missing from then on, and the lines to write name it and its successor', () => {
    const judged = judge([municipality('Moss', '3002 2020-')]);
    expect(doubtsOf(judged)).toEqual(['3002 2024-2025 code-ended']);
    expect(judged.findings).toEqual([
      {
        ...{ place: '3002', code: '3002', weight: 'missing' },
        sentence:
          '3002 («Moss (2020-2023)») was in use 2020-2023, says the source, and the settings have Moss use it longer: its figures in 2024-2025 are missing.',
        write: ["- { code: '3103', from: 2024 }", "- { code: '3002', from: 2020, to: 2023 }"],
        about: {
          ...{ kind: 'code-years', code: '3002', label: 'Moss (2020-2023)', from: 2020, to: 2023 },
          years: [2024, 2025],
        },
      },
    ]);
  });

  test('and that the source therefore does not offer has the same lines to write, and no figures to doubt', () => {
    const lacking = judge([municipality('Moss', '3002 2020-')], { form: 'grouped', codes: [], lacking: ['3002'] });
    expect(lacking.doubts).toEqual([]);
    expect(lacking.findings.map(({ weight, write }) => ({ weight, write }))).toEqual([
      { weight: 'missing', write: ["- { code: '3103', from: 2024 }", "- { code: '3002', from: 2020, to: 2023 }"] },
    ]);
  });

  test('by a label that the figures have not come to yet is told, and nothing is missing', () => {
    const labels = { ...LABELS, '3301': 'Drammen (2024-2026)', '9901': 'Drammen (2027-)' };
    const { doubts, findings } = judge([DRAMMEN], { labels });
    expect(doubts).toEqual([]);
    expect(findings.map(({ weight, write }) => ({ weight, write }))).toEqual([
      { weight: 'wrong', write: ["- { code: '9901', from: 2027 }", "- { code: '3301', from: 2024, to: 2026 }"] },
    ]);
  });

  test('in a reform while nobody looks is missing in the first year of the new code', () => {
    const labels = { ...LABELS, '3301': 'Drammen (2024-2024)', '9901': 'Drammen' };
    expect(doubtsOf(judge([DRAMMEN], { labels }))).toEqual(['3301 2025-2025 code-ended']);
  });

  test('is missing before it began, also where only its number tells', () => {
    expect(doubtsOf(judge([municipality('Moss', '3103')]))).toEqual(['3103 2008-2023 code-ended']);
  });

  test('ends a sum of the source when every code in it has', () => {
    const labels = { ...LABELS, '3103': 'Moss (2024-2024)' };
    const judged = judge([MOSS], { form: 'grouped', labels });
    expect(doubtsOf(judged)).toEqual(['K-3103 2025-2025 code-ended']);
    expect(judged.findings.map(({ code, weight }) => `${code} ${weight}`)).toEqual(['K-3103 missing', '3103 wrong']);
    expect(judged.findings[0]).toMatchObject({
      sentence:
        'Every code that K-3103 (Moss) sums has ended by 2024, says the source: its figures in 2025 are missing.',
      write: [],
    });
  });

  test('does not end a sum whose figures have not come so far, nor one with a member nobody has named', () => {
    const later = { ...LABELS, '3103': 'Moss (2024-2026)' };
    expect(judge([MOSS], { form: 'grouped', labels: later }).findings.map(({ code }) => code)).toEqual(['3103']);
    const unnamed = Object.fromEntries(Object.entries(LABELS).filter(([code]) => code !== '3103'));
    expect(judge([MOSS], { form: 'grouped', labels: unnamed })).toEqual({ doubts: [], findings: [] });
  });
});

describe('a code with another place’s name', () => {
  test('is missing in its years: Tokke given as Vinje', () => {
    const judged = judge([municipality('Vinje', '4036 2024-', '3824 2020-2023', '0834 -2019')]);
    expect(doubtsOf(judged)).toEqual(['3824 2020-2023 other-place']);
    expect(judged.findings.map(({ sentence, write }) => ({ sentence, write }))).toEqual([
      {
        sentence:
          '3824 is «Tokke (2020-2023)», says the source, and the settings take it for Vinje in 2020-2023: figures under it are another place’s and are missing.',
        write: ["- { code: '3825', from: 2020, to: 2023 }"],
      },
    ]);
  });

  test('leaves the figures of a sum of the source, which does not rest on it, and is told', () => {
    const { doubts, findings } = judge([municipality('Vinje', '4036 2024-', '3824 2020-2023', '0834 -2019')], {
      form: 'grouped',
    });
    expect(doubts).toEqual([]);
    expect(findings.map(({ code, weight }) => `${code} ${weight}`)).toEqual(['3824 wrong', '3825 wrong']);
  });

  test('is missing for both of two places that were swapped', () => {
    const moss = municipality('Moss', '3103 2024-', '3003 2020-2023', '0104 -2019', '0136 -2019');
    const sarpsborg = municipality('Sarpsborg', '3105 2024-', '3002 2020-2023', '0105 -2019');
    expect(doubtsOf(judge([moss, sarpsborg]))).toEqual(['3003 2020-2023 other-place', '3002 2020-2023 other-place']);
  });

  test('is missing in every year where the whole place bears another’s name', () => {
    const sarpsborg = municipality('Moss', '3105 2024-', '3003 2020-2023', '0105 1992-2019');
    expect(judge([sarpsborg]).doubts.map(({ code, reason }) => `${code} ${reason}`)).toEqual([
      '3105 other-place',
      '3003 other-place',
      '0105 other-place',
    ]);
    expect(doubtsOf(judge([municipality('Moss', '3105 2024-', '3003 2020-2023')], { form: 'grouped' }))).toContain(
      'K-3105 2008-2025 other-place',
    );
  });

  test('is missing among merged codes too when that other place lives on: 0626 for 0625', () => {
    const drammen = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019', '0626 -2019', '0711 -2019');
    expect(doubtsOf(judge([drammen]))).toEqual(['0626 2008-2019 other-place']);
  });

  test('is missing among merged codes when it is in force today', () => {
    expect(doubtsOf(judge([municipality('Sandnes', '1108 2020-', '1102 -2019', '1101 -2019')]))).toEqual([
      '1101 2008-2019 other-place',
    ]);
  });

  test('is none among merged codes that had names of their own', () => {
    expect(judge([municipality('Sandnes', '1108 2020-', '1102 -2019', '1129 -2019')])).toEqual({
      doubts: [],
      findings: [],
    });
  });

  test('is wanting when the merged codes lack the one with the place’s own name', () => {
    const judged = judge([municipality('Sandnes', '1108 2020-', '0711 -2019', '1129 -2019')]);
    expect(doubtsOf(judged)).toEqual(['0711 2008-2019 other-place', '1129 2008-2019 other-place']);
    expect(judged.findings[0]?.write).toEqual(["- { code: '1102', to: 2019 }"]);
  });

  test('is the place all the same when the settings give the code that name', () => {
    const vinje = municipality('Vinje', '4036 2024-', '3824 2020-2023', '0834 -2019');
    const codes = vinje.codes.map((one) => (one.code === '3824' ? { ...one, name: 'Tokke' } : one));
    expect(judge([{ ...vinje, codes }]).doubts).toEqual([]);
  });

  test('that is only spelt otherwise is told, and nothing is missing', () => {
    const misspelt = { ...DRAMMEN, name: 'Drammens' };
    const { doubts, findings } = judge([misspelt]);
    expect(doubts).toEqual([]);
    expect(new Set(findings.map(({ weight }) => weight))).toEqual(new Set(['note']));
  });

  test('that two codes bore in the same years is not taken for the other: Nes and Nesbyen', () => {
    const { doubts, findings } = judge([municipality('Nesbyen', '3322 2024-', '3040 2020-2023', '0616 -2019')]);
    expect(doubts).toEqual([]);
    expect(findings.map(({ code, weight }) => `${code} ${weight}`)).toEqual(['0616 note']);
  });
});

describe('the code list of the source', () => {
  const withoutSvelvik = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019', '0625 -2019');

  test('has a member that the settings lack: our own sum is missing in its years', () => {
    const judged = judge([withoutSvelvik], { codeList: CODE_LIST });
    expect(doubtsOf(judged)).toEqual(['0602 2008-2019 other-place', '0625 2008-2019 other-place']);
    expect(judged.findings).toEqual([
      {
        ...{ place: '3301', code: '0711', weight: 'missing' },
        sentence:
          'K-3301 (Drammen) sums 0711 «Svelvik (1964-2019)» in 2008-2019, says the source’s code list, and the settings lack it: a sum of the codes given there is of a smaller area.',
        write: ["- { code: '0711', from: 1964, to: 2019 } # Svelvik"],
        about: { kind: 'sum-lacks', code: '0711', label: 'Svelvik (1964-2019)', years: yearsFrom(2008, 2019) },
      },
    ]);
  });

  test('has it also where the source sums: the figures stand, and the settings are wrong', () => {
    const { doubts, findings } = judge([withoutSvelvik], { form: 'grouped' });
    expect(doubts).toEqual([]);
    expect(findings.map(({ code, weight }) => `${code} ${weight}`)).toEqual(['0711 wrong']);
  });

  test('lacks a member that the settings have: its figures are missing', () => {
    const drammen = municipality(
      'Drammen',
      ...['3301 2024-', '3005 2020-2023', '0602 -2019'],
      '0625 -2019',
      '0711 -2019',
      '0136 -2019',
    );
    const judged = judge([drammen], { codeList: CODE_LIST });
    expect(doubtsOf(judged)).toEqual(['0136 2008-2019 other-place']);
    expect(judged.findings[0]?.sentence).toContain('is in K-3103 (Moss), says the source’s code list');
  });

  test('says nothing of codes that ended before the figures begin', () => {
    expect(judge([withoutSvelvik], { codeList: CODE_LIST, years: [2020, 2021, 2024] })).toEqual({
      doubts: [],
      findings: [],
    });
  });

  test('that only picks codes says nothing', () => {
    const picks = CODE_LIST.map(({ code, label }) => ({ code, label, members: [code.slice(2)] }));
    expect(judge([DRAMMEN], { codeList: picks })).toEqual({ doubts: [], findings: [] });
  });

  test('of another level says nothing of the codes of this one', () => {
    const buskerud = county('Buskerud', '33 2024-', '06 -2019');
    const list = [{ code: 'K-33', label: 'Buskerud', members: ['3301', '3005', '0602'] }];
    expect(judge([buskerud], { form: 'grouped', codeList: list })).toEqual({ doubts: [], findings: [] });
  });
});

describe('a municipality that was divided', () => {
  const left = municipality('Ålesund', '1508 2024-', '1504 -2019');

  test.each([
    [left, 'K-1508'],
    [municipality('Haram', '1580 2024-', '1534 -2019'), 'K-1580'],
  ])('has no figures in the years of the whole, whatever the sum of the source shows', (place, group) => {
    const judged = judge([place], { form: 'grouped' });
    expect(doubtsOf(judged)).toEqual([`${group} 2020-2023 border-change`]);
    expect(judged.findings).toEqual([]);
  });

  test.each([
    ['divisions', '1507 2020-2023 border-change'],
    ['grouped', 'K-1508 2020-2023 border-change'],
  ] as const)('is told when the settings give it the code of the whole, on %s', (form, doubt) => {
    const judged = judge([municipality('Ålesund', '1508 2024-', '1507 2020-2023', '1504 -2019')], { form });
    expect(doubtsOf(judged)).toContain(doubt);
    expect(judged.findings.map(({ weight, sentence }) => `${weight} ${sentence}`)).toEqual([
      'missing Ålesund has no figures of its own in 2020-2023: 1507 Ålesund held both 1508 Ålesund and 1580 Haram. Take 1507 out of the settings in those years; they are missing.',
    ]);
  });

  test('is told with every code that the settings give it in those years', () => {
    const both = municipality('Ålesund', '1508 2024-', '1507 2020-2023', '1534 2020-2023', '1504 -2019');
    expect(judge([both], { form: 'grouped' }).findings).toContainEqual({
      ...{ place: '1508', code: '1507, 1534', weight: 'missing', write: [] },
      sentence:
        'Ålesund has no figures of its own in 2020-2023: 1507 Ålesund held both 1508 Ålesund and 1580 Haram. Take 1507, 1534 out of the settings in those years; they are missing.',
      about: {
        ...{ kind: 'left-out', codes: ['1507', '1534'], years: yearsFrom(2020, 2023) },
        divided: {
          ...{ code: '1507', name: 'Ålesund' },
          among: [
            { code: '1508', name: 'Ålesund' },
            { code: '1580', name: 'Haram' },
          ],
        },
      },
    });
  });

  test('leaves a year out of a sum wherever the settings have no code', () => {
    const moss = municipality('Moss', '3103 2024-', '3002 2020-2022', '0104 -2019', '0136 -2019');
    expect(doubtsOf(judge([moss], { form: 'grouped' }))).toEqual(['K-3103 2023-2023 border-change']);
    expect(doubtsOf(judge([moss], { form: 'grouped', codeList: null }))).toEqual(['K-3103 2023-2023 border-change']);
  });
});
