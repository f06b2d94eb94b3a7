import { describe, expect, it, test } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import { type Language, LANGUAGES } from '../../../src/model/language.ts';
import { TROUBLE_KINDS } from '../../../src/model/trouble.ts';
import { tellTrouble, wholeTrouble } from '../../../src/words/trouble/tell.ts';
import { bokmalIn } from '../bokmal.ts';
import { troubleNames } from '../listing/listing.ts';
import { EVERY_TROUBLE } from './every-trouble.ts';

/** What a command or a file needs stands in backticks, or on a line of its own to paste; the rest is for reading. */
const proseOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('- {'))
    .join('\n')
    .replaceAll(/`[^`]*`/g, '');

const ENGLISH = /\b(?:the|of|is|are|and|which|was|there)\b/gi;
const NORWEGIAN = /\b(?:ikkje|ikke|skal|og|er|av|som|tallene|tala|hva|kva)\b/gi;
const NYNORSK = /\b(?:ikkje|tala|talet|eit|ein|kva|noko|dei|kjelda|fila)\b/gi;
const found = (pattern: RegExp) => (prose: string) => prose.match(pattern) ?? [];

/** The words in a text that are of another language. */
const FOREIGN: Readonly<Record<Language, (prose: string) => readonly string[]>> = {
  nb: (prose) => [...found(ENGLISH)(prose), ...found(NYNORSK)(prose)],
  nn: (prose) => [...found(ENGLISH)(prose), ...bokmalIn(prose)],
  en: found(NORWEGIAN),
};

const IDS = new RegExp(`\\b(?:${jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id)).join('|')})\\b`);

/** Sentences of the source's own, which stand as it wrote them. */
const withoutQuotes = (text: string) => text.replaceAll(/«[^»]*»|“[^”]*”/g, '');

describe.each(LANGUAGES)('in %s', (language) => {
  describe.each(TROUBLE_KINDS)('%s', (kind) => {
    const told = EVERY_TROUBLE[kind].map((trouble) => tellTrouble(trouble, troubleNames(language), language));

    it('says what has happened, and what to do or that nothing is to be done', () => {
      for (const { happened, sentence, action } of told) {
        expect(happened).toMatch(/^\S.*[^.\s]$/);
        expect(sentence.trim()).toMatch(/^\S[^]*[.…]$/);
        expect(action).toMatch(/^\S[^\n]*(?:\.|:\n- \{[^]+\})/);
      }
    });

    it('names nothing by an id of the program', () => {
      for (const one of told) {
        expect(proseOf(`${one.happened}\n${wholeTrouble(one)}`)).not.toMatch(IDS);
        expect(one.happened).not.toContain('`');
      }
    });

    it('has no word of another language', () => {
      for (const one of told) {
        expect(FOREIGN[language](withoutQuotes(proseOf(`${one.happened}\n${wholeTrouble(one)}`)))).toEqual([]);
      }
    });
  });
});

test('a table that is late is told in the words of the municipality, with nothing to do', () => {
  const trouble = { kind: 'late', dataset: 'a', publishedAt: '2025-06-06T06:00:00.000Z', days: 430 } as const;
  const names = { ...troubleNames('nb'), dataset: () => 'SSB-tabell 13931' };
  expect(wholeTrouble(tellTrouble(trouble, names, 'nb'))).toBe(
    'SSB-tabell 13931 er forsinket: siste publisering var 6. juni 2025, og det ventes nye tall minst hver 430. dag. ' +
      'Du trenger ikke gjøre noe med mindre SSB sier at tabellen er lagt ned.',
  );
  expect(tellTrouble(trouble, names, 'nb').happened).toBe('SSB-tabell 13931 er forsinket');
});
