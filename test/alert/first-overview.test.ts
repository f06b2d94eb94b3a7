import { describe, expect, it } from 'vitest';
import { composeMessage } from '../../src/alert/compose-message.ts';
import type { StatusFacts } from '../../src/alert/message.ts';
import { messageText } from '../../src/alert/render/message-text.ts';
import type { Status } from '../../src/model/plan/assessment.ts';
import { buildFacts, buildHead, KEY } from './support/facts.ts';

const first = (indicator: string, title: string, to: Status, word: string): StatusFacts =>
  buildFacts({ indicator, title, from: null, to, words: { ...buildFacts().words, from: null, to: word } });

const FACTS = [
  first('a', 'Vekst i antall arbeidsplasser', 'on-track', 'Oppfylt'),
  first('b', 'Nyetableringer', 'stable', 'Uendret'),
  first('c', 'Sysselsettingsandel', 'insufficient', 'Kan ikke vurderes'),
];
const OTHERS = [
  { indicator: 'd', title: 'Kommunens omdømme', status: 'not-measured', words: { status: 'Ikke målt' } },
] as const;
const message = composeMessage(KEY, FACTS, buildHead({ address: 'https://puls.example/' }), OTHERS);

describe('the first message about a plan', () => {
  it('is one overview with a line for every indicator, also what is not measured', () => {
    expect(messageText(message)).toBe(`Hei!

Dette er den første vurderingen av Strategisk næringsplan for Eksempelby. Det kommer en melding når statusen til en indikator endres.

– Vekst i antall arbeidsplasser: Oppfylt
– Nyetableringer: Uendret (ambisjonen er ikke oppfylt)
– Sysselsettingsandel: Kan ikke vurderes
– Kommunens omdømme: Ikke målt

Se hele planen: https://puls.example/

Hilsen Næringspuls, som følger næringsplanen for Eksempelby
`);
  });

  it('says so in its subject', () => {
    expect(message.subject).toBe('Første vurdering av næringsplanen (Eksempelby)');
  });

  it('is no news: green for what is met, red for what is not, grey for what nobody can judge', () => {
    expect(message.items.map(({ tone, news }) => [tone, news])).toEqual([
      ['met', null],
      ['not-met', null],
      ['neutral', null],
      ['neutral', null],
    ]);
  });

  it('links from every line to the indicator', () => {
    expect(message.items.map(({ link }) => link?.address)).toEqual(
      ['a', 'b', 'c', 'd'].map((id) => `https://puls.example/#${id}`),
    );
  });

  it('is no overview of one thing: that is told whole', () => {
    const [one] = FACTS;
    const alone = composeMessage(KEY, one === undefined ? [] : [one], buildHead(), []);
    expect(alone.items.map(({ headline, news }) => [headline, news])).toEqual([['Første vurdering: Oppfylt', null]]);
    expect(alone.subject).toBe('Første vurdering: Vekst i antall arbeidsplasser (Eksempelby)');
  });
});

describe('indicators that are added to a plan later', () => {
  const added = composeMessage(KEY, FACTS, buildHead());

  it('are news, each with all there is to say of it', () => {
    expect(added.items.map(({ headline, news }) => [headline, news])).toEqual([
      ['Første vurdering: Oppfylt', null],
      ['Første vurdering: Uendret (ambisjonen er ikke oppfylt)', null],
      ['Første vurdering: Kan ikke vurderes', null],
    ]);
    expect(added.items.map(({ sentence, details }) => [sentence, details.length > 3])).toEqual(
      FACTS.map(({ words }) => [words.sentence, true]),
    );
  });

  it('are told as what they are, and not as a first assessment of the plan', () => {
    expect(added.subject).toBe('Første vurdering: tre indikatorer (Eksempelby)');
    expect(added.lead).toBe('Her er nytt om tre indikatorer i Strategisk næringsplan for Eksempelby.');
  });
});
