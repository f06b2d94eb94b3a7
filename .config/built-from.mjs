import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// `node .config/built-from.mjs begin|end|check`: which sources dist/ is built from, by what they hold and not by when they
// were written: a checkout or a merge gives old sources new times, and new sources the time of another build.
//   begin, end   around a build: what the sources held when it began counts from its end on
//   check        prints why the build is not of the sources that are there, and ends with 1; else ends with 0
const PRODUCT = ['src', 'jobs', 'drizzle', 'bench'];
const TESTS = ['test/statbank', 'test/preload', 'test/support', 'test/store/support', 'test/queries/support'];
const FILES = ['tsconfig.json', 'package.json', 'npm-shrinkwrap.json', '.config/bundle.mjs'];
const [PROGRAM, STAMP, BEGUN] = ['dist/program/main.js', 'dist/.built-from', 'dist/.being-built-from'];

const acts = { begin, end, check };
const act = acts[process.argv[2]];
if (act === undefined) throw new Error('Say begin, end or check.');
act();

function begin() {
  rmSync(STAMP, { force: true });
  mkdirSync('dist', { recursive: true });
  writeFileSync(BEGUN, sources());
}

function end() {
  renameSync(BEGUN, STAMP);
}

function check() {
  const reason = whyOld();
  if (reason === null) return;
  console.log(reason);
  process.exitCode = 1;
}

function whyOld() {
  if (!existsSync(PROGRAM)) return `there is no ${PROGRAM}`;
  if (!existsSync(STAMP)) return 'the last build did not end well, or did not say what it was built from';
  const [built, now] = [readFileSync(STAMP, 'utf8'), sources()].map((text) => text.split('\n'));
  const changed = now.find((line) => !built.includes(line)) ?? built.find((line) => !now.includes(line));
  return changed === undefined ? null : `${changed.slice(changed.indexOf(' ') + 1)} is not as it was built`;
}

/** A line for every source: what it holds, as a digest, and where it is. */
function sources() {
  const found = [...PRODUCT, ...TESTS].flatMap((folder) => (existsSync(folder) ? filesUnder(folder) : []));
  return [...FILES.filter((file) => existsSync(file)), ...found.filter(isBuilt)]
    .sort()
    .map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')} ${file}`)
    .join('\n');
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name).replaceAll('\\', '/'),
  );
}

function isBuilt(file) {
  return /\.(ts|sql)$/.test(file) && !file.endsWith('.test.ts');
}
