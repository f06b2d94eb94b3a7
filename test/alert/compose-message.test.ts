import { describe, expect, it } from 'vitest';
import { composeMessage, composeTest } from '../../src/alert/compose-message.ts';
import type { Message } from '../../src/alert/message.ts';
import { messageText } from '../../src/alert/render/message-text.ts';
import { buildFacts, buildHead, buildMessage, buildTrouble, KEY } from './support/facts.ts';

const headlineOf = (...changes: Parameters<typeof buildMessage>) => buildMessage(...changes).items[0]?.headline;

const detailOf = ({ items }: Message, label: string) => items[0]?.details.find((one) => one.label === label)?.text;

describe('a message about a change', () => {
  it('says what changed, of what ambition and figure, from what to what, why, how it was measured and where the figures come from', () => {
    expect(messageText(buildMessage())).toBe(`Hei!

Her er nytt om én indikator i Strategisk næringsplan for Eksempelby.

Vekst i antall arbeidsplasser
Oppfylt → Ikke oppfylt (dårlig nyhet)
Veksten var 1,2 prosent.
Ambisjon: Flere arbeidsplasser enn året før
Tallet: Sysselsatte etter arbeidssted.
Periode: 2025
Årsak: nye tall for 2025
Merk: foreløpige tall
Kilde: Statistisk sentralbyrå, tabell 07984, publisert 26. februar 2026
Videre: Nye tall ventes i februar 2027.

Hilsen Næringspuls, som følger næringsplanen for Eksempelby
`);
  });

  it('has all that the run has found, each for itself', () => {
    const facts = [buildFacts(), buildFacts({ indicator: 'b', title: 'Nyetableringer' })];
    const { lead, items } = composeMessage(KEY, facts, buildHead());
    expect(lead).toContain('to indikatorer');
    expect(items.map(({ title }) => title)).toEqual(['Vekst i antall arbeidsplasser', 'Nyetableringer']);
  });

  it('links to the page, and from each indicator to its place there', () => {
    const { link, items } = buildMessage({}, { address: 'https://puls.example/' });
    expect(link).toEqual({ text: 'Se hele planen', address: 'https://puls.example/' });
    expect(items[0]?.link).toEqual({ text: 'Se indikatoren', address: 'https://puls.example/#job-growth' });
  });

  it('says nothing twice: the source has a line of its own', () => {
    expect(buildMessage().items[0]?.sentence).toBe('Veksten var 1,2 prosent.');
  });

  it('leaves out what there is not', () => {
    const sentence = 'Det finnes ingen måling ennå.';
    const none = { ambition: null, meaning: null, nextFigures: null, period: null, flags: [], source: null };
    const words = { ...buildFacts().words, ...none, sentence };
    const message = buildMessage({ sentence, source: null, words });
    expect(message.items[0]?.details).toEqual([{ label: 'Årsak', text: 'nye tall for 2025' }]);
  });

  it('is dated where the staff are, not in UTC', () => {
    const source = { name: 'SSB', table: '07984', publishedAt: '2026-02-25T23:30:00.000Z' };
    expect(detailOf(buildMessage({ source }), 'Kilde')).toMatch(/publisert 26\. februar 2026$/);
  });
});

describe('what to mind', () => {
  it('is told of a survey in its own words, not as a change that is usual from year to year', () => {
    const words = { ...buildFacts().words, flags: ['endringen kan være tilfeldig'] };
    const message = buildMessage({ from: 'stable', flags: ['within-uncertainty'], words });
    expect(detailOf(message, 'Merk')).toBe('endringen kan være tilfeldig');
  });

  it('is a sentence where the change is no larger than usual', () => {
    const words = { ...buildFacts().words, flags: ['endringen er ikke større enn vanlig'] };
    const message = buildMessage({ from: 'stable', flags: ['within-variation'], words });
    expect(detailOf(message, 'Merk')).toBe('Endringen er ikke større enn vanlig fra år til år.');
  });
});

describe('a file of the municipality', () => {
  it('was handed in, not published', () => {
    const source = { name: 'Undersøkelsen', table: null, publishedAt: '2026-02-26T07:00:00.000Z' };
    const words = { ...buildFacts().words, source: 'Undersøkelsen' };
    expect(detailOf(buildMessage({ source, words }), 'Kilde')).toBe('Undersøkelsen, levert 26. februar 2026');
  });
});

