import { describe, expect, it } from 'vitest';
import { composeMessage } from '../../src/alert/compose-message.ts';
import type { StatusFacts, TroubleFacts } from '../../src/alert/message.ts';
import { buildFacts, buildHead, buildTrouble, KEY } from './support/facts.ts';

const subject = (...facts: readonly StatusFacts[]) => composeMessage(KEY, facts, buildHead()).subject;
const another = (changes: Partial<StatusFacts> = {}) => buildFacts({ indicator: 'b', ...changes });

describe('the subject of a message about one indicator', () => {
  it.each([
    [{}, 'Ikke lenger oppfylt'],
    [{ from: 'off-track', to: 'on-track' }, 'Oppfylt'],
    [{ from: 'on-track', to: 'partly-met' }, 'Delvis oppfylt'],
    [{ from: 'stable', to: 'off-track' }, 'Ikke oppfylt'],
    [{ to: 'break' }, 'Kan ikke vurderes'],
    [{ to: 'insufficient' }, 'Kan ikke vurderes'],
    [{ to: 'not-measured' }, 'Ikke lenger målt'],
    [{ from: null, to: 'ambition-not-set' }, 'Første måling'],
    [{ kind: 'reminder', from: 'off-track' }, 'Påminnelse'],
    [{ kind: 'correction', from: 'off-track', to: 'on-track' }, 'Rettelse'],
  ] as const)('says what has happened, and to what: %o', (changes, happened) => {
    expect(subject(buildFacts(changes))).toBe(`${happened}: Vekst i antall arbeidsplasser (Eksempelby)`);
  });

  it('has the short title where the settings have one', () => {
    const words = { ...buildFacts().words, shortTitle: 'Arbeidsplasser' };
    expect(subject(buildFacts({ words }))).toBe('Ikke lenger oppfylt: Arbeidsplasser (Eksempelby)');
  });
});

describe('the subject of a message about several', () => {
  it('says what has happened to all of them', () => {
    expect(subject(buildFacts(), another())).toBe('Ikke lenger oppfylt: to indikatorer (Eksempelby)');
  });

  it('else says the cause that all of them have', () => {
    expect(subject(buildFacts(), another({ from: 'off-track', to: 'on-track' }))).toBe(
      'Nytt om to indikatorer: nye tall for 2025 (Eksempelby)',
    );
  });

  it('else how many they are', () => {
    const words = { ...buildFacts().words, cause: 'SSB har rettet tallene for 2024' };
    expect(subject(buildFacts(), another({ from: 'off-track', to: 'on-track', words }))).toBe(
      'Nytt om to indikatorer (Eksempelby)',
    );
  });
});

describe('the subject of a message to operations', () => {
  const of = (...facts: readonly TroubleFacts[]) => composeMessage(KEY, facts, buildHead()).subject;

  it('says what has happened and where', () => {
    expect(of(buildTrouble())).toBe('SSB-tabell 07984 er borte (Eksempelby)');
    expect(of(buildTrouble({ kind: 'notice' }))).toBe('SSB-tabell 07984 er borte (Eksempelby)');
  });

  it('says what is in order again', () => {
    expect(of(buildTrouble({ kind: 'trouble-over' }))).toBe('I orden igjen: SSB-tabell 07984 (Eksempelby)');
  });

  it('says how much more there is', () => {
    const other = buildTrouble({ subject: 'service:clock' });
    expect(of(buildTrouble(), other)).toBe('SSB-tabell 07984 er borte, og én ting til (Eksempelby)');
    expect(of(buildTrouble(), other, other)).toBe('SSB-tabell 07984 er borte, og to ting til (Eksempelby)');
  });

  it('of what an earlier version stored as a sentence says what it is about', () => {
    expect(of(buildTrouble({ happened: null }))).toBe('Eksempelby: driften av Næringspuls');
  });
});
