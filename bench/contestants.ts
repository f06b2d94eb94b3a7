import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startStatbank } from '../test/statbank/server.ts';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { type DocumentForm, makeDocument } from './documents.ts';
import type { Contestant } from './processes.ts';
import type { Scale } from './rows.ts';

const root = findProjectRoot(import.meta.url);
const subject = (name: string) => join(root, 'dist', 'bench', 'program', name);
const cli = join(root, 'dist', 'program', 'main.js');
const node = (...words: readonly string[]) => [
  process.execPath,
  '--require',
  join(root, 'bench', 'report-usage.cjs'),
  ...words,
];
/** Debian's own, whatever else is on the path. */
const PYTHON = '/usr/bin/python3';
const MANY_TABLES = 50;

export interface Workshop {
  /** Documents and databases lie here; the caller removes it. */
  readonly folder: string;
  readonly scale: Scale;
  readonly isQuick: boolean;
}

/** Every process the bench times, with what it needs laid out in the folder. Those not in `wanted` are left out. */
export async function prepareContestants(
  workshop: Workshop,
  wanted: ReadonlySet<string>,
): Promise<Readonly<Record<string, Contestant>>> {
  const { folder, scale, isQuick } = workshop;
  const { regions, smallRegions } = scale;
  const at = (name: string) => join(folder, name);
  const document = (name: string, form: Omit<DocumentForm, 'regions'>, size = regions) => {
    const file = at(`${name}.json`);
    if (!existsSync(file)) writeFileSync(file, makeDocument({ regions: size, ...form }));
    return file;
  };
  const first = () => document('first', { edition: 'first', layout: 'dense' });
  const fresh = (name: string) => () => removeDatabase(at(name));
  const ingest = (database: string, size: number, file: string) =>
    node(subject('ingest.js'), at(database), String(size), file);
  const again =
    (name: string, file: () => string): (() => Contestant) =>
    () => ({
      command: ingest(`${name}.sqlite`, regions, file()),
      prepare: () => {
        baseDatabase(workshop, first());
        removeDatabase(at(`${name}.sqlite`));
        copyFileSync(at('base.sqlite'), at(`${name}.sqlite`));
      },
    });
  const manyTables =
    (name: string, size: number, tables: number): (() => Contestant) =>
    () => ({
      command: node(
        subject('many-tables.js'),
        at(`${name}.sqlite`),
        String(size),
        document(`${name}-table`, { edition: 'first', layout: 'dense' }, size),
        String(tables),
      ),
      prepare: fresh(`${name}.sqlite`),
    });
  const onDemo = async (database = 'demo.sqlite') => {
    await demoDatabase(folder);
    return {
      ...{ DATABASE_FILE: at(database), ANALYST_COPY: at('demo-copy.sqlite'), REPORT_FILE: at('demo-page.html') },
      LOG_LEVEL: 'silent',
    };
  };
  const all: Readonly<Record<string, () => Contestant | null | Promise<Contestant>>> = {
    empty: () => ({ command: node('-e', '') }),
    modules: () => ({ command: node(subject('modules.js')) }),
    bound: () => ({ command: node(subject('bound.js'), at('bound.sqlite'), first()), prepare: fresh('bound.sqlite') }),
    model: () => ({
      command: node(subject('bound-of-model.js'), at('model.sqlite'), first()),
      prepare: fresh('model.sqlite'),
    }),
    first: () => ({ command: ingest('first.sqlite', regions, first()), prepare: fresh('first.sqlite') }),
    drizzle: () => ({
      command: node(subject('toolkit-drizzle.js'), at('drizzle.sqlite'), first()),
      prepare: fresh('drizzle.sqlite'),
    }),
    pandas: () =>
      spawnSync(PYTHON, ['-c', 'import pandas']).status === 0
        ? {
            command: [PYTHON, join(root, 'bench', 'subjects', 'pandas_to_sql.py'), at('pandas.sqlite'), first()],
            prepare: fresh('pandas.sqlite'),
          }
        : null,
    same: again('same', first),
    touched: again('touched', () => document('touched', { edition: 'touched', layout: 'dense' })),
    revised: again('revised', () => document('revised', { edition: 'revised', layout: 'dense' })),
    sparse: () => ({
      command: ingest('sparse.sqlite', regions, document('sparse', { edition: 'first', layout: 'sparse' })),
      prepare: fresh('sparse.sqlite'),
    }),
    small: () => ({
      command: ingest(
        'small.sqlite',
        smallRegions,
        document('small', { edition: 'first', layout: 'dense' }, smallRegions),
      ),
      prepare: fresh('small.sqlite'),
    }),
    idle: () => ({ command: node(subject('event-loop.js'), at('idle.sqlite'), String(regions), 'idle') }),
    loop: () => ({
      command: node(subject('event-loop.js'), at('loop.sqlite'), String(regions), first()),
      prepare: fresh('loop.sqlite'),
    }),
    tables: manyTables('tables', smallRegions, isQuick ? 10 : MANY_TABLES),
    large: manyTables('large', regions, 20),
    assess: async () => ({ command: node(subject('assess.js')), env: await onDemo() }),
    'assess-large': async () => {
      const env = await onDemo('demo-large.sqlite');
      copyFileSync(at('demo.sqlite'), at('demo-large.sqlite'));
      runQuietly(ingest('demo-large.sqlite', regions, first()));
      return { command: node(subject('assess.js')), env };
    },
    view: () => {
      baseDatabase(workshop, first());
      return { command: node(subject('view.js'), at('base.sqlite')) };
    },
    'status-modules': () => ({ command: node(subject('status-modules.js')) }),
    status: async () => ({ command: node(cli, 'status'), env: await onDemo() }),
    quiet: () => ({ command: node(subject('quiet-cycle.js'), '1', '9', isQuick ? '12' : '50') }),
    runs: () => ({ command: node(subject('runs.js'), isQuick ? '1' : '5', isQuick ? '2' : '15') }),
    init: () => ({ command: node(subject('new-municipality.js'), at('new-municipality')) }),
    'after-run': async () => ({
      command: node(subject('after-run.js')),
      env: await onDemo(),
      prepare: () =>
        // All of it is made anew: the private twin of the copy, too.
        [
          ...['demo-copy.sqlite', '.demo-copy.sqlite.twin', 'demo-copy.sqlite.manifest.json'],
          ...['demo-copy.sqlite.metadata.json', 'demo-page.html'],
        ].forEach((name) => rmSync(at(name), { force: true })),
    }),
  };
  const prepared: Record<string, Contestant> = {};
  for (const [name, prepare] of Object.entries(all)) {
    const contestant = wanted.has(name) ? await prepare() : null;
    if (contestant !== null) prepared[name] = contestant;
  }
  return prepared;
}

