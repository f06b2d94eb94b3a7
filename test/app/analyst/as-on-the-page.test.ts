import { readFileSync } from 'node:fs';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPages } from '../../../src/app/show/read-page.ts';
import type { Status } from '../../../src/model/plan/assessment.ts';
import { type Language, LANGUAGES } from '../../../src/model/language.ts';
import { parseTimePeriod, periodFromKey, periodKey } from '../../../src/model/time-period.ts';
import type { PageInput } from '../../../src/report/page-input.ts';
import { renderPage } from '../../../src/report/page.ts';
import { pageTextsOf } from '../../../src/words/page/language.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { importFile } from '../../support/import-file.ts';
import { prepareDatabase, type PreparedDatabase, SAMPLE_EMISSIONS, SAMPLE_SURVEY } from '../../support/world.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** A year later than the first figures: then there is a revision, and what was provisional no longer is. */
const LATER = '2027-03-02T10:00:00.000Z';

let prepared: PreparedDatabase;
let copy: string;
let written: string;
const pages = new Map<Language, { readonly input: PageInput; readonly html: string }>();

beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({
    alsoDo: async (world) => {
      await world.with(async (app) => {
        await importFile(app, 'survey', SAMPLE_SURVEY);
        await importFile(app, 'municipal-emissions', SAMPLE_EMISSIONS);
      });
      world.at(LATER);
      await world.ingest();
      await world.with((app) => {
        copy = app.environment.analystCopy;
        written = readFileSync(app.environment.reportFile, 'utf8');
        const { inLanguage } = readPages(app);
        for (const language of LANGUAGES) {
          const input = inLanguage(language);
          pages.set(language, { input, html: renderPage(input, '', () => '') });
        }
      });
    },
  });
});

afterAll(() => prepared.remove());

describe('out_report', () => {
  it('has every indicator of the page, in its order', () => {
    const ids = [...written.matchAll(/<section class="indicator" id="([\w-]+)"/g)].map((match) => match[1]);
    expect(ids).toHaveLength(9);
    expect(rowsOf('out_report').map((row) => row['indicator_id'])).toEqual(ids);
  });

  it.each(LANGUAGES)('says what the page says, with the same figures and words (%s)', (language) => {
    const html = pages.get(language)?.html ?? '';
    for (const row of rowsOf('out_report')) {
      const id = String(row['indicator_id']);
      const section = textOf(sectionOf(html, id));
      const overview = textOf(new RegExp(`<tr class="row [^>]*id="row-${id}".*?</tr>`, 's').exec(html)?.[0] ?? '');
      for (const name of ['title', 'status', 'value', 'in_a_row', 'sentence']) {
        expect(section, `${id}: ${name}`).toContain(plain(row[`${name}_${language}`] ?? ''));
      }
      for (const name of ['status', 'change', 'next']) {
        expect(overview, `${id}: ${name}`).toContain(plain(row[`${name}_${language}`] ?? ''));
      }
      for (const sentence of String(row[`reservation_${language}`] ?? '').split(/(?<=\.) (?=\p{Lu})/u)) {
        expect(section, id).toContain(plain(sentence.replace(/\.$/, '')));
      }
    }
  });

  it('has the number that stands in its words', () => {
    const rows = rowsOf('out_report').filter((row) => row['value'] !== null);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const digits = String(Math.abs(Number(row['value']))).replace('.', ',');
      expect(String(row['value_nb']).replaceAll(/\s/g, '')).toContain(digits);
    }
  });

  it('names the source in the language of the row', () => {
    const [row] = rowsOf('out_report').filter((one) => one['indicator_id'] === 'job-growth');
    const source = String(query("SELECT source FROM out_source WHERE dataset = 'employed-total'")[0]?.['source']);
    expect([row?.['source_nb'], row?.['source_nn'], row?.['source_en']]).toEqual([
      `Kilde: ${source}, tabell 07984.`,
      `Kjelde: ${source}, tabell 07984.`,
      `Source: ${source}, table 07984.`,
    ]);
  });
});

