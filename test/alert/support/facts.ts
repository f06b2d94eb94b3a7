import { composeMessage } from '../../../src/alert/compose-message.ts';
import type { Letterhead } from '../../../src/alert/letterhead.ts';
import type { Message, StatusFacts, TroubleFacts } from '../../../src/alert/message.ts';

export const KEY = '0123456789abcdef0123456789abcdef';

export function buildHead(changes: Partial<Letterhead> = {}): Letterhead {
  return {
    municipality: { code: '0101', name: 'Eksempelby' },
    planTitle: 'Strategisk næringsplan',
    language: 'nb',
    greeting: 'Hei!',
    timeZone: 'Europe/Oslo',
    address: null,
    unsettled: { changes: 4, withinDays: 30 },
    ...changes,
  };
}

export function buildFacts(changes: Partial<StatusFacts> = {}): StatusFacts {
  return {
    kind: 'change',
    idempotencyKey: KEY,
    indicator: 'job-growth',
    title: 'Vekst i antall arbeidsplasser',
    from: 'on-track',
    to: 'off-track',
    period: '2025',
    cause: 'new-period',
    sentence: 'Veksten var 1,2 prosent. Kilde: Statistisk sentralbyrå, tabell 07984.',
    flags: ['provisional'],
    source: { name: 'Statistisk sentralbyrå', table: '07984', publishedAt: '2026-02-26T07:00:00.000Z' },
    since: '2026-02-26T07:01:00.000Z',
    assessedAt: '2026-02-26T07:01:00.000Z',
    runId: 12,
    said: changes.to ?? 'off-track',
    ...changes,
    words: {
      from: 'Oppfylt',
      to: 'Ikke oppfylt',
      period: '2025',
      cause: 'nye tall for 2025',
      sentence: 'Veksten var 1,2 prosent.',
      flags: ['foreløpige tall'],
      source: 'Statistisk sentralbyrå, tabell 07984',
      shortTitle: 'Vekst i antall arbeidsplasser',
      ambition: 'Flere arbeidsplasser enn året før',
      meaning: 'Sysselsatte etter arbeidssted.',
      ...{ byMargin: false, nextFigures: 'februar 2027' },
      ...changes.words,
    },
  };
}

export function buildTrouble(changes: Partial<TroubleFacts> = {}): TroubleFacts {
  return {
    kind: 'trouble',
    idempotencyKey: KEY,
    subject: 'dataset:employed-total',
    title: 'SSB-tabell 07984',
    happened: 'SSB-tabell 07984 er borte',
    sentence: 'SSB kjenner ikke lenger tabell 07984. Tallene fra før står.',
    ...{ statistics: [], indicators: [] },
    at: '2026-02-26T07:01:00.000Z',
    ...changes,
  };
}

export function buildMessage(changes: Partial<StatusFacts> = {}, head: Partial<Letterhead> = {}): Message {
  return composeMessage(KEY, [buildFacts(changes)], buildHead(head));
}