function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}

/** The database after a first ingest, made once. */
function baseDatabase({ folder, scale }: Workshop, document: string): void {
  const file = join(folder, 'base.sqlite');
  if (!existsSync(file)) runQuietly(node(subject('ingest.js'), file, String(scale.regions), document));
}

function runQuietly([program = '', ...words]: readonly string[]): void {
  execFileSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The database that `npm run demo` makes, made once: by the same commands against the same stand-in. */
async function demoDatabase(folder: string): Promise<void> {
  const file = join(folder, 'demo.sqlite');
  if (existsSync(file)) return;
  const samples = join(root, 'test', 'fixtures', 'samples');
  const commands = [
    ['ingest'],
    ['import', 'survey', join(samples, 'oppdiktet-naeringslivsundersokelse.csv')],
    ['import', 'municipal-emissions', join(samples, 'oppdiktet-klimagassutslipp.xlsx')],
  ];
  const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 6000 });
  const env = { ...process.env, SSB_API_URL: statbank.url, DATABASE_FILE: file, LOG_LEVEL: 'silent' };
  try {
    for (const words of commands) await runBeside([cli, ...words], env);
  } finally {
    await statbank.close();
  }
}

/** Does not hold up this process, which answers in SSB's place. */
async function runBeside(words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [...words], { env, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}`);
}
