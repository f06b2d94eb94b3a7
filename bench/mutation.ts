import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';

// `npm run mutation` ends here: the figures of Stryker's report, or of several, in bench/results/mutation.json.
type MutantStatus = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored';

interface Mutant {
  readonly status: MutantStatus;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

interface Tally {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  /** Not tried: each of these runs every test. */
  readonly leftOut: number;
  /** Killed of all mutants that ran, in per cent. */
  readonly score: number;
}

const root = findProjectRoot(import.meta.url);
const reports = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'data', 'mutation.json')];
const files = reports.flatMap((report) => Object.entries((JSON.parse(readFileSync(report, 'utf8')) as Report).files));
const roomOf = (path: string) => path.split('/').slice(0, 2).join('/');
const rooms = [...new Set(files.map(([path]) => roomOf(path)))];
const figures = {
  at: new Date().toISOString(),
  node: process.version,
  ...tally(files),
  rooms: Object.fromEntries(rooms.map((room) => [room, tally(files.filter(([path]) => roomOf(path) === room))])),
  files: Object.fromEntries(files.map((file) => [file[0], tally([file])])),
  survivors: files.flatMap(survivorsOf),
};
writeFileSync(join(root, 'bench', 'results', 'mutation.json'), `${JSON.stringify(figures, null, 2)}\n`);
console.log(`${figures.killed} of ${figures.mutants} mutants killed: ${figures.score} %.`);

function tally(of: readonly (readonly [string, { readonly mutants: readonly Mutant[] }])[]): Tally {
  const all = of.flatMap(([, { mutants }]) => mutants);
  const having = (...statuses: readonly MutantStatus[]) => all.filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived] = [having('Killed', 'Timeout'), having('Survived', 'NoCoverage')];
  const ran = killed + survived;
  const score = ran === 0 ? 100 : Math.round((1000 * killed) / ran) / 10;
  return { mutants: ran, killed, survived, leftOut: having('Ignored'), score };
}

/** Where each mutant stands that no test noticed, and what it put there. */
function survivorsOf([path, { mutants }]: (typeof files)[number]): readonly string[] {
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ location: { start }, mutatorName, replacement = '' }) => {
      const put = replacement.replaceAll(/\s+/g, ' ').slice(0, 80);
      return `${path}:${start.line}:${start.column} ${mutatorName}: ${put}`;
    });
}
