import { describe, expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { CAUSES, STATUSES } from '../../src/model/plan/assessment.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { statusText } from '../../src/words/finding/status-text.ts';
import { SETTINGS } from '../support/cli.ts';
import { messageTexts } from './message-texts.ts';

const settings = loadSettings(SETTINGS, { jobs, places: bundledPlaces() });
const texts = messageTexts(settings);
const everything = texts.map(({ text }) => text).join('\n\n');

describe('the text about a change', () => {
  test('is, for every rule, status and cause that can meet, what has been read and approved', async () => {
    const file = texts.map(({ rule, status, cause, text }) => `### ${rule}, ${status}, ${cause}\n\n${text}\n`);
    await expect(file.join('\n')).toMatchFileSnapshot('message-texts.md');
  });

  test('has been tried for every rule, every status and every cause', () => {
    expect(new Set(texts.map(({ rule }) => rule)).size).toBe(6);
    expect(new Set(texts.map(({ status }) => status))).toEqual(new Set(STATUSES));
    expect(new Set(texts.map(({ cause }) => cause))).toEqual(new Set(CAUSES));
  });

  test('names both statuses in the words of staff', () => {
    for (const { said: status, text } of texts) {
      const word = statusText(status, 'nb');
      // A first measurement says what it leads to, and that there is no ambition yet in its sentence.
      const said = text.includes('Første måling foreligger') ? 'ambisjonen er ikke fastsatt' : word.toLowerCase();
      expect(text.toLowerCase()).toContain(said);
    }
  });

  test('has no code, id or word of the program in it', () => {
    const words = [...STATUSES, ...CAUSES, 'growth-lead', 'relative-position', 'all-of', 'an-indicator', 'rivals'];
    const written = words.filter((word) => word.includes('-') && everything.includes(word));
    expect(written).toEqual([]);
    expect(everything).not.toMatch(/undefined|null|NaN|\[object/);
    // A place without a figure is named with the code that a table is searched by, and no code stands alone.
    expect(everything).not.toMatch(/(?<!Municipality )\b0[12]\d\d\b(?!34| [A-ZÆØÅ])/);
  });

  test('calls nothing good or bad news that cannot be judged, has no ambition, or is told for the first time', () => {
    const silent = ['break', 'insufficient', 'not-measured', 'ambition-not-set'];
    const neither = texts.filter(({ status, cause }) => silent.includes(status) || cause === 'first-assessment');
    expect(neither.length).toBeGreaterThan(0);
    expect(neither.filter(({ text }) => /nyhet\)/.test(text))).toEqual([]);
  });

  test('writes numbers as they are written in Norwegian', () => {
    expect(everything).toContain('12\u202F300\u00A0foretak');
    expect(everything).not.toMatch(/\d\.\d/);
    // Years, and the number of a table, are not grouped.
    expect(everything.match(/\b\d{4,}\b/g)?.filter((digits) => !/^20\d\d$|^01234$|^020\d$/.test(digits))).toEqual([]);
  });

  test('says what it is measured for when that is not the municipality, and that a group is proposed', () => {
    const ofCounty = texts.filter(({ text }) => text.includes('ikke målt direkte'));
    expect(ofCounty.length).toBeGreaterThan(0);
    for (const { text } of ofCounty) expect(text).toContain('Målt for fylket, ikke for Elvebyen.');
    expect(everything).toContain('foreslått sammenlikningsgruppe');
    expect(everything).not.toMatch(/sammenlikningsgruppen «/);
  });
});
