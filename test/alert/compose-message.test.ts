import { describe, expect, it } from 'vitest';
import { composeMessage } from '../../src/alert/compose-message.ts';
import { buildFacts } from './support/facts.ts';

const NB = { language: 'nb', from: 'Oppfylt', to: 'Ikke oppfylt', cause: 'nye tall' } as const;
const EN = { language: 'en', from: 'Met', to: 'Not met', cause: 'new figures' } as const;

describe('a message', () => {
  it('says what changed, from what to what, why, and the sentence of the assessment', () => {
    expect(composeMessage(buildFacts(), NB).text).toBe(
      '«Vekst i antall arbeidsplasser» er endret fra Oppfylt til Ikke oppfylt. Årsak: nye tall. Veksten var 1,2 prosent.',
    );
  });

  it('says so when there was no verdict before', () => {
    expect(composeMessage(buildFacts({ from: null }), { ...NB, from: null }).text).toBe(
      '«Vekst i antall arbeidsplasser» er vurdert for første gang: Ikke oppfylt. Veksten var 1,2 prosent.',
    );
  });

  it.each([null, 'not-measured'] as const)('announces a first measurement without an ambition, after %s', (from) => {
    const words = { ...NB, from: from === null ? null : 'Ikke målt', to: 'Ambisjon ikke fastsatt' };
    expect(composeMessage(buildFacts({ from, to: 'ambition-not-set' }), words).text).toBe(
      'Første måling foreligger for «Vekst i antall arbeidsplasser»: Ambisjon ikke fastsatt. Veksten var 1,2 prosent.',
    );
  });

  it("is in English where that is the plan's language", () => {
    expect(composeMessage(buildFacts({ title: 'Growth in jobs', sentence: 'Growth was 1.2.' }), EN).text).toBe(
      '“Growth in jobs” has changed from Met to Not met. Cause: new figures. Growth was 1.2.',
    );
  });

  it('carries the facts as they are', () => {
    expect(composeMessage(buildFacts(), NB)).toMatchObject({ ...buildFacts(), news: 'bad' });
  });
});
