import { describe, expect, test } from 'vitest';
import { doubtsOf, judge, LABELS, municipality } from './support.ts';

const told = (...given: Parameters<typeof judge>) =>
  judge(...given).findings.map(({ sentence, write }) => ({ sentence, write }));

describe('a code outside its years', () => {
  test('before it began, and the settings do not say when, gets its first year', () => {
    expect(told([municipality('Moss', '3103')])).toEqual([
      {
        sentence:
          '3103 («Moss») began in 2024, says the source, and the settings have Moss use it longer: its figures in 2008-2023 are missing.',
        write: ["- { code: '3103', from: 2024 }"],
      },
    ]);
  });

  test('after its end keeps the first year of the settings, and its end is that of the source', () => {
    const moss = municipality('Moss', '3103 2024-', '3002 2020-2023', '0104 2010-2021');
    expect(told([moss])).toEqual([
      {
        sentence:
          '0104 («Moss (-2019)») ended in 2019, says the source, and the settings have Moss use it longer: its figures in 2020-2021 are missing.',
        write: ["- { code: '0104', from: 2010, to: 2019 }"],
      },
    ]);
  });

  test('gets the narrower of the years that settings and source have', () => {
    const [wider] = told([municipality('Moss', '3103 2024-', '3002 2018-2025')]);
    expect(wider?.write).toEqual(["- { code: '3002', from: 2020, to: 2023 }"]);
    const [later] = told([municipality('Moss', '3103 2024-', '3002 2021-2025')]);
    expect(later?.write).toEqual(["- { code: '3002', from: 2021, to: 2023 }"]);
    const [earlier] = told([municipality('Moss', '3103 2024-', '3002 2018-2022')]);
    expect(earlier?.write).toEqual(["- { code: '3002', from: 2020, to: 2022 }"]);
  });

  test('is told while the figures have not come to its end, with a successor that goes on without a year', () => {
    const labels = { ...LABELS, '3301': 'Drammen (2024-2026)', '9901': 'Drammen' };
    expect(told([municipality('Drammen', '3301 2024-')], { labels })).toEqual([
      {
        sentence:
          '3301 («Drammen (2024-2026)») was in use 2024-2026, says the source, and the settings have Drammen use it longer: the figures have not come so far yet.',
        write: ["- { code: '9901', from: 2027 }", "- { code: '3301', from: 2024, to: 2026 }"],
      },
    ]);
  });

  test('is not told when the settings end it with the source', () => {
    expect(told([municipality('Drammen', '3005 2020-2023')])).toEqual([]);
  });
});

describe('a code without a label that tells', () => {
  test.each(['3103', ' ', ''])('is not doubted: «%s»', (label) => {
    expect(judge([municipality('Moss', '3103')], { labels: { '3103': label } })).toEqual({ doubts: [], findings: [] });
  });
});

describe('a code that the dataset lacks', () => {
  const wrong = municipality('Moss', '3103 2024-', '3002 2020-');

  test('is not doubted, whatever is said of it', () => {
    expect(judge([wrong], { codes: ['3103', '0301'] })).toEqual({ doubts: [], findings: [] });
    expect(doubtsOf(judge([wrong], { codes: ['3002'] }))).toEqual(['3002 2024-2025 code-ended']);
  });
});
