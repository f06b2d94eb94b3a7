import { type AlertFacts, type AlertMessage, composeMessage } from '../../../src/alert/compose-message.ts';

export function buildFacts(changes: Partial<AlertFacts> = {}): AlertFacts {
  return {
    idempotencyKey: '0123456789abcdef0123456789abcdef',
    municipality: { code: '0101', name: 'Eksempelby' },
    indicator: 'job-growth',
    title: 'Vekst i antall arbeidsplasser',
    from: 'on-track',
    to: 'off-track',
    period: '2025',
    cause: 'new-period',
    sentence: 'Veksten var 1,2 prosent.',
    assessedAt: '2026-02-26T07:01:00.000Z',
    runId: 12,
    ...changes,
  };
}

export function buildMessage(changes: Partial<AlertFacts> = {}): AlertMessage {
  return composeMessage(buildFacts(changes), {
    language: 'nb',
    from: 'Oppfylt',
    to: 'Ikke oppfylt',
    cause: 'nye tall',
  });
}
