import { describe, expect, it } from 'vitest';
import { composeMessage, composeTest } from '../../../src/alert/compose-message.ts';
import { jsonPayload } from '../../../src/alert/payloads/json-payload.ts';
import { slackPosts } from '../../../src/alert/payloads/slack-payload.ts';
import { teamsPosts } from '../../../src/alert/payloads/teams-payload.ts';
import type { Message } from '../../../src/alert/message.ts';
import { messageText } from '../../../src/alert/render/message-text.ts';
import { buildFacts, buildHead, buildMessage, buildTrouble, KEY } from '../support/facts.ts';

const SENTENCE = 'Veksten var 1,2 prosent. Kilde: Statistisk sentralbyrå, tabell 07984.';
const HOSTILE = '<script>alert(1)</script> [klikk](https://ond.example) *fet* <!channel>';
const WITH_PAGE = buildHead({ address: 'https://puls.example/' });

const teamsPayload = (message: Message) => teamsPosts(message)[0];
const slackPayload = (message: Message) => slackPosts(message)[0];

describe('the plain document', () => {
  it('has exactly the documented fields', () => {
    const message = buildMessage();
    expect(jsonPayload(message)).toEqual({
      event: 'status-changes',
      idempotencyKey: KEY,
      municipality: { code: '0101', name: 'Eksempelby' },
      page: null,
      text: messageText(message),
      changes: [
        {
          ...{ kind: 'change', indicator: 'job-growth', title: 'Vekst i antall arbeidsplasser' },
          ...{ from: 'on-track', fromText: 'Oppfylt', to: 'off-track', toText: 'Ikke oppfylt', news: 'bad' },
          ...{ period: '2025', cause: 'new-period', causeText: 'nye tall for 2025', sentence: SENTENCE },
          flags: ['provisional'],
          source: { name: 'Statistisk sentralbyrå', table: '07984', publishedAt: '2026-02-26T07:00:00.000Z' },
          ...{ since: '2026-02-26T07:01:00.000Z', assessedAt: '2026-02-26T07:01:00.000Z', runId: 12 },
          ...{ ambition: 'Flere arbeidsplasser enn året før', meaning: 'Sysselsatte etter arbeidssted.' },
          ...{ byMargin: false, nextFigures: 'februar 2027', link: null },
        },
      ],
    });
  });

  it('of trouble is another event, so that nobody takes it for a status', () => {
    expect(jsonPayload(composeMessage(KEY, [buildTrouble()], buildHead()))).toMatchObject({
      event: 'trouble',
      troubles: [
        {
          ...{ state: 'begun', subject: 'dataset:employed-total', title: 'SSB-tabell 07984' },
          ...{
            sentence: 'SSB kjenner ikke lenger tabell 07984. Tallene fra før står.',
            at: '2026-02-26T07:01:00.000Z',
          },
        },
      ],
    });
  });

  it('of a test has no change in it', () => {
    const test = jsonPayload(composeTest('test-1', buildHead(), '2026-02-26T07:01:00.000Z', 'staff'));
    expect(test).toMatchObject({ event: 'test' });
    expect(Object.keys(test)).not.toContain('changes');
  });
});

describe('the card for Teams', () => {
  it('is a message with one Adaptive Card, in the language of the message', () => {
    expect(teamsPayload(buildMessage())).toMatchObject({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: { type: 'AdaptiveCard', version: '1.4', lang: 'nb' },
        },
      ],
    });
  });

  it('tells good news from bad in words and not by colour alone', () => {
    const card = JSON.stringify(teamsPayload(buildMessage()));
    expect(card).toContain('Oppfylt → Ikke oppfylt (dårlig nyhet)');
    expect(card).toContain('"style":"attention"');
    expect(JSON.stringify(teamsPayload(buildMessage({ to: 'on-track', from: 'stable' })))).toContain('"style":"good"');
  });

  it('opens the page', () => {
    expect(JSON.stringify(teamsPayload(composeMessage(KEY, [buildFacts()], WITH_PAGE)))).toContain(
      '{"type":"Action.OpenUrl","title":"Se hele planen","url":"https://puls.example/"}',
    );
  });

  it('shows a label with markup in it as it was written', () => {
    const card = JSON.stringify(teamsPayload(buildMessage({ title: HOSTILE })));
    expect(card).toContain('\\\\[klikk\\\\](https://ond.example) \\\\*fet\\\\*');
  });
});

describe('the blocks for Slack', () => {
  it('are a heading, what is told, and an ending', () => {
    const { blocks } = slackPayload(buildMessage()) as { readonly blocks: readonly { readonly type: string }[] };
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'context']);
  });

  it('have the text beside them for notifications', () => {
    expect(slackPayload(buildMessage())).toMatchObject({ text: messageText(buildMessage()) });
  });

  it('show a label with markup in it as text, and call nobody', () => {
    const { blocks, text } = slackPayload(buildMessage({ title: HOSTILE })) as {
      readonly text: string;
      readonly blocks: readonly { readonly type: string }[];
    };
    // A header is plain text, in which Slack reads no markup.
    const read = JSON.stringify([text, blocks.filter(({ type }) => type !== 'header')]);
    expect(read).not.toContain('<!channel>');
    expect(read).toContain('&lt;!channel&gt;');
  });
});
