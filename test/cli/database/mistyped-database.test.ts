import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/cli.ts';
import { typeCommand } from '../../support/command-line.ts';
import { copyConfig } from '../../support/edited-config.ts';
import { openWorld, prepareDatabase } from '../../support/world.ts';

let prepared: Awaited<ReturnType<typeof prepareDatabase>>;

beforeAll(async () => {
  prepared = await prepareDatabase();
});
afterAll(() => prepared.remove());

/** A folder with a database in it, and what a service leaves beside one. */
function openFolder() {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const live = join(path, 'naeringspuls.sqlite');
  for (const name of ['naeringspuls.sqlite', 'naeringspuls.sqlite.before-9.sqlite', 'naeringspuls-analyst.sqlite']) {
    copyFileSync(prepared.file, join(path, name));
  }
  writeFileSync(join(path, 'naeringspulz.csv'), 'a;b\n');
  return { path, live };
}

/** Every command that needs a database and makes none. */
const COMMANDS = [
  ...[['status'], ['explain', 'job-growth'], ['history', 'job-growth'], ['check'], ['check', '--diff']],
  ...[
    ['check', '--as-of', '2026-03-03'],
    ['alerts', 'list'],
    ['alerts', 'resend', '1'],
  ],
  ['alerts', 'ack', 'job-growth', '--until', '2026-12-31', '--reason', 'x'],
  ...[['notes', 'list'], ['notes', 'ack', '07984'], ['report'], ['schedule'], ['repair', 'clock']],
  ...[
    ['export', '--out', '/nowhere/export'],
    ['backup', '/nowhere/backup.sqlite'],
  ],
  ...[
    ['import', 'list'],
    ['import', 'show', 'x'],
    ['import', 'accept', 'x'],
    ['import', 'drop', 'x'],
  ],
  ...[
    ['import', 'survey', 'x.csv', '--dry-run'],
    ['import', 'survey', '--withdraw', 'business-satisfaction', '2025'],
  ],
];

describe.each(COMMANDS.map((words) => [words.join(' '), words] as const))('%s', (_name, words) => {
  it('makes no database of a mistyped path, and names the one that was meant', async () => {
    const { path, live } = openFolder();
    const before = readdirSync(path);
    const mistyped = join(path, 'naeringspulz.sqlite');
    const { exitCode, stdout, stderr } = await typeCommand(words, { DATABASE_FILE: mistyped });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 5,
      stdout: '',
      stderr:
        `Det finnes ingen database i ${mistyped} ennå.\n` +
        `Det finnes en i ${live}: sett DATABASE_FILE til den hvis det var den du mente.\n`,
    });
    expect(readdirSync(path)).toEqual(before);
  });
});

describe('a path that holds no database', () => {
  it.each([
    ['an empty file', (file: string) => writeFileSync(file, ''), /^Filen .* er tom: det er ingen database i den\./],
    ['a folder', (file: string) => mkdirSync(file), /^.* er en mappe og ingen database\./],
    ['a letter', (file: string) => writeFileSync(file, 'Kjære kommune! '.repeat(99)), /er ikke en SQLite-database\./],
  ])('%s is told by what it is, with the database that was meant', async (_what, make, sentence) => {
    const { path, live } = openFolder();
    const file = join(path, 'other.sqlite');
    make(file);
    for (const word of ['status', 'check']) {
      const { exitCode, stderr } = await typeCommand([word], { DATABASE_FILE: file });
      expect([exitCode, stderr]).toEqual([5, expect.stringMatching(sentence)]);
      expect(stderr).toContain(`Sett DATABASE_FILE til databasen til dette programmet, som ${live}, eller`);
    }
  });

  it('the folder of the database leads to the database in it', async () => {
    const { path, live } = openFolder();
    const { stderr } = await typeCommand(['status'], { DATABASE_FILE: path });
    expect(stderr).toContain(`, som ${live}, eller`);
  });

  it('a folder that is mistyped leads to the one beside it', async () => {
    const { path } = openFolder();
    mkdirSync(join(path, 'data'));
    copyFileSync(prepared.file, join(path, 'data', 'puls.sqlite'));
    const { stderr } = await typeCommand(['status'], { DATABASE_FILE: join(path, 'dta', 'puls.sqlite') });
    expect(stderr).toContain(`Det finnes en i ${join(path, 'data', 'puls.sqlite')}:`);
  });

  it('where no other is near, a first run is advised', async () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const { stderr } = await typeCommand(['status'], { DATABASE_FILE: join(path, 'none.sqlite') });
    expect(stderr).toContain('Kjør «naeringspuls ingest» først: den lager databasen.');
  });

  it('is told in nynorsk and in English by the language of the plan', async () => {
    const { path, live } = openFolder();
    const said = async (language: string) => {
      const CONFIG_DIR = copyConfig(['plan.yaml', 'language: nb', `language: ${language}`]);
      return (await typeCommand(['status'], { CONFIG_DIR, DATABASE_FILE: join(path, 'x.sqlite') })).stderr;
    };
    expect(await said('nn')).toContain(`Det finst ein i ${live}: set DATABASE_FILE til han`);
    expect(await said('en')).toContain(`There is one at ${live}: set DATABASE_FILE to it`);
  });
});

it('ingest makes a database where there is none, and says so, and which other there is', async () => {
  const world = await openWorld();
  copyFileSync(prepared.file, join(world.folder, 'other.sqlite'));
  const first = await typeCommand(['ingest', 'jobs', 'employment'], world.env);
  expect(first.stderr).toContain(`Det var ingen database i ${world.databaseFile}, så en ny er laget.`);
  expect(first.stderr).toContain(`Det finnes en i ${join(world.folder, 'other.sqlite')}; var det den du mente,`);
  expect(existsSync(world.databaseFile)).toBe(true);
  const second = await typeCommand(['ingest', 'jobs', 'employment'], world.env);
  expect(second.stderr).not.toContain('Det var ingen database');
});
