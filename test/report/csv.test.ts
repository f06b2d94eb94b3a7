import { describe, expect, it } from 'vitest';
import { csvName, CSV_STARTS, indicatorCsv } from '../../src/report/csv.ts';
import { buildPeerGroup, type Cell, INPUT } from '../support/builders.ts';
import { buildIndicator, buildInput, render } from './support/build-page.ts';

const OWN: Record<string, Cell> = {
  '2023': 1200.5,
  '2024': null,
  '2025': { value: -3.25, obsStatus: 'P' },
};
const definition = { inputs: [{ ...INPUT, unit: '=HYPERLINK("https://example.org")', decimals: 2 }] };

function file(language: 'nb' | 'en' = 'nb', changes: Parameters<typeof buildIndicator>[0] = {}): string {
  const indicator = buildIndicator({ own: OWN, definition, language, ...changes });
  return indicatorCsv(buildInput([indicator], language), indicator);
}
const linesOf = (text: string) => text.slice(1).split('\r\n');

describe('the file with the figures of an indicator', () => {
  it('is as Norwegian spreadsheets read it: a byte order mark, semicolons, decimal commas, plain numbers', () => {
    const text = file('nb', { definition: { inputs: [{ ...INPUT, decimals: 2 }] } });
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(linesOf(text)).toEqual([
      'Periode;Verdi;Enhet;Tallet det er regnet av;Status;Merknad',
      expect.stringMatching(/^2023;1200,5;prosent;;/),
      expect.stringMatching(/^2024;;prosent;;[^;]*;kilden har ikke tallet$/),
      expect.stringMatching(/^2025;-3,25;prosent;;[^;]+;foreløpig$/),
      '',
    ]);
  });

  it('is as English ones read it: commas and decimal points', () => {
    expect(linesOf(file('en', { definition: { inputs: [{ ...INPUT, decimals: 2 }] } }))[1]).toMatch(
      /^2023,1200\.5,per cent,,/,
    );
  });

  it('holds no formula: a unit that looks like one is text, and its quotes are doubled', () => {
    expect(linesOf(file())[1]).toMatch(/^2023;1200,5;"'=HYPERLINK\(""https:\/\/example\.org""\)";;/);
  });

  it('has beside what is worked out the figure it is worked out from', () => {
    const group = buildPeerGroup({ Nord: ['0201'] });
    const rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } } as const;
    const own = { '2023': 1000, '2024': 1025 };
    const peers = { '0201': { '2023': 500, '2024': 505 } };
    const growth = { rule, measure: 'growth', peers: group.id, inputs: [{ ...INPUT, decimals: 1 }] } as const;
    expect(linesOf(file('nb', { own, peers, group, definition: growth }))).toContain('2024;2,5;prosent;1025;Oppfylt;');
  });

  it('begins as the program knows its own files by', () => {
    expect(CSV_STARTS.some((start) => file().startsWith(start))).toBe(true);
    expect(CSV_STARTS.some((start) => file('en').startsWith(start))).toBe(true);
  });
});

describe('the page', () => {
  const indicator = buildIndicator({ own: OWN });

  it('links to the file of each indicator by a name that says what is in it', () => {
    const { id } = indicator.definition;
    const page = render([indicator], 'nb', 'puls');
    expect(page).toContain(
      `<a href="${csvName('puls', id)}" download>Last ned tallene for ${indicator.title} (CSV)</a>`,
    );
    expect(page).toContain('<a href="puls.xml">Følg endringene i en nyhetsleser (Atom)</a>');
  });

  it('links to none where none stands beside it, and before there are figures', () => {
    expect(render([indicator])).not.toContain('class="download"');
    expect(render([buildIndicator()], 'nb', 'puls')).not.toContain('.csv');
  });
});
