import { expect, test } from 'vitest';
import { CODE_LIST, doubtsOf, judge, LABELS, municipality, yearsFrom } from './support.ts';

const NOTHING = { doubts: [], findings: [] };
const drammen = (...more: readonly string[]) =>
  municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019', '0625 -2019', ...more);
const without = (code: string) => Object.fromEntries(Object.entries(LABELS).filter(([key]) => key !== code));

test('a code that another sum has is of another area', () => {
  expect(judge([drammen('0711 -2019', '0136 -2019')], { codeList: CODE_LIST }).findings).toEqual([
    {
      ...{ place: '3301', code: '0136', weight: 'missing', write: [] },
      sentence:
        '0136 «Rygge (-2019)» is in K-3103 (Moss), says the source’s code list, and the settings have it for Drammen in 2008-2019: a sum with it is of another area.',
      about: {
        ...{ kind: 'sum-strange', code: '0136', label: 'Rygge (-2019)', years: yearsFrom(2008, 2019) },
        owner: { code: 'K-3103', name: 'Moss' },
      },
    },
  ]);
});

test('a code that no sum has is of another area', () => {
  const [found] = judge([drammen('0711 -2019', '1129 -2019')], { codeList: CODE_LIST }).findings;
  expect(found?.sentence).toBe(
    '1129 «Forsand (-2019)» is in no sum of that list, says the source’s code list, and the settings have it for Drammen in 2008-2019: a sum with it is of another area.',
  );
});

test('a list of which only some values sum says what belongs together', () => {
  const list = [...CODE_LIST, { code: 'K-1101', label: 'Eigersund', members: ['1101'] }];
  expect(doubtsOf(judge([drammen()], { codeList: list }))).toEqual([
    '0602 2008-2019 other-place',
    '0625 2008-2019 other-place',
  ]);
});

test('a code without a label has no years, and says nothing', () => {
  expect(judge([drammen()], { codeList: CODE_LIST, labels: without('0711') })).toEqual(NOTHING);
  expect(judge([drammen('0711 -2019', '1129 -2019')], { codeList: CODE_LIST, labels: without('1129') })).toEqual(
    NOTHING,
  );
});

test('a code of years without figures says nothing', () => {
  const wrong = drammen('0711 -2019', '0136 -2019');
  expect(judge([wrong], { codeList: CODE_LIST, years: [2020, 2024] })).toEqual(NOTHING);
});

test('years that the settings leave out are no years of a smaller area', () => {
  expect(judge([municipality('Moss', '3103 2024-')], { codeList: CODE_LIST })).toEqual(NOTHING);
});

test('years of a place that was divided are told once, as that', () => {
  const wrong = municipality('Ålesund', '1508 2024-', '1580 2020-2023', '1504 -2019');
  const labels = { ...LABELS, '1580': 'Ålesund (2020-)' };
  const { doubts, findings } = judge([wrong], { codeList: CODE_LIST, labels });
  expect(new Set(doubts.map(({ reason }) => reason))).toEqual(new Set(['border-change']));
  const among = [
    { code: '1508', name: 'Ålesund' },
    { code: '1580', name: 'Haram' },
  ];
  const divided = { code: '1507', name: 'Ålesund', among };
  expect(findings).toEqual([
    {
      ...{ place: '1508', code: '1580', weight: 'missing', write: [] },
      sentence:
        'Ålesund has no figures of its own in 2020-2023: 1507 Ålesund held both 1508 Ålesund and 1580 Haram. Take 1580 out of the settings in those years; they are missing.',
      about: { kind: 'left-out', codes: ['1580'], years: yearsFrom(2020, 2023), divided },
    },
  ]);
});
