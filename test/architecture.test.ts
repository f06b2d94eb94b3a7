import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/cli.ts';

const LONGEST_FILE = 200;
/** As many as a newcomer surveys at a glance; the folders in it are not counted. */
const FULLEST_FOLDER = 20;
const PURE_ROOMS = /^src\/(model|words|places|contract|normalise|compute|status|schedule|health|report)\//;
/** What reaches outside or differs from run to run. */
const IMPURE = /\bDate\.now\b|\bnew Date\(\)|\bprocess\.|\bconsole\.|\bMath\.random\b|\bperformance\./;
/** A command is documented by the description that its `--help` shows. */
const COMMANDS = 'src/cli/commands/';
/** Builders of descriptions, whose names say it all, and a file name. */
const SELF_EVIDENT = ['src/store/dictionary/description.ts', 'src/store/copy/copy-manifest.ts'];

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function filesUnder(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') })),
  );
}

const program = filesUnder('src', 'jobs');
const everything = [...program, ...filesUnder('test')];
const pathsOf = (files: readonly SourceFile[]) => files.map(({ path }) => path);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
}

describe('the floor plan', () => {
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'json', 'src', 'jobs'];
  const report = JSON.parse(
    execFileSync(process.execPath, [cruiser, ...words], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  ) as {
    modules: { source: string }[];
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };

  test('is held against every file of the program, not against none', () => {
    const seen = report.modules.map(({ source }) => source).filter((source) => /^(src|jobs)\/.*\.ts$/.test(source));
    expect(seen.toSorted()).toEqual(pathsOf(program).toSorted());
  });

  test('is kept', () => {
    expect(report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
});

describe('the pure rooms', () => {
  const pure = program.filter(({ path }) => PURE_ROOMS.test(path));

  test('are there', () => {
    expect(pure.length).toBeGreaterThan(50);
  });

  test('have no clock, environment, console or chance', () => {
    expect(pathsOf(pure.filter(({ text }) => IMPURE.test(withoutComments(text))))).toEqual([]);
  });
});

describe('the languages', () => {
  const code = program.map(({ path, text }) => ({ path, text: withoutComments(text) }));

  test('are listed and named in one place', () => {
    const declares = /\btype Language\s*=|\binterface Language\b|\bLANGUAGES\s*=/;
    expect(pathsOf(code.filter(({ text }) => declares.test(text)))).toEqual(['src/model/language.ts']);
    const writtenOut = /'(?:nb|nn|en)'\s*[|,]\s*'(?:nb|nn|en)'/;
    expect(pathsOf(code.filter(({ text }) => writtenOut.test(text)))).toEqual(['src/model/language.ts']);
  });

  test('choose a text from a record of all of them, never between two', () => {
    const choosesBetweenTwo = /[!=]== '(?:nb|nn|en)'|case '(?:nb|nn|en)':/;
    expect(pathsOf(code.filter(({ text }) => choosesBetweenTwo.test(text)))).toEqual([]);
  });

  test.each(['listed', 'capitalised', 'shortened', 'escapeHtml', 'isRecord'])(
    'and the writing of them have at most one function %s',
    (name) => {
      const declared = new RegExp(`function ${name}\\b|const ${name} = \\(`);
      expect(pathsOf(code.filter(({ text }) => declared.test(text))).length).toBeLessThan(2);
    },
  );
});

describe('the files', () => {
  test(`have ${LONGEST_FILE} lines at most`, () => {
    expect(pathsOf(program.filter(({ text }) => text.trimEnd().split('\n').length > LONGEST_FILE))).toEqual([]);
  });

  test(`are ${FULLEST_FOLDER} in a folder at most`, () => {
    const inFolder = new Map<string, number>();
    for (const folder of ['src', 'jobs', 'test', 'bench', 'config', 'docs', 'deploy']) {
      for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) inFolder.set(entry.parentPath, (inFolder.get(entry.parentPath) ?? 0) + 1);
      }
    }
    const full = [...inFolder].filter(([, files]) => files > FULLEST_FOLDER);
    expect(inFolder.size).toBeGreaterThan(50);
    expect(full.map(([folder, files]) => `${relative(ROOT, folder)}: ${files}`)).toEqual([]);
  });

  test('leave nothing to be done later', () => {
    const later = /\bT[O]DO\b|\bF[I]XME\b/;
    expect(pathsOf(everything.filter(({ text }) => later.test(text)))).toEqual([]);
  });

  test('skip no test, and single none out', () => {
    const tests = everything.filter(({ path }) => path.endsWith('.test.ts'));
    expect(tests.length).toBeGreaterThan(50);
    expect(pathsOf(tests.filter(({ text }) => /\b(describe|test|it)\.(only|skip|todo)\(/.test(text)))).toEqual([]);
  });

  test('say of every public function what it answers', () => {
    const documented = program.filter(({ path }) => !path.startsWith(COMMANDS) && !SELF_EVIDENT.includes(path));
    expect(documented.flatMap(({ path, text }) => bareFunctions(text).map((name) => `${path}: ${name}`))).toEqual([]);
  });

  test('say of every command what it does', () => {
    const commands = program.filter(({ path }) => path.startsWith(COMMANDS));
    expect(commands.length).toBeGreaterThan(5);
    expect(pathsOf(commands.filter(({ text }) => !text.includes('.description(')))).toEqual([]);
  });
});

/** Names of exported functions without a comment above them. */
function bareFunctions(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^export (?:async )?function (\w+)/.exec(line)?.[1];
    return name === undefined || lines[index - 1]?.trimEnd().endsWith('*/') ? [] : [name];
  });
}
