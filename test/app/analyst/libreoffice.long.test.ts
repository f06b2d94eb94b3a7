import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import nock from 'nock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookFile } from '../../../src/app/analyst/workbook/publish-workbook.ts';
import { SILENT_PROGRESS } from '../../../src/app/progress.ts';
import { exportViews } from '../../../src/app/upkeep/export.ts';
import { workbookTextsOf } from '../../../src/words/workbook/language.ts';
import { type ColumnId, type SheetId, SHEETS } from '../../../src/words/workbook/texts.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { queryDatabase } from '../../support/database/database-content.ts';
import { prepareDatabase, type PreparedDatabase } from '../../support/world.ts';
import { type FlatCell, flatSheets } from './support/flat-sheets.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

const texts = workbookTextsOf('nb');
const EVERY_ENTERPRISE = { Kjonn: 'F', OrgFormer: '_T', NACE2007: '00-99', AntAnsatte: '99', AntEtabl: '00' };

const CODES: readonly ColumnId[] = [
  ...(['indicatorId', 'period', 'previousPeriod', 'newestPeriod', 'municipality', 'table', 'dataset'] as const),
  ...(['symbolBefore', 'symbolAfter', 'code'] as const),
];
const DAYS: readonly ColumnId[] = ['from', 'to', 'revisedAt', 'inForceFrom', 'updatedAt', 'retrievedAt'];
const NUMBERS: readonly ColumnId[] = [
  ...(['number', 'value', 'change', 'previous', 'peersFigure', 'lead', 'margin', 'inARow', 'met', 'judged'] as const),
  ...(['level', 'growth', 'year', 'before', 'after', 'difference', 'figures'] as const),
];

