import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { jobs } from '../../../jobs/index.ts';
import type { Settings } from '../../../src/model/plan/settings.ts';
import { loadSettings } from '../../../src/settings/load-settings.ts';
import { HOSTILE_TEXTS } from '../support/hostile.ts';
import { BYTE_CHANGE_NAMES, BYTE_CHANGES, type ByteChangeName } from '../support/mutate-bytes.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { requireCleanPrototypes, requireRefusal } from '../support/refusal.ts';
import type { FuzzTarget } from '../support/target.ts';
import { bundledPlaces } from '../../../src/places/bundled/bundled-places.ts';

type LineChange = (lines: string[], at: number, random: Random) => unknown;

const CONFIG = new URL('../../fixtures/other-municipality', import.meta.url).pathname;
const DEEP = 5000;
const VALUES: readonly string[] = [
  ...HOSTILE_TEXTS.map((text) => JSON.stringify(text)),
  ...['', '~', 'null', 'yes', '0301', '0o17', '1e999', '.inf', '.nan', '-0', '2024-01-01', '1_000', '0x1F', '12:30:45'],
  ...[
    '[]',
    '{}',
    '[[',
    '{a: {',
    '*a',
    '&a 1',
    '&a [*a, *a]',
    '<<: *a',
    '!!js/function "x"',
    '!!binary "AAAA"',
    '!!set {a}',
    '!x 1',
  ],
  ...['|', '>', '|2-', '"', "'", '# x', '- - - 1', '? a', ': b', '%YAML 1.2', '---', '...', '@a', '`a`', '\t1'],
  ...['[', '{a: ', '- '].map((open) => open.repeat(DEEP)),
  `${'['.repeat(DEEP)}1${']'.repeat(DEEP)}`,
];
const KEYS = ['__proto__', 'constructor', 'toString', '<<', '"a b"', '0', 'null', '? [a]', '&a b', 'id', 'code'];

const LINE_CHANGES = {
  'lose the line': (lines, at) => lines.splice(at, 1),
  'say it twice': (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  'swap with another': (lines, at, random) => {
    const other = random.below(lines.length);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  },
  indent: (lines, at, random) => (lines[at] = `${random.pick([' ', '  ', '\t'])}${lines[at] ?? ''}`),
  outdent: (lines, at) => (lines[at] = (lines[at] ?? '').replace(/^ {1,2}/, '')),
  'give another value': (lines, at, random) =>
    (lines[at] = (lines[at] ?? '').replace(/(:|-)( .*)?$/, (_, mark: string) => `${mark} ${random.pick(VALUES)}`)),
  'give another name': (lines, at, random) =>
    (lines[at] = (lines[at] ?? '').replace(/[\w]+(?=:)/, () => random.pick(KEYS))),
  'take the quotes away': (lines, at) => (lines[at] = (lines[at] ?? '').replaceAll(/['"]/g, '')),
  'put a line in': (lines, at, random) => {
    const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
    lines.splice(at, 0, `${indent}${random.pick(['', '- '])}${random.pick(KEYS)}: ${random.pick(VALUES)}`);
  },
  'change a digit': (lines, at, random) => (lines[at] = (lines[at] ?? '').replace(/\d/, String(random.below(10)))),
  'laugh a billion times': (lines) => {
    const laughs = 'bcdefghi'.split('').map((name, n) => `${name}: &${name} [${`*${'abcdefgh'[n]!},`.repeat(9)}]`);
    lines.unshift('a: &a [x]', ...laughs);
  },
} as const satisfies Readonly<Record<string, LineChange>>;

type LineChangeName = keyof typeof LINE_CHANGES;

export interface SettingsCase {
  readonly file: number;
  readonly lineChanges: readonly (readonly [change: LineChangeName, seed: number])[];
  readonly byteChanges: readonly (readonly [change: ByteChangeName, seed: number])[];
}

const seed = fc.nat({ max: 2 ** 31 - 1 });
const changes = <Name extends string>(names: readonly Name[], maxLength: number) =>
  fc.array(fc.tuple(fc.constantFrom(...names), seed), { maxLength });

/** The settings of a municipality as somebody in a hurry might edit them, or somebody with bad intent. */
export function settingsTarget(): FuzzTarget<SettingsCase> {
  const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-fuzz-'));
  cpSync(CONFIG, folder, { recursive: true });
  const files = readdirSync(CONFIG, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const bytesOf = ({ file, lineChanges, byteChanges }: SettingsCase): Buffer => {
    const lines = readFileSync(join(CONFIG, files[file]!), 'utf8').split('\n');
    for (const [change, seedOfChange] of lineChanges) {
      const random = randomFrom(seedOfChange);
      if (lines.length > 0) LINE_CHANGES[change](lines, random.below(lines.length), random);
    }
    return byteChanges.reduce(
      (bytes: Buffer, [change, seedOfChange]) => BYTE_CHANGES[change](bytes, randomFrom(seedOfChange)),
      Buffer.from(lines.join('\n')),
    );
  };
  return {
    cases: fc.record({
      file: fc.nat({ max: files.length - 1 }),
      lineChanges: changes(Object.keys(LINE_CHANGES) as LineChangeName[], 2),
      byteChanges: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: changes(BYTE_CHANGE_NAMES, 2) },
      ),
    }),
    attempt: (input) => {
      const path = join(folder, files[input.file]!);
      writeFileSync(path, bytesOf(input));
      try {
        const settings = loadSettings(folder, { jobs, places: bundledPlaces() });
        requireCleanPrototypes();
        requireSameInJson(settings, path);
        return 'taken in';
      } catch (error) {
        requireRefusal(error, ['settings-invalid']);
        return 'refused';
      } finally {
        writeFileSync(path, readFileSync(join(CONFIG, files[input.file]!)));
        requireCleanPrototypes();
      }
    },
    show: (input) => `${files[input.file]!}:\n${bytesOf(input).toString('utf8').slice(0, 3000)}`,
    finish: () => rmSync(folder, { recursive: true }),
  };
}

/** JSON is YAML too, and has one way to write a value: the file written so must mean the same. */
function requireSameInJson(settings: Settings, path: string): void {
  writeFileSync(path, JSON.stringify(parse(readFileSync(path, 'utf8'), { logLevel: 'error' })));
  assert.deepEqual(
    withoutMinusZero(loadSettings(folder(path), { jobs, places: bundledPlaces() })),
    withoutMinusZero(settings),
  );
}

/** The one number that JSON does not write as it is. */
function withoutMinusZero(settings: Settings): unknown {
  return JSON.parse(JSON.stringify(settings));
}

function folder(path: string): string {
  return path.includes('/indicators/') ? join(path, '..', '..') : join(path, '..');
}
