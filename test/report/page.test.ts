import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../src/model/plan/assessment.ts';
import { pageTextsOf } from '../../src/words/page/language.ts';
import { buildPeerGroup, INPUT } from '../support/builders.ts';
import { buildIndicator, render, textOf } from './support/build-page.ts';

const YEARS = { '2022': 60, '2023': 61, '2024': 62, '2025': 63.5 };
const met = buildIndicator({ own: YEARS });

describe('the page', () => {
  test('is the same bytes for the same figures', () => {
    expect(render([met])).toBe(render([met]));
  });

  test('lets nothing in but its own style sheet, which it knows by its hash', () => {
    const page = render([met]);
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
  });

  test('ends with the version of the program that wrote it', () => {
    expect(render([met])).toMatch(/<footer class="quiet">Næringspuls 2\.3\.4<\/footer>\s+<\/body>/);
  });

  test('has no script, no style of its own on any element, and asks for nothing', () => {
    const page = render([met]);
    expect(page).not.toMatch(/<script|\sstyle=|\ssrc=|<iframe|<form|@import|url\(/i);
    expect([...page.matchAll(/<link[^>]*href="([^"]*)"/g)].map(([, href = '']) => href.slice(0, 5))).toEqual(['data:']);
  });

  test('says of an indicator status, period, value, change and how long it has been so', () => {
    const text = textOf(render([{ ...met, changed: { at: '2026-02-26T08:00:00.000Z', before: 'stable' } }]));
    expect(text).toMatch(
      /En indikator «Årlig forbedring» Status Oppfylt Tallet nå 63,5 prosent 2025 ?, opp 1,5 prosentpoeng fra 2024/,
    );
    expect(text).toContain('Sist endret 26. februar 2026, fra «Uendret»');
    expect(text).toContain('Oppfylt 3 perioder på rad Endret fra «Uendret» 26. februar 2026');
  });

  test('groups the indicators under the goals of the plan, in its order', () => {
    const place = (goal: string, subgoal: string, title: string) =>
      buildIndicator({ definition: { goal, subgoal, title, id: title.toLowerCase() } });
    const page = render([
      place('G1', 'S1', 'Aa'),
      place('G1', 'S2', 'Bb'),
      place('G1', 'S1', 'Cc'),
      place('G2', 'S3', 'Dd'),
    ]);
    const text = textOf(page.slice(page.indexOf('<table'), page.indexOf('</table>')));
    const order = [...text.matchAll(/\b(G1|G2|Aa|Bb|Cc|Dd)\b/g)].map(([word]) => word);
    expect(order).toEqual(['G1', 'Aa', 'Bb', 'Cc', 'G2', 'Dd']);
    expect(textOf(page)).toContain('G1 › S2 Bb');
  });

  test('counts the indicators by status', () => {
    const text = textOf(render([met, met, buildIndicator()]));
    expect(text).toMatch(/2 Oppfylt : gå til En indikator 1 Ikke målt/);
  });

  test.each(STATUSES)('shows %s as a word and a symbol, not by colour alone', (status) => {
    const page = render([{ ...met, assessment: { ...met.assessment, status } }]);
    expect(page).toMatch(new RegExp(`class="badge ${status}"\\s*><svg class="symbol"[^>]*aria-hidden="true">.+?</svg`));
  });

  test('marks what stands in for something else, and a comparison group nobody has adopted', () => {
    const group = buildPeerGroup({ Nord: ['0201'] }, false);
    const indicator = buildIndicator({ own: YEARS, group });
    const assessment = { ...indicator.assessment, flags: ['proxy'], coverage: 'national' } as const;
    const text = textOf(render([{ ...indicator, assessment }]));
    expect(text).toMatch(/Målt for Norge, ikke for Elvebyen .*Foreslått sammenlikningsgruppe/);
  });

  test('says what is not measured, and why', () => {
    const notMeasured = 'Gjenbruk måles ikke.';
    const page = render([
      buildIndicator({ own: YEARS, definition: { title: 'Utslipp', notMeasured } }),
      buildIndicator({ definition: { id: 'other', title: 'Tilfredshet' } }),
    ]);
    const text = textOf(page.slice(page.indexOf('<section class="unmeasured"')));
    expect(text).toContain(
      'Utslipp Gjenbruk måles ikke. Tilfredshet Ikke målt Tallene er ikke hentet fra kilden ennå.',
    );
  });

  test('shows the numbers that were put into the rule, each in its unit, and the places compared with', () => {
    const group = buildPeerGroup({ Nord: ['0201'], Sør: ['0301'] });
    const tolerance = { absolute: 0.05 };
    const rule = { id: 'growth-lead', against: 'pooled', tolerance } as const;
    const inputs = [{ ...INPUT, unit: 'foretak', decimals: 0 }];
    const peers = { '0201': { '2024': 50, '2025': 51 }, '0301': { '2024': 50, '2025': 52 } };
    const own = { '2024': 948, '2025': 972 };
    const page = render([buildIndicator({ own, peers, group, definition: { rule, inputs, peers: group.id } })]);
    const text = textOf(page.slice(page.indexOf('Tallene bak vurderingen')));
    expect(text).toContain('Verdi nå 972 foretak Verdi i perioden før 948 foretak Egen vekst 2,53 prosent');
    expect(text).toContain('Forsprang −0,47 prosentpoeng Margin 0,05 prosentpoeng Raskere enn 1 av 2');
    expect(text).toContain('Sted Nivå Vekst i prosent Nord 51 2,00 Sør 52 4,00');
  });

  test('names every number that a verdict has', () => {
    const { evidence } = pageTextsOf('nb');
    const group = buildPeerGroup({ Nord: ['0201'] });
    const tolerance = { absolute: 0 };
    const directed = { direction: 'increase', tolerance } as const;
    const rules = [
      { id: 'annual-change', ...directed },
      { id: 'relative-position', ...directed },
      { id: 'growth-lead', against: 'each', tolerance },
      { id: 'not-set' },
    ] as const;
    const names = rules.flatMap((rule) => {
      const peers = { '0201': YEARS };
      const { assessment } = buildIndicator({ own: YEARS, peers, group, definition: { rule, peers: group.id } });
      return Object.keys(assessment.evidence.verdict?.numbers ?? {});
    });
    // What the group has grown by is there under the name of how it was reckoned.
    const elsewhere = ['peersGrowth', 'beaten', 'compared'];
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => evidence.names[name] === undefined && !elsewhere.includes(name))).toEqual([]);
  });

  test('tells what the source has corrected, and what stood there before', () => {
    const values = [{ period: 2024000, before: 61.2, after: 62 }];
    const revisions = { publishedAt: '2026-03-01T07:00:00.000Z', values, levels: [], peers: ['Nord', 'Sør'] };
    const text = textOf(render([{ ...met, revisions }]));
    expect(text).toContain('Kilden rettet tall 1. mars 2026.');
    expect(text).toContain('Tallet kilden rettet Periode Var Er nå 2024 61,2 prosent 62,0 prosent');
    expect(text).toContain('Tall for Nord og Sør i sammenlikningsgruppen ble også rettet.');
  });

  test('names the source with table, date and licence', () => {
    expect(textOf(render([met]))).toContain(
      'Kilde Statistisk sentralbyrå Tabell 01234: Figures Oppdatert av kilden 26. februar 2026 Hentet 26. februar 2026 Lisens CC BY 4.0',
    );
  });

  test('shows the status of every period there are figures for', () => {
    const page = render([buildIndicator({ own: { '2023': 5, '2024': 4, '2025': 6 } })]);
    const [, years = ''] = /<ol class="years">([^]*?)<\/ol>/.exec(page) ?? [];
    expect(textOf(years).trim()).toBe('Ikke oppfylt 2024 Oppfylt 2025');
  });

  test('turns an address of the web into a link, and nothing else', () => {
    const references = ['https://example.org/a?b=1&c=2', 'javascript:alert(1)', 'data:text/html,x', 'Vedtak 12/24'];
    const page = render([buildIndicator({ definition: { references } })]);
    const links = [...page.matchAll(/<a[^>]* href="([^#"][^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual(['https://example.org/a?b=1&amp;c=2']);
    expect(page).toContain('javascript:alert(1)');
  });

  test.each(['title', 'goal', 'subgoal', 'ambition', 'measurement', 'notMeasured', 'meaning'] as const)(
    'shows markup in %s as text',
    (field) => {
      const hostile = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
      const page = render([buildIndicator({ own: YEARS, definition: { [field]: hostile } })]);
      expect(page).not.toMatch(/<img|<script/);
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    },
  );

  test('shows markup in the unit, the source and the sentence as text', () => {
    const hostile = '<b onclick=x>';
    const { assessment } = buildIndicator({ own: YEARS, definition: { inputs: [{ ...INPUT, unit: hostile }] } });
    const { publication } = assessment.evidence;
    const evidence = { ...assessment.evidence, publication: publication && { ...publication, source: hostile } };
    const page = render([{ ...met, assessment: { ...assessment, evidence }, sentence: hostile }]);
    expect(page).not.toContain('<b ');
    expect(page).toContain('&lt;b onclick=x&gt;');
  });
});

describe('the page in English', () => {
  test('speaks English, and marks the adopted words as Norwegian', () => {
    const page = render([buildIndicator({ own: YEARS, language: 'en' })], 'en');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<span lang="nb">Årlig forbedring</span>');
    const text = textOf(page);
    expect(text).toContain('An indicator “Årlig forbedring” Status Met');
    expect(text).toContain('up 1.5 percentage points from 2024');
    expect(text).not.toMatch(/ambisjon|Kilde|oppfylt/i);
  });
});