describe('out_verdict', () => {
  it('has the verdicts of the page, period by period, with the same rounded figures', () => {
    const { input } = pages.get('nb') ?? {};
    if (input === undefined) throw new Error('no page');
    const seen: string[] = [];
    for (const { definition, past } of input.indicators) {
      const rows = rowsOf('out_verdict').filter((row) => row['indicator_id'] === definition.id);
      expect(rows.map((row) => [row['period'], row['status']])).toEqual(
        past.map(({ period, status }) => [periodFromKey(period).code, status]),
      );
      const lines = [...sectionOf(written, definition.id).matchAll(/<tr>.*?<\/tr>/gs)].map(([line]) => textOf(line));
      for (const row of rows) {
        const period = input.wording.period(keyOf(row['period']));
        const value =
          row['value_rounded'] === null
            ? ''
            : plain(input.wording.number(Number(row['value_rounded']), Number(row['decimals'])));
        const line = lines.find((one) => one.startsWith(`${plain(period)} `) && one.includes(String(row['status_nb'])));
        expect(line, `${definition.id} ${period}`).toContain(value);
        seen.push(String(row['status']));
      }
    }
    expect(new Set(seen).size).toBeGreaterThan(2);
  });

  it('has the change and the lead that are said of the latest period', () => {
    const { input } = pages.get('nb') ?? {};
    for (const { definition, assessment } of input?.indicators ?? []) {
      const [row] = rowsOf('out_verdict').filter(
        (one) => one['indicator_id'] === definition.id && one['is_latest'] === 1,
      );
      const { verdict } = assessment.evidence;
      if (row === undefined || verdict === null || verdict.parts !== undefined) continue;
      const { change, lead, tolerance, peersGrowth, peerMean } = verdict.numbers;
      if (change !== undefined) expect(row['change'], definition.id).toBe(change);
      if (lead !== undefined) expect(row['lead'], definition.id).toBe(lead);
      if (tolerance !== undefined) expect(row['margin'], definition.id).toBe(tolerance);
      const peers = peersGrowth ?? peerMean;
      if (peers !== undefined) expect(row['peers_figure'], definition.id).toBe(peers);
    }
  });

  it('counts periods in a row, and those met since the plan began, as the page does', () => {
    const { input } = pages.get('nb') ?? {};
    if (input === undefined) throw new Error('no page');
    const texts = pageTextsOf('nb');
    const { since } = input.plan;
    for (const { definition } of input.indicators) {
      const [row] = rowsOf('out_verdict').filter(
        (one) => one['indicator_id'] === definition.id && one['is_latest'] === 1,
      );
      if (row === undefined || row['judged_since_plan'] === 0) continue;
      const said = texts.told.met(
        Number(row['met_since_plan']),
        Number(row['judged_since_plan']),
        since === null ? null : String(since),
      );
      expect(textOf(sectionOf(written, definition.id)), definition.id).toContain(plain(said));
      const [report] = rowsOf('out_report').filter((one) => one['indicator_id'] === definition.id);
      if (report?.['in_a_row_nb'] === null) continue;
      const inARow = texts.inARow(input.wording.status(row['status'] as Status), Number(row['in_a_row']));
      expect(report?.['in_a_row_nb'], definition.id).toBe(inARow);
    }
  });
});

describe('places, groups and words', () => {
  it('find today’s municipality by any code it has had', () => {
    const places =
      'SELECT code, valid_from, valid_to FROM out_place WHERE place_code = ? AND is_own = 1 ORDER BY position';
    expect(query(places, '3301').map((row) => row['code'])).toEqual(expect.arrayContaining(['3301', '3005', '0602']));
    const own =
      "SELECT DISTINCT municipality_code FROM out_series WHERE region_code IN ('K.3301', 'K-3301', '3301', '0602')";
    expect(query(own)).toEqual([{ municipality_code: '3301' }]);
  });

  it('hold whom each group compares with', () => {
    const members =
      'SELECT count(DISTINCT region) AS regions, min(confirmed) AS adopted FROM out_peer_group GROUP BY peer_group';
    expect(query(members).length).toBeGreaterThan(1);
  });

  it('have words for every code there is in the file', () => {
    const missing = `
      SELECT 'status' AS kind, status AS code FROM out_status_history
      UNION SELECT 'cause', cause FROM out_status_history
      UNION SELECT 'obs_status', obs_status FROM out_figure
      UNION SELECT 'symbol', symbol FROM out_figure WHERE symbol IS NOT NULL
      UNION SELECT 'missing', level_missing FROM out_indicator_series WHERE level_missing IS NOT NULL
      EXCEPT SELECT kind, code FROM out_term WHERE text_nb <> '' AND text_nn <> '' AND text_en <> ''`;
    expect(query(missing)).toEqual([]);
    const flags =
      'SELECT DISTINCT flags_text FROM out_status_now WHERE flags IS NOT NULL AND (flags_text IS NULL OR cause_text IS NULL)';
    expect(query(flags)).toEqual([]);
  });
});

function query(sql: string, ...values: readonly string[]): readonly Row[] {
  return queryDatabase(copy, sql, ...values) as readonly Row[];
}

function rowsOf(table: 'out_report' | 'out_verdict'): readonly Row[] {
  return query(`SELECT * FROM ${table} ORDER BY position${table === 'out_verdict' ? ', period_start' : ''}`);
}

function sectionOf(html: string, id: string): string {
  return html.split(/(?=<section class="indicator")/).find((part) => part.includes(`id="${id}"`)) ?? '';
}

/** As a reader sees it: without marks, and with one kind of space. */
function textOf(html: string): string {
  return plain(html.replace(/<[^>]*>/g, ' '));
}

function plain(text: string | number): string {
  const entities: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  };
  return String(text)
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/[\u2060]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function keyOf(code: string | number | null | undefined): number {
  const period = parseTimePeriod(String(code));
  if (period === null) throw new Error(`${String(code)} is no period`);
  return periodKey(period);
}
