import { describe, expect, it } from 'vitest';
import type { FileQuestion } from '../../src/model/data/file-question.ts';
import { questionSentence } from '../../src/words/question/question-sentence.ts';
import { QUARANTINE_REASONS } from '../../src/model/data/quarantine-reason.ts';

const boats = { kind: 'not-there', dimension: 'Sektor', code: 'Sjøfart', period: '2024' } as const;
const cars = { kind: 'not-left-out', dimension: 'Utslippskilde', code: 'Personbiler', period: '2024' } as const;
const hydrogen = { kind: 'not-decided', dimension: 'Sektor', code: 'Hydrogen', period: '2024' } as const;

describe('what is asked about a file', () => {
  it.each<[FileQuestion, string, string]>([
    [
      { kind: 'future-years', years: ['2052', '2053'] },
      'Filen har tall for 2052, 2053, som ikke har begynt ennå. Er året skrevet feil?',
      'The file has figures for 2052, 2053, which has not begun yet. Is the year mistyped?',
    ],
    [
      { kind: 'out-of-range', what: 'tilfredshet', year: '2025', value: 642, range: [0, 100] },
      '«tilfredshet» er 642 i 2025, utenfor området 0–100 som planen sier at indeksen har. Mangler et komma?',
      '«tilfredshet» is 642 in 2025, outside the range 0–100 that the plan says the index has. Is a decimal mark missing?',
    ],
    [
      { kind: 'other-scale', what: 'Jordbruk', year: '2024', value: 4.9, other: 4900, otherYear: null },
      '«Jordbruk» er 4,9 i 2024, mot 4900 i den forrige filen. Er målestokken eller enheten en annen?',
      '«Jordbruk» is 4.9 in 2024, against 4900 in the last file. Is the scale or the unit another?',
    ],
    [
      { kind: 'other-scale', what: 'Jordbruk', year: '2024', value: 4.9, other: 5000, otherYear: '2023' },
      '«Jordbruk» er 4,9 i 2024, mot 5000 i 2023. Er målestokken eller enheten en annen?',
      '«Jordbruk» is 4.9 in 2024, against 5000 in 2023. Is the scale or the unit another?',
    ],
    [
      { kind: 'unsettled', category: boats, nearest: 'Skipsfart' },
      'Innstillingene regner med sektoren «Sjøfart», som filen ikke har; den har «Skipsfart». Tas filen inn likevel, er indikatoren brudd i tidsserien til en linje i innstillingene avgjør det.',
      'The settings count sector «Sjøfart», which the file does not have; it has «Skipsfart». If the file is taken in all the same, the indicator is a break in the series until a line in the settings decides.',
    ],
    [
      { kind: 'unsettled', category: cars, nearest: null },
      'Innstillingene utelater utslippskilden «Personbiler», som filen ikke har i 2024. Tas filen inn likevel, er indikatoren brudd i tidsserien til en linje i innstillingene avgjør det.',
      'The settings leave out source «Personbiler», which the file does not have in 2024. If the file is taken in all the same, the indicator is a break in the series until a line in the settings decides.',
    ],
    [
      { kind: 'unsettled', category: hydrogen, nearest: null },
      'Innstillingene sier ikke om sektoren «Hydrogen» skal regnes med eller utelates. Tas filen inn likevel, er indikatoren brudd i tidsserien til en linje i innstillingene avgjør det.',
      'The settings do not say whether sector «Hydrogen» is counted or left out. If the file is taken in all the same, the indicator is a break in the series until a line in the settings decides.',
    ],
    [
      { kind: 'became-zero', year: '2024', parts: ['Sjøfart'], share: 0.0512 },
      '«Sjøfart» er 0 i 2024, og var 5,1 % av summen året før.',
      '«Sjøfart» are 0 in 2024, and were 5.1 % of the sum the year before.',
    ],
  ])('%o is said in bokmål and in English', (question, nb, en) => {
    expect([questionSentence(question, 'nb'), questionSentence(question, 'en')]).toEqual([nb, en]);
  });

  it.each(QUARANTINE_REASONS)(
    'has a sentence in each language where the judge of publications says %s',
    (objection) => {
      const [nb, en] = (['nb', 'en'] as const).map((language) =>
        questionSentence({ kind: 'publication', objection }, language),
      );
      expect(nb).toMatch(/^[A-ZÆØÅ].*\.$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(nb).not.toBe(en);
    },
  );
});