describe.skipIf(!hasOffice)('LibreOffice in Norwegian (left out where there is no soffice)', () => {
  const folder = temporaryFolder();
  let prepared: PreparedDatabase;
  let copy: string;
  let sheets: ReadonlyMap<string, readonly (readonly FlatCell[])[]>;

  beforeAll(async () => {
    nock.restore();
    prepared = await prepareDatabase({
      alsoDo: async (world) => {
        world.at('2026-06-08T10:00:00.000Z');
        world.statbank.reviseCell('14623', { ...EVERY_ENTERPRISE, Region: '3301' }, '2025', 958);
        await world.ingest({ force: true });
        await world.with(async (app) => {
          copy = app.environment.analystCopy;
          copyFileSync(workbookFile(copy), join(folder.path, 'workbook.xlsx'));
          const out = join(folder.path, 'csv');
          await exportViews(app, { folder: out, format: 'csv', locale: 'nb' }, SILENT_PROGRESS);
        });
      },
    });
    sheets = opened('workbook.xlsx');
  }, 120_000);

  afterAll(() => {
    prepared.remove();
    folder.remove();
  });

  it('opens the workbook: no number is text, no code a number, and days are days', () => {
    const kinds = new Map([
      ...CODES.map((id) => [texts.columns[id][0], 'string'] as const),
      ...DAYS.map((id) => [texts.columns[id][0], 'date'] as const),
      ...NUMBERS.map((id) => [texts.columns[id][0], 'float'] as const),
    ]);
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (const name of SHEETS.map((id) => texts.sheets[id])) {
      const [heading = [], ...rows] = sheets.get(name) ?? [];
      for (const row of rows) {
        row.forEach(({ type, text }, index) => {
          const column = heading[index]?.text ?? '';
          const kind = kinds.get(column);
          if (type === null) return;
          seen.add(kind ?? 'text');
          if (kind !== undefined && type !== kind) wrong.push(`${name} ${column}: ${text} is ${type}`);
          if (kind === undefined && type === 'string' && /^[+−-]?\d+([.,]\d+)?$/.test(text))
            wrong.push(`${name}: ${text}`);
        });
      }
    }
    expect(wrong).toEqual([]);
    expect([...seen].sort()).toEqual(['date', 'float', 'string', 'text']);
  });

  it('loses no zero of a code, and no figure', () => {
    const tables = queryDatabase(copy, 'SELECT table_id FROM out_source ORDER BY dataset');
    expect(column('sources', 'table').map(({ text }) => text)).toEqual(tables.map((row) => row['table_id'] ?? ''));
    const values = queryDatabase(copy, 'SELECT change FROM out_verdict WHERE is_latest = 1 ORDER BY position');
    const ids = queryDatabase(copy, 'SELECT indicator_id FROM out_verdict WHERE is_latest = 1 ORDER BY position');
    const shown = new Map(
      column('status', 'change').map(({ value }, at) => [column('status', 'indicatorId')[at]?.text, value]),
    );
    values.forEach(({ change }, at) => {
      const value = shown.get(String(ids[at]?.['indicator_id']));
      expect(value === null || value === undefined ? null : Number(value)).toBe(change);
    });
  });

  it('shows numbers with a decimal comma and days in the Norwegian way', () => {
    expect(column('series', 'value').map(({ text }) => text)).toContain('1,1');
    expect(column('series', 'to').map(({ text }) => text)).toContain('31.12.2025');
    expect(column('series', 'year').map(({ text }) => text)).toContain('2025');
  });

  it('takes links for links, and nothing for a formula', () => {
    const xml = readFileSync(join(folder.path, 'workbook.fods'), 'utf8');
    expect(xml).toContain('xlink:href="https://www.ssb.no/statbank/table/07984"');
    expect(xml).not.toContain('table:formula');
  });

  it.each(['out_source', 'out_indicator_series', 'out_verdict', 'out_revision'])(
    'opens %s of an export for Norway with every number as a number, and codes that are read as text with their zeros',
    (name) => {
      const types = new Map(
        queryDatabase(copy, 'SELECT column_name, type FROM meta_column WHERE table_name = ?', name).map((row) => [
          row['column_name'],
          row['type'],
        ]),
      );
      const path = join(folder.path, 'csv', `${name}.csv`);
      const [line = ''] = readFileSync(path, 'utf8').replace('\uFEFF', '').split('\r\n');
      const columns = line.split(';');
      const isText = (column: string) => !['number', 'integer', 'boolean', 'date'].includes(String(types.get(column)));
      // What a person chooses in the window: the columns of codes are text.
      const formats = columns.map((column, index) => `${index + 1}/${isText(column) ? 2 : 1}`).join('/');
      const [rows = []] = [...opened(`csv/${name}.csv`, `CSV:59,34,76,1,${formats},1044,false,true`).values()];
      const stored = queryDatabase(copy, `SELECT * FROM "${name}"`);
      expect(rows.length).toBeGreaterThan(stored.length);
      const wrong: string[] = [];
      rows.slice(1, stored.length + 1).forEach((row) => {
        row.forEach(({ type, text }, index) => {
          const kind = String(types.get(columns[index] ?? ''));
          if (type === null) return;
          const expected = { number: 'float', integer: 'float', boolean: 'float', date: 'date' }[kind] ?? 'string';
          if (type !== expected) wrong.push(`${columns[index]}: ${text} is ${type}`);
        });
      });
      expect(wrong).toEqual([]);
      const at = columns.indexOf('table_id');
      if (at < 0) return;
      const codes = (values: readonly unknown[]) =>
        [...new Set(values.map((value) => JSON.stringify(value ?? '')))].sort();
      const shown = rows.slice(1, stored.length + 1).map((row) => row[at]?.text);
      expect(codes(shown)).toEqual(codes(stored.map((row) => row['table_id'])));
    },
    120_000,
  );

  /** A file as LibreOffice opens it, with settings of its own, in Norwegian. */
  function opened(file: string, filter?: string): ReadonlyMap<string, readonly (readonly FlatCell[])[]> {
    const profile = join(folder.path, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), NORWEGIAN);
    execFileSync(
      'soffice',
      [
        ...[`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless'],
        ...(filter === undefined ? [] : [`--infilter=${filter}`]),
        ...['--convert-to', 'fods', '--outdir', folder.path, join(folder.path, file)],
      ],
      { stdio: 'ignore', timeout: 100_000 },
    );
    const made = basename(file).replace(/\.[^.]*$/, '.fods');
    return flatSheets(readFileSync(join(folder.path, made), 'utf8'));
  }

  function column(sheet: SheetId, id: ColumnId): readonly FlatCell[] {
    const [heading = [], ...rows] = sheets.get(texts.sheets[sheet]) ?? [];
    const index = heading.findIndex(({ text }) => text === texts.columns[id][0]);
    if (index < 0) throw new Error(`${sheet} has no column ${id}`);
    return rows.flatMap((row) => (row[0]?.type === null || row[0] === undefined ? [] : [row[index] ?? EMPTY]));
  }
});

const EMPTY: FlatCell = { type: null, value: null, text: '' };

const NORWEGIAN = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nb-NO</value></prop></item>
</oor:items>
`;
