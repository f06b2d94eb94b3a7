import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/model/plan/rule.ts';
import { renderPage } from '../../src/report/page.ts';
import { buildPeerGroup, INPUT } from '../support/builders.ts';
import { buildIndicator, buildInput, hashText, render, textOf } from './support/build-page.ts';

const YEARS = { '2024': 62, '2025': 63.5 };

/** The section of an indicator. */
function section(page: string): string {
  return page.slice(page.indexOf('<section class="indicator"'), page.indexOf('<section class="unmeasured"'));
}

describe('an indicator says what its number is', () => {
  const inputs = [{ ...INPUT, unitInWords: 'prosent med høyere utdanning' }];
  const definition = { meaning: 'Andelen innbyggere med høyere utdanning.', inputs };

  test('under the figure, which has its unit in words', () => {
    expect(textOf(section(render([buildIndicator({ own: YEARS, definition })])))).toMatch(
      /63,5 prosent med høyere utdanning 2025 .*Andelen innbyggere med høyere utdanning\. .*Tallene i figuren/,
    );
  });

  test('in the words of the input that the figures come from, where it has its own', () => {
    const of = (dataset: string, meaning: string) => ({ ...INPUT, dataset, meaning });
    const both = { meaning: 'Felles.', inputs: [of('other', 'Utslipp i Norge.'), of('figures', 'Utslipp i byen.')] };
    const text = textOf(section(render([buildIndicator({ own: YEARS, definition: both })])));
    expect(text).toContain('Utslipp i byen.');
    expect(text).not.toMatch(/Felles|Norge\./);
  });

  test('and leaves it out where the settings do not say', () => {
    const page = section(render([buildIndicator({ own: YEARS })]));
    expect(page).not.toContain('class="meaning"');
    expect(textOf(page)).toContain('63,5 prosent 2025');
  });

  test('in English where it is written, else in bokmål and marked so', () => {
    const plain = buildIndicator({ own: YEARS, definition, language: 'en' });
    expect(section(render([plain], 'en'))).toContain(
      '<p class="meaning"><span lang="nb">Andelen innbyggere med høyere utdanning.</span></p>',
    );
    const meaningEn = 'The share with higher education.';
    const both = buildIndicator({ own: YEARS, definition: { ...definition, meaningEn }, language: 'en' });
    expect(section(render([both], 'en'))).toContain(`<p class="meaning">${meaningEn}</p>`);
  });

  test('and what it does not measure, in the language of the page', () => {
    const said = { notMeasured: 'Gjenbruk måles ikke.', notMeasuredEn: 'Reuse is not measured.' };
    const page = render([buildIndicator({ own: YEARS, definition: said, language: 'en' })], 'en');
    expect(page.match(/Reuse is not measured\./g)).toHaveLength(2);
    expect(page).not.toContain('Gjenbruk');
  });

  test('and of a gap the level it is the distance of', () => {
    const group = buildPeerGroup({ Nord: ['0201'] });
    const gap = [{ ...INPUT, unit: 'prosentpoeng', unitInWords: 'prosentpoeng fra gjennomsnittet' }];
    const rule = { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0 } } as const;
    const peers = { '0201': { '2024': 64, '2025': 65 } };
    const compared = { measure: 'gap', rule, inputs: gap, peers: group.id } as const;
    const indicator = buildIndicator({ own: YEARS, peers, group, definition: compared });
    expect(textOf(section(render([indicator])))).toContain(
      '63,5 prosent, 1,5 prosentpoeng under snittet av de andre 2025',
    );
  });
});

test('what was last known of a gap says its side, and is no negative rate', () => {
  const group = buildPeerGroup({ Nord: ['0201'] });
  const rule = { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0 } } as const;
  const peers = { '0201': { '2023': 60, '2024': 64, '2025': null } };
  const inputs = [{ ...INPUT, unit: 'prosentpoeng', decimals: 1 }];
  const definition = { measure: 'gap', rule, inputs, peers: group.id } as const;
  const text = textOf(render([buildIndicator({ own: { '2023': 59, ...YEARS }, peers, group, definition })]));
  expect(text).toContain('Sist vurdert: Ikke oppfylt i 2024 (2,0 prosentpoeng under gjennomsnittet)');
  expect(text).not.toContain('(−2,0');
});

