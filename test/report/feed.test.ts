import { describe, expect, it } from 'vitest';
import { type Feed, renderFeed } from '../../src/report/feed.ts';

const ENTRY = {
  id: 'urn:uuid:00000000-0000-8000-8000-000000000001',
  title: 'Ikke lenger oppfylt: Nyetableringer (Elvebyen)',
  summary: 'Oppfylt → Ikke oppfylt. Tallet for 2025 er 12.',
  updated: '2026-02-26T07:01:00.000Z',
  link: 'https://puls.example/?a=1&b=2#new-enterprises',
};
const FEED: Feed = {
  id: 'urn:uuid:00000000-0000-8000-8000-000000000000',
  title: 'Strategisk næringsplan (Elvebyen)',
  language: 'nb',
  author: 'Næringspuls',
  updated: '2026-01-01T00:00:00.000Z',
  page: 'https://puls.example/',
  entries: [ENTRY],
};

describe('the feed of changes', () => {
  it('is Atom, with all that RFC 4287 asks of a feed and of an entry', () => {
    expect(renderFeed(FEED)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb">
<id>urn:uuid:00000000-0000-8000-8000-000000000000</id>
<title>Strategisk næringsplan (Elvebyen)</title>
<updated>2026-02-26T07:01:00.000Z</updated>
<author><name>Næringspuls</name></author>
<generator>Næringspuls</generator>
<link rel="alternate" type="text/html" href="https://puls.example/"/>
<entry>
<id>urn:uuid:00000000-0000-8000-8000-000000000001</id>
<title>Ikke lenger oppfylt: Nyetableringer (Elvebyen)</title>
<updated>2026-02-26T07:01:00.000Z</updated>
<link rel="alternate" type="text/html" href="https://puls.example/?a=1&amp;b=2#new-enterprises"/>
<summary>Oppfylt → Ikke oppfylt. Tallet for 2025 er 12.</summary>
</entry>
</feed>
`);
  });

  it('shows what comes from data as text, and nothing that XML has no place for', () => {
    const xml = renderFeed({ ...FEED, entries: [{ ...ENTRY, title: '<b>&"\u0001\u001b' }] });
    expect(xml).toContain('<title>&lt;b&gt;&amp;&quot;</title>');
  });

  it('is dated when nothing has changed yet, and links nowhere while the page has no address', () => {
    const xml = renderFeed({ ...FEED, page: null, entries: [] });
    expect(xml).toContain('<updated>2026-01-01T00:00:00.000Z</updated>');
    expect(xml).not.toContain('<link');
  });
});
