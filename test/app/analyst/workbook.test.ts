import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import nock from 'nock';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limited } from '../../../src/app/analyst/workbook/limited.ts';
import { publishWorkbook, workbookFile, workbookProblem } from '../../../src/app/analyst/workbook/publish-workbook.ts';
import { LANGUAGES } from '../../../src/model/language.ts';
import { workbookTextsOf } from '../../../src/words/workbook/language.ts';
import type { ColumnId } from '../../../src/words/workbook/texts.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { importFile } from '../../support/import-file.ts';
import { prepareDatabase, type PreparedDatabase, SAMPLE_EMISSIONS, SAMPLE_SURVEY } from '../../support/world.ts';

type Row = Readonly<Record<string, string | number | null>>;
type Value = string | number | boolean | Date | null;

const LATER = '2026-06-08T10:00:00.000Z';
/** All of a table that counts enterprises, in dimensions that have no total of their own. */
const EVERY_ENTERPRISE = { Kjonn: 'F', OrgFormer: '_T', NACE2007: '00-99', AntAnsatte: '99', AntEtabl: '00' };
const texts = workbookTextsOf('nb');

let prepared: PreparedDatabase;
let copy: string;
const said: Record<string, unknown> = {};
const sheets = new Map<string, readonly (readonly Value[])[]>();

beforeAll(async () => {
  nock.restore();
  prepared = await prepareDatabase({
    alsoDo: async (world) => {
      await world.with(async (app) => {
        await importFile(app, 'survey', SAMPLE_SURVEY);
        await importFile(app, 'municipal-emissions', SAMPLE_EMISSIONS);
      });
      world.at(LATER);
      world.statbank.reviseCell('14623', { ...EVERY_ENTERPRISE, Region: '3301' }, '2025', 958);
      const file = workbookFile(await world.with(({ environment }) => environment.analystCopy));
      rmSync(file);
      mkdirSync(file);
      said['refused'] = (await world.ingest({ force: true })).message;
      rmSync(file, { recursive: true });
      said['left'] = readdirSync(dirname(file)).filter((name) => name.includes('.draft'));
      await world.with((app) => {
        copy = app.environment.analystCopy;
        said['page'] = readFileSync(app.environment.reportFile, 'utf8');
        said['again'] = [publishWorkbook(app), existsSync(file)];
        said['file'] = readFileSync(file);
        // As of long ago, so that a file that is written again is seen to be another.
        utimesSync(file, 0, 0);
        said['quiet'] = [publishWorkbook(app), statSync(file).mtimeMs];
        for (const language of LANGUAGES) {
          const { plan } = app.settings;
          publishWorkbook({ ...app, settings: { ...app.settings, plan: { ...plan, language } } });
          said[language] = readFileSync(file);
        }
      });
    },
  });
  for (const { sheet, data } of await sheetsOf('file')) sheets.set(sheet, data as readonly (readonly Value[])[]);
});

afterAll(() => prepared.remove());

describe('the workbook beside the copy', () => {
  it.each(LANGUAGES)(
    'has the five sheets, each column with a word over it and an explanation (%s)',
    async (language) => {
      const own = workbookTextsOf(language);
      const made = await sheetsOf(language);
      expect(made.map(({ sheet }) => sheet)).toEqual(Object.values(own.sheets));
      const words = made.at(-1)?.data.map((row) => `${String(row[0])}: ${String(row[1])} = ${String(row[2])}`) ?? [];
      for (const { sheet, data } of made.slice(0, -1)) {
        for (const heading of data[0] ?? []) {
          const explained = Object.values(own.columns).find(([word]) => word === heading);
          expect(words).toContain(`${sheet}: ${String(heading)} = ${explained?.[1] ?? ''}`);
        }
      }
    },
  );

  it('is named as the copy, whatever that ends with', () => {
    expect(workbookFile('/data/pulse-analyst.sqlite')).toBe('/data/pulse-analyst.xlsx');
    expect(workbookFile('/data/copy')).toBe('/data/copy.xlsx');
  });

  it('is left alone where it holds what there is', () => {
    expect(said['quiet']).toEqual([null, 0]);
  });

  it('that cannot be written is told in a sentence, leaves nothing behind, and comes with the next run', () => {
    expect(said['refused']).toMatch(
      /The analysts' workbook \S*\.xlsx could not be written: .*the next run tries again\./,
    );
    expect(said['left']).toEqual([]);
    expect(said['again']).toEqual([null, true]);
  });

  it('that cannot be written stops neither the copy nor the page', () => {
    expect(query('SELECT generated_at FROM meta_release')).toEqual([{ generated_at: LATER }]);
    expect(said['page']).toContain(`name="made-at" content="${LATER}"`);
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])('that somebody has open (%s) says so', (code) => {
    const cause = Object.assign(new Error(`${code}: rename`), { code });
    expect(workbookProblem(cause, 'a.xlsx').hint).toBe(
      'The workbook before it, if any, stays in place. Somebody may have it open: ask them to close it. Otherwise give this user write access to its folder; the next run tries again.',
    );
  });
});

