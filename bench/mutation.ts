import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';

// `npm run mutation` ends here: the figures of Stryker's report, or of several, in bench/results/mutation.json.
type MutantStatus = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored';

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: MutantStatus }[] }>>;
}

interface Tally {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  /** Killed of all mutants that run, in per cent. */
  readonly score: number;
}

const root = findProjectRoot(import.meta.url);
const reports = process.argv.length > 2 ? process.argv.slice(2) : [join(root, 'data', 'mutation.json')];
const files = reports.flatMap((report) => Object.entries((JSON.parse(readFileSync(report, 'utf8')) as Report).files));
const figures = {
  at: new Date().toISOString(),
  node: process.version,
  ...tally(files.flatMap(([, { mutants }]) => mutants)),
  files: Object.fromEntries(files.map(([path, { mutants }]) => [path, tally(mutants)])),
};
writeFileSync(join(root, 'bench', 'results', 'mutation.json'), `${JSON.stringify(figures, null, 2)}\n`);
console.log(`${figures.killed} of ${figures.mutants} mutants killed: ${figures.score} %.`);

function tally(mutants: readonly { readonly status: MutantStatus }[]): Tally {
  const having = (...statuses: readonly MutantStatus[]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived] = [having('Killed', 'Timeout'), having('Survived', 'NoCoverage')];
  const ran = killed + survived;
  return { mutants: ran, killed, survived, score: ran === 0 ? 100 : Math.round((1000 * killed) / ran) / 10 };
}