describe('an indicator says how it is judged', () => {
  const up = { direction: 'increase' } as const;
  const judged = (rule: Rule, language: 'nb' | 'en' = 'nb') => {
    const group = buildPeerGroup({ Nord: ['0201'] });
    const peers = { '0201': { '2023': 60, '2024': 64, '2025': 65 } };
    const definition = { rule, peers: group.id };
    const own = { '2023': 61, ...YEARS };
    return textOf(section(render([buildIndicator({ own, peers, group, definition, language })], language)));
  };
  const mean = (periods: number): Rule => ({ id: 'no-worse-than-mean', periods, ...up, tolerance: { absolute: 0 } });

  test('with a margin in percentage points where a share of something changes', () => {
    const turnover = [{ ...INPUT, unit: 'prosent av omsetningen', unitEn: 'per cent of turnover' }];
    const rule = { id: 'annual-change', ...up, tolerance: { absolute: 0.05 } } as const;
    const page = render([buildIndicator({ own: YEARS, definition: { rule, inputs: turnover } })]);
    expect(textOf(section(page))).toContain('Oppfylt når tallet øker med mer enn 0,05 prosentpoeng fra perioden før.');
    expect(textOf(page)).not.toMatch(/0,05 prosent av omsetningen|1,5 prosent av omsetningen/);
  });

  test('in the singular of one, and with a word for a few', () => {
    expect(judged({ id: 'rank', ...up, within: 1 })).toContain('Oppfylt når Elvebyen har høyest tall i ');
    expect(judged({ id: 'rank', ...up, within: 2 })).toContain('Elvebyen er blant de to med høyest tall i ');
    expect(judged(mean(1))).toContain('Oppfylt når tallet ikke ligger under tallet for perioden før.');
    expect(judged(mean(2))).toContain('ikke ligger under gjennomsnittet av de to periodene før.');
    expect(judged(mean(1), 'en')).toContain('below the figure of the period before');
  });
});

describe('notes by date', () => {
  const met = buildIndicator({ own: YEARS });

  test('stand with the chart that has them, else in the section, with the period in words', () => {
    const annotations = [
      { period: '2025', text: 'Flytting av sykehuset', language: 'nb' },
      { period: '2024K2', text: '<b>Streik</b>', language: 'nb' },
    ] as const;
    const page = section(render([{ ...met, annotations }]));
    expect(page).not.toContain('class="noted"');
    expect(page.match(/Flytting av sykehuset/g)).toHaveLength(1);
    const undrawn = section(render([{ ...buildIndicator(), annotations }]));
    expect(textOf(undrawn)).toContain(
      'Hendelser det er verdt å kjenne til 2025: Flytting av sykehuset 2. kvartal 2024: &lt;b&gt;Streik',
    );
  });

  test('have no heading where there are none', () => {
    expect(render([met])).not.toContain('class="noted"');
  });
});

describe('how to reach somebody', () => {
  const input = buildInput([buildIndicator({ own: YEARS })]);
  const header = (fields: Partial<typeof input>) => {
    const page = renderPage({ ...input, ...fields }, 'a-state', hashText);
    return page.slice(page.indexOf('<header'), page.indexOf('</header>'));
  };

  test('stands in the header, with links that work by mail and telephone', () => {
    const plan = { ...input.plan, document: 'https://example.org/plan' };
    const contact = { name: 'Næringsavdelingen', email: 'naering@example.org', phone: '+47 32 00 00 00' };
    const page = header({ contact, plan });
    expect(textOf(page).replaceAll(/ (?=[,.])/g, '')).toContain(
      'Spørsmål om tallene? Kontakt Næringsavdelingen, naering@example.org, +47 32 00 00 00. Les planen',
    );
    expect([...page.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'mailto:naering@example.org',
      'tel:+4732000000',
      'https://example.org/plan',
    ]);
  });

  test('stands in each section below a heading that asks already', () => {
    const page = renderPage({ ...input, contact: { name: 'Kari', phone: '32 00 00 00' } }, 'a-state', hashText);
    expect(textOf(section(page))).toMatch(/Spørsmål Kontakt Kari\s?, 32 00 00 00\s?\./);
    expect(textOf(section(page))).not.toContain('Spørsmål om tallene?');
  });

  test('is left out where the settings name nobody', () => {
    expect(header({})).not.toContain('class="reach"');
  });
});

describe('how far the figure has come since the plan began', () => {
  const OWN = { '2021': 64, '2022': 63.8, '2023': 63.6, '2024': 63.4, '2025': 63.2 };
  const stable: Rule = { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.5 } };
  const told = (fields: Parameters<typeof buildIndicator>[0], since: number | null = 2022) => {
    const input = buildInput([buildIndicator({ own: OWN, definition: { rule: stable }, ...fields })]);
    const page = renderPage({ ...input, plan: { ...input.plan, since } }, 'a-state', hashText);
    return textOf(section(page));
  };

  test('is said beside the verdicts: small steps that each count as stable add up', () => {
    expect(told({})).toContain(
      'Oppfylt i 4 av de 4 periodene siden 2022 som kunne vurderes. Tallet har gått ned 0,6 prosentpoeng siden 2022.',
    );
  });

  test('is no change where it ends where it began', () => {
    expect(told({ own: { ...OWN, '2025': 63.8 } })).toContain('Tallet er det samme som i 2022.');
  });

  test('is left out across a break, where the plan has no year, and where one figure is all there is', () => {
    const breaks = [{ dataset: 'figures', period: '2024', reason: 'Ny metode.', reference: 'Notat' }];
    expect(told({ breaks })).not.toMatch(/har gått/);
    expect(told({}, null)).not.toMatch(/har gått/);
    expect(told({}, 2025)).not.toMatch(/har gått|det samme som/);
  });

  test('is left out of growth, which is a change itself', () => {
    const rule: Rule = { id: 'annual-change', direction: 'increase', tolerance: { absolute: 0 } };
    expect(told({ definition: { measure: 'growth', rule } })).not.toMatch(/har gått/);
  });
});