describe('Status', () => {
  it('says of every indicator what out_report says, in its order', () => {
    const rows = query('SELECT * FROM out_report ORDER BY position');
    expect(rows).toHaveLength(9);
    const same: readonly (readonly [ColumnId, string])[] = [
      ...([
        ['number', 'position'],
        ['indicator', 'title_nb'],
        ['status', 'status_nb'],
        ['period', 'period'],
        ['value', 'value'],
        ['unit', 'unit'],
        ['sentence', 'sentence_nb'],
        ['reservation', 'reservation_nb'],
        ['next', 'next_nb'],
        ['source', 'source_nb'],
        ['ambition', 'ambition'],
        ['indicatorId', 'indicator_id'],
      ] as const),
    ];
    for (const [column, name] of same) {
      expect(columnOf('status', column), column).toEqual(rows.map((row) => row[name] ?? null));
    }
  });

  it('sets the figures of out_verdict beside it', () => {
    const rows = query('SELECT * FROM out_verdict WHERE is_latest = 1 ORDER BY position');
    const ids = columnOf('status', 'indicatorId');
    for (const [column, name] of [
      ['change', 'change'],
      ['peersFigure', 'peers_figure'],
      ['lead', 'lead'],
      ['inARow', 'in_a_row'],
    ] as const) {
      const shown = new Map(columnOf('status', column).map((value, index) => [ids[index], value]));
      for (const row of rows) expect(shown.get(row['indicator_id'] ?? ''), column).toBe(row[name]);
    }
  });
});

describe('Tallserier', () => {
  it('has every verdict of out_verdict with its figures, and every figure of the peers', () => {
    const own = texts.roles.own;
    const [ids, periods, roles] = (['indicatorId', 'period', 'role'] as const).map((id) => columnOf('series', id));
    const at = (row: Row) =>
      (ids ?? []).findIndex(
        (id, index) => id === row['indicator_id'] && periods?.[index] === row['period'] && roles?.[index] === own,
      );
    const verdicts = query('SELECT * FROM out_verdict');
    for (const [column, name] of [
      ['value', 'value'],
      ['status', 'status_nb'],
      ['previous', 'previous'],
      ['change', 'change'],
      ['peersFigure', 'peers_figure'],
      ['lead', 'lead'],
      ['margin', 'margin'],
      ['year', 'year'],
    ] as const) {
      const shown = columnOf('series', column);
      for (const row of verdicts) expect(shown[at(row)], `${column} ${row['indicator_id']}`).toBe(row[name]);
    }
    const [count] = query('SELECT count(*) AS figures FROM out_indicator_series');
    expect(ids).toHaveLength(Number(count?.['figures']));
  });

  it('has days as days, and the year as a number', () => {
    const days = query('SELECT DISTINCT period_start FROM out_indicator_series').map((row) => row['period_start']);
    const shown = new Set(columnOf('series', 'from').map((value) => (value as Date).toISOString().slice(0, 10)));
    expect([...shown].sort()).toEqual(days.map(String).sort());
    expect(columnOf('series', 'year').every((value) => typeof value === 'number')).toBe(true);
  });
});

describe('Rettelser and Kilder', () => {
  it('have every figure that was replaced, before and after', () => {
    const rows = query('SELECT value_before, value_after FROM out_revision WHERE in_use = 1');
    expect(rows.length).toBeGreaterThan(0);
    const after = columnOf('revisions', 'after');
    const shown = columnOf('revisions', 'before').map((before, index) => `${String(before)} ${String(after[index])}`);
    expect(shown.sort()).toEqual(rows.map((row) => `${row['value_before']} ${row['value_after']}`).sort());
    expect(columnOf('revisions', 'revisedAt').every((value) => value instanceof Date)).toBe(true);
  });

  it('have every dataset, with the number of its table as a code', () => {
    const rows = query('SELECT dataset, table_id FROM out_source ORDER BY dataset');
    expect(columnOf('sources', 'dataset')).toEqual(rows.map((row) => row['dataset']));
    expect(columnOf('sources', 'table')).toEqual(rows.map((row) => row['table_id']));
    expect(columnOf('sources', 'table')).toContain('07984');
  });
});

describe('every sheet', () => {
  it('has numbers as numbers: what looks like one and is text is a code', () => {
    const codes: readonly ColumnId[] = [
      ...(['indicatorId', 'period', 'previousPeriod', 'newestPeriod', 'municipality'] as const),
      ...(['table', 'dataset', 'symbolBefore', 'symbolAfter', 'code'] as const),
    ];
    const headings = new Set(codes.map((id) => texts.columns[id][0]));
    const found: string[] = [];
    for (const [name, [heading = [], ...rows]] of sheets) {
      for (const row of rows) {
        row.forEach((value, index) => {
          const isNumber = typeof value === 'string' && /^[+−-]?\d+([.,]\d+)?$/.test(value.trim());
          if (isNumber && !headings.has(String(heading[index]))) found.push(`${name}: ${value}`);
          if (typeof value === 'number' && headings.has(String(heading[index]))) found.push(`${name}: code ${value}`);
        });
      }
    }
    expect(found).toEqual([]);
  });
});

async function sheetsOf(name: string) {
  return await readXlsxFile(new Blob([new Uint8Array(said[name] as Buffer)]), { trim: false });
}

function columnOf(sheet: keyof typeof texts.sheets, id: ColumnId): readonly Value[] {
  const [heading = [], ...rows] = sheets.get(texts.sheets[sheet]) ?? [];
  const index = heading.indexOf(texts.columns[id][0]);
  if (index < 0) throw new Error(`${sheet} has no column ${id}`);
  return rows.map((row) => row[index] ?? null);
}

function query(sql: string): readonly Row[] {
  return queryDatabase(copy, sql) as readonly Row[];
}

describe('a sheet with more rows than it shows', () => {
  const rows = [{ code: '1' }, { code: '2' }, { code: '3' }];

  it('has the first of them, and says where all of them are', () => {
    const where = { texts, language: 'nb', copy: 'tall.sqlite' } as const;
    expect(limited(rows, { most: 2, table: 'out_revision' }, where)).toEqual({
      shown: rows.slice(0, 2),
      note: 'Her står de 2 første radene. Alle står i out_revision i tall.sqlite.',
    });
    expect(limited(rows, { most: 3, table: 'out_revision' }, where)).toEqual({ shown: rows, note: null });
  });
});
