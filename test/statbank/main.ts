import { parseArgs } from 'node:util';
import { CONTROLS } from './controls/control-routes.ts';
import { MODES } from './controls/modes.ts';
import type { ModeName } from './controls/modes.ts';
import { startStatbank } from './server.ts';
import { START_OF_TIME } from './state.ts';

const HELP = `A stand-in for Statistics Norway's PxWebApi v2, for development and tests. Most of its figures are made up.

Usage: node dist/test/statbank/main.js [options]

  --port N                  port on 127.0.0.1 (default 8099; 0 takes a free one)
  --mode NAME               ${MODES.join(', ')}
  --now INSTANT             where its clock stands (default ${START_OF_TIME}); it moves only when told
  --enterprise-level LEVEL  municipality (default) or county: how far down table 14623 reaches
  --no-code-lists           no table offers a code list
  --old-code-lists          "codeLists" in metadata, as spelled until late 2025
  --no-rate-limit           answer any number of calls (default 40 per 60 s, as SSB)
  --help                    this text

Controls, while it runs (curl -X POST -d BODY http://127.0.0.1:PORT/control/NAME):

${Object.entries(CONTROLS)
  .map(([name, example]) => `  ${name.padEnd(16)} ${example}`)
  .join('\n')}

  GET /control/requests lists what has been asked.
`;

function isMode(name: string): name is ModeName {
  return MODES.some((mode) => mode === name);
}

function fail(message: string): never {
  process.stderr.write(`${message}\nSee --help.\n`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '8099' },
        mode: { type: 'string', default: 'normal' },
        now: { type: 'string', default: START_OF_TIME },
        'enterprise-level': { type: 'string', default: 'municipality' },
        'no-code-lists': { type: 'boolean', default: false },
        'old-code-lists': { type: 'boolean', default: false },
        'no-rate-limit': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (problem) {
    return fail(problem instanceof Error ? problem.message : String(problem));
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const { mode, 'enterprise-level': level } = options;
  if (!isMode(mode)) return fail(`There is no mode ${mode}; there are ${MODES.join(', ')}.`);
  if (level !== 'municipality' && level !== 'county')
    return fail(`The enterprise level is municipality or county, not ${level}.`);
  if (!/^\d{1,5}$/.test(options.port)) return fail(`${options.port} is not a port.`);
  const statbank = await startStatbank({
    port: Number(options.port),
    mode,
    now: options.now,
    enterpriseLevel: level,
    codeLists: !options['no-code-lists'],
    oldCodeListsSpelling: options['old-code-lists'],
    ...(options['no-rate-limit'] ? { rateLimit: 'off' } : {}),
  });
  process.stdout.write(`${statbank.url}\n`);
  // A reply that is being held back must not keep the process.
  const stop = (): void => void statbank.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((problem: unknown) => fail(problem instanceof Error ? problem.message : String(problem)));
