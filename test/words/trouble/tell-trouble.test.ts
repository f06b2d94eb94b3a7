import { describe, expect, it, test } from 'vitest';
import { jobs } from '../../../jobs/index.ts';
import { type Language, LANGUAGES } from '../../../src/model/language.ts';
import { TROUBLE_KINDS } from '../../../src/model/trouble.ts';
import { tellTrouble, wholeTrouble } from '../../../src/words/trouble/tell.ts';
import { troubleNames } from '../listing/listing.ts';
import { EVERY_TROUBLE } from './every-trouble.ts';

/** What a command or a file needs stands in backticks, or on a line of its own to paste; the rest is for reading. */
const proseOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('- {'))
    .join('\n')
    .replaceAll(/`[^`]*`/g, '');

/** Words of one language that the others do not have. */
const TELLTALES: Readonly<Record<Language, RegExp>> = {
  nb: /\b(?:ikke|skal|og|er|av|som|tallene|hva)\b/i,
  en: /\b(?:the|of|is|are|and|which|was|there)\b/i,
};

const IDS = new RegExp(`\\b(?:${jobs.flatMap(({ datasets }) => datasets.map(({ id }) => id)).join('|')})\\b`);

/** Sentences of the source's own, which stand as it wrote them. */
const withoutQuotes = (text: string) => text.replaceAll(/«[^»]*»|“[^”]*”/g, '');

describe.each(LANGUAGES)('in %s', (language) => {
  const others = LANGUAGES.filter((one) => one !== language);

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
      for (const other of others) {
        for (const one of told) {
          const prose = withoutQuotes(proseOf(`${one.happened}\n${wholeTrouble(one)}`));
          expect(prose.match(TELLTALES[other])?.[0]).toBeUndefined();
        }
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
