import { describe, expect, it } from 'vitest';
import { messageHtml } from '../../../src/alert/render/message-html.ts';
import { buildFacts, buildMessage } from '../support/facts.ts';
import { outlookFaults } from '../support/outlook-rules.ts';

const HOSTILE = `<img src="x" onerror='alert(1)'> & "co"`;

describe('the HTML of an e-mail', () => {
  it('shows everything that comes from data as text', () => {
    const words = {
      ...buildFacts().words,
      from: HOSTILE,
      to: HOSTILE,
      cause: HOSTILE,
      sentence: HOSTILE,
      flags: [HOSTILE],
      source: HOSTILE,
    };
    const changes = { title: HOSTILE, sentence: HOSTILE, words };
    const html = messageHtml(
      buildMessage(changes, { greeting: HOSTILE, planTitle: HOSTILE, municipality: { code: '1', name: HOSTILE } }),
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('"co"');
    expect(html.match(/&lt;img src=&quot;x&quot; onerror=&#39;alert\(1\)&#39;&gt; &amp; &quot;co&quot;/g)).toHaveLength(
      15,
    );
  });

  it('fetches nothing, and runs nothing', () => {
    const html = messageHtml(buildMessage({}, { address: 'https://puls.example/?a=1&b=2' }));
    expect(html).not.toMatch(/<(script|img|link|iframe)\b|url\(|@import/);
    expect([...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toEqual([
      'https://puls.example/?a=1&amp;b=2#job-growth',
      'https://puls.example/?a=1&amp;b=2#job-growth',
      'https://puls.example/?a=1&amp;b=2',
    ]);
  });

  it('says what language it is in, and good or bad news in words', () => {
    const html = messageHtml(buildMessage());
    expect(html).toContain('<html lang="nb" ');
    expect(html).toContain('✗ Oppfylt → Ikke oppfylt (dårlig nyhet)');
  });
});

describe('the rules of mail for Outlook for Windows', () => {
  it.each([
    ['a cell with a margin', '<td style="font-family:Arial;margin:4px">Hei</td>', 'has a margin'],
    ['padding of a link', '<a href="#" style="padding:4px">Hei</a>', 'has padding, and is no cell'],
    ['a length in em', '<td style="font-family:Arial;padding:1em">Hei</td>', 'not in pixels'],
    ['a colour of three digits', '<td style="font-family:Arial;color:#fff">Hei</td>', 'not six digits'],
    ['a layout without a table', '<div style="color:#ffffff">Hei</div>', 'without a table'],
    ['a table without a width', '<table cellpadding="0" cellspacing="0" border="0"></table>', 'no width'],
    ['a table without cellpadding', '<table width="100%" cellspacing="0" border="0"></table>', 'no cellpadding'],
    ['a picture', '<img src="a.png">', 'There is a <img>'],
    ['a mail that says nothing of the dark', '<p>Hei</p>', 'that it can be dark'],
  ])('find %s out', (_, html, fault) => {
    expect(outlookFaults(html).filter((one) => new RegExp(fault).test(one))).not.toEqual([]);
  });
});