describe('the headline', () => {
  it('of a first assessment has no status before', () => {
    const words = { ...buildFacts().words, from: null };
    expect(headlineOf({ from: null, words })).toBe('Første vurdering: Ikke oppfylt');
  });

  it.each([null, 'not-measured'] as const)('announces a first measurement without an ambition, after %s', (from) => {
    const words = { ...buildFacts().words, from: from === null ? null : 'Ikke målt', to: 'Ambisjon ikke fastsatt' };
    const changes = { from, to: 'ambition-not-set', words } as const;
    expect(headlineOf(changes)).toBe('Første måling foreligger. Kommunen kan nå fastlegge ambisjonsnivået');
  });

  it('of a correction says that what was told the same day no longer holds', () => {
    const words = { ...buildFacts().words, from: 'Ikke oppfylt', to: 'Oppfylt' };
    expect(headlineOf({ kind: 'correction', from: 'off-track', to: 'on-track', words })).toBe(
      'Rettelse: fortsatt Oppfylt. Endringen til Ikke oppfylt samme dag gjelder ikke lenger',
    );
  });

  it('of a status that does not settle says how often it changes, and when the next message comes', () => {
    expect(headlineOf({ kind: 'unsettled' })).toBe(
      'Statusen skifter ofte: fire ganger på 30 dager, sist fra Oppfylt til Ikke oppfylt. ' +
        'Neste melding kommer når den har vært i ro i 30 dager',
    );
  });

  it('of a status that has settled says what it is', () => {
    expect(headlineOf({ kind: 'settled' })).toBe('Har stabilisert seg: Ikke oppfylt');
  });

  it('of a reminder says since when', () => {
    expect(headlineOf({ kind: 'reminder' })).toBe('Påminnelse: Ikke oppfylt siden 26. februar 2026');
  });
});

describe('a reminder', () => {
  it('is no good news, and gives no cause, for nothing has changed', () => {
    const [item] = buildMessage({ kind: 'reminder', from: 'off-track' }).items;
    expect([item?.news, item?.tone]).toEqual(['dårlig nyhet', 'not-met']);
    expect(item?.details.map(({ label }) => label)).toEqual([
      'Ambisjon',
      'Tallet',
      'Periode',
      'Merk',
      'Kilde',
      'Videre',
    ]);
  });
});

describe('a message about trouble', () => {
  it('is for operations, and says that it is not about the plan', () => {
    const concerns = {
      statistics: ['Sysselsatte etter arbeidssted'],
      indicators: ['Vekst i antall arbeidsplasser', 'Næringsmangfold'],
    };
    const text = messageText(composeMessage(KEY, [buildTrouble(concerns)], buildHead()));
    expect(text).toBe(`Hei!

Dette gjelder driften av Næringspuls for Eksempelby, ikke indikatorene i planen.

SSB-tabell 07984
Noe er galt
SSB kjenner ikke lenger tabell 07984. Tallene fra før står.
Statistikk: Sysselsatte etter arbeidssted
Indikatorer: Vekst i antall arbeidsplasser · Næringsmangfold

Det kommer én melding når noe går galt, og én når det er i orden igjen.
`);
  });

  it('says when it is over, and what it was about', () => {
    const [item] = composeMessage(KEY, [buildTrouble({ kind: 'trouble-over' })], buildHead()).items;
    expect([item?.headline, item?.sentence]).toEqual([
      'I orden igjen',
      'Det gjaldt: SSB kjenner ikke lenger tabell 07984. Tallene fra før står.',
    ]);
  });
});

describe('a test', () => {
  it.each([
    ['nb', /^TEST – /, 'Dette er en test. Ingenting er endret; indikatoren under er oppdiktet.'],
    ['en', /^TEST – /, 'This is a test. Nothing has changed; the indicator below is made up.'],
  ] as const)('says so in subject and text (%s)', (language, subject, lead) => {
    const message = composeTest('test-1', buildHead({ language }), '2026-02-26T07:01:00.000Z', 'staff');
    expect(message.isTest).toBe(true);
    expect(message.subject).toMatch(subject);
    expect(messageText(message)).toContain(lead);
  });
});

describe('a test for operations', () => {
  it('tells of trouble as operations are told, and links nowhere', () => {
    const head = buildHead({ address: 'https://puls.example/' });
    const message = composeTest('test-1', head, '2026-02-26T07:01:00.000Z', 'operations');
    const text = messageText(message);
    expect(message.audience).toBe('operations');
    expect(text).toContain('Dette er en test. Ingenting er galt; det som står under, er oppdiktet.');
    expect(text).toContain('Noe er galt\nSSB-tabell 00000 er forsinket');
  });

  it('like one for staff, has no link to an indicator that the page has not', () => {
    const head = buildHead({ address: 'https://puls.example/' });
    for (const audience of ['staff', 'operations'] as const) {
      expect(JSON.stringify(composeTest('test-1', head, '2026-02-26T07:01:00.000Z', audience))).not.toContain('#test');
    }
  });
});

describe('the same facts', () => {
  it('give the same message, however often it is sent', () => {
    expect(buildMessage()).toEqual(buildMessage());
  });
});
