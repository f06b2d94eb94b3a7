import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { findProjectRoot } from '../src/platform/project-root.ts';
import { prepareContestants } from './contestants.ts';
import { describeMachine } from './machine.ts';
import { readWords } from './read-words.ts';
import { interleave, type Samples } from './processes.ts';
import { ROWS, type Row, scaleOf, type Verdict } from './rows.ts';

// `npm run bench -- [--only ROW]… [--rounds N] [--quick] [--gate] [--out FILE]`: see README.md here.
const { values: flags } = readWords('npm run bench -- [--only ROW]… [--rounds N] [--quick] [--gate] [--out FILE]', {
  options: {
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    gate: { type: 'boolean', default: false },
    out: { type: 'string', default: join(findProjectRoot(import.meta.url), 'bench', 'results', 'latest.json') },
  },
});
const rounds = flags.quick ? 1 : Number(flags.rounds);
const rows = chooseRows();
const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-bench-'));
try {
  const described = describeMachine();
  const scale = scaleOf(flags.quick);
  const wanted = new Set(Object.values(rows).flatMap(({ needs }) => needs));
  const contestants = await prepareContestants({ folder, scale, isQuick: flags.quick }, wanted);
  const tell = (line: string) => void process.stderr.write(`${line}\n`);
  const samples = await interleave(contestants, { rounds, folder, tell });
  const verdicts = Object.entries(rows).map(([row, { what, goal, judge }]) => ({
    ...{ row, what, goal },
    ...judge(samples, scale),
  }));
  print(verdicts);
  const report = { ...described, rounds, quick: flags.quick, rows: verdicts, samples: withoutFindings(samples) };
  const out = resolve(flags.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(report, null, 2)}\n`);
  if (flags.gate && verdicts.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function chooseRows(): Readonly<Record<string, Row>> {
  const unknown = flags.only?.find((row) => !Object.hasOwn(ROWS, row));
  if (unknown !== undefined || !Number.isInteger(rounds) || rounds < 1) {
    const what = unknown === undefined ? '--rounds takes a whole number from 1.' : `There is no row '${unknown}'.`;
    process.stderr.write(`${what} Rows: ${Object.keys(ROWS).join(', ')}.\n`);
    process.exit(2);
  }
  return Object.fromEntries(Object.entries(ROWS).filter(([row]) => flags.only?.includes(row) ?? true));
}

function print(verdicts: readonly (Verdict & { readonly what: string; readonly goal: string })[]): void {
  for (const { what, goal, measured, met, detail } of verdicts) {
    process.stdout.write(`${met ? 'met    ' : 'not met'}  ${what}: ${measured} (goal ${goal})\n`);
    if (detail !== '') process.stdout.write(`         ${detail}\n`);
  }
}

/** Times and memory of every process, to one decimal. */
function withoutFindings(samples: Samples) {
  const round = (figure: number) => Number(figure.toFixed(1));
  return Object.fromEntries(
    Object.entries(samples).map(([name, ofName]) => [
      name,
      ofName.map(({ wallMs, cpuMs, rssMib }) => ({
        wallMs: round(wallMs),
        cpuMs: round(cpuMs),
        rssMib: round(rssMib),
      })),
    ]),
  );
}
