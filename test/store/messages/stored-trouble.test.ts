import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../src/model/trouble.ts';
import { readStoredTrouble, saidThen, storedTrouble } from '../../../src/store/messages/stored-trouble.ts';

const LATE: Trouble = { kind: 'late', dataset: 'a', publishedAt: '2025-06-06T06:00:00.000Z', days: 430 };

describe('the text of an alert about trouble', () => {
  it('is read as the facts it was made of', () => {
    expect(readStoredTrouble(storedTrouble(LATE, 'Noe er galt.'))).toEqual(LATE);
  });

  it('has beside them what was said when it was recorded', () => {
    expect(saidThen(storedTrouble(LATE, 'Noe er «galt»: "a\\b"\nog mer.'))).toBe('Noe er «galt»: "a\\b"\nog mer.');
  });

  it.each(['Nothing new has come for a since 2025-06-06.', '{ is no JSON', '{"said":"x"}'])(
    'of an earlier version, %s, has no facts',
    (text) => {
      expect(readStoredTrouble(text)).toBeNull();
    },
  );

  it('of a kind that this version does not know is told as it was said', () => {
    const text = JSON.stringify({ said: 'Noe nytt er galt.', trouble: { kind: 'unheard-of' } });
    expect(readStoredTrouble(text)).toBeNull();
    expect(saidThen(text)).toBe('Noe nytt er galt.');
    expect(saidThen('A sentence.')).toBe('A sentence.');
  });
});
