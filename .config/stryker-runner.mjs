import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { commonTokens, declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { createTestApi, runTest } from './stryker-test-api.mjs';

// A test runner for Stryker that keeps everything in one process: all tests are bundled once, and each mutant costs
// running the bundle again, some tens of milliseconds, where a vitest for each costs more than a second. Files
// with a test of the mutant are loaded one by one, the quickest first, as most mutants fall to any.

class InProcessRunner {
  #paths;
  #script;
  #times = new Map();
  #loading = new Map();

  constructor(options) {
    this.#paths = options.inProcess;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Sources first, so that what runs when they are loaded is not counted as run by the first test file.
    const sources = filesUnder(this.#paths.sources).map((file) => `require("./${file}");`);
    const tests = filesUnder(this.#paths.tests).map((file) => `register("${file}", () => require("./${file}"));`);
    const { outputFiles } = await build({
      stdin: { contents: [...sources, ...tests].join('\n'), resolveDir: process.cwd(), loader: 'js' },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      packages: 'external',
      plugins: [ownAddress],
      logLevel: 'error',
    });
    const [{ text }] = outputFiles;
    this.#script = new Script(`(function (require, register) {${text}\n})`, { filename: 'tests.cjs' });
  }

  async dryRun() {
    const ns = this.#start({});
    const tests = await this.#run(ns, null);
    this.#times = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: shareOut(ns.mutantCoverage, tests) };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const ns = this.#start({ activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
    const tests = await this.#run(ns, this.#byFile(testFilter ?? [...this.#times.keys()]), !disableBail);
    const timeout = determineHitLimitReached(ns.hitCount, hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  /** The ids asked for by the file they stand in, the quickest file first. */
  #byFile(ids) {
    const files = new Map();
    for (const id of ids) {
      const file = fileOf(id);
      if (files.has(file)) files.get(file).push(id);
      else files.set(file, [id]);
    }
    const timeOf = (of) => this.#loading.get(of[0]) + of[1].reduce((sum, id) => sum + (this.#times.get(id) ?? 0), 0);
    return new Map([...files].sort((a, b) => timeOf(a) - timeOf(b)));
  }

  /** What the mutated code reads and writes, anew. */
  #start(fields) {
    const ns = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
    for (const name of Object.keys(ns)) delete ns[name];
    return Object.assign(ns, fields);
  }

  /** Runs the tests asked for, file by file; all of them for `null`. A file is loaded when its turn comes. */
  async #run(ns, wanted, bail = false) {
    const api = createTestApi();
    const require = createRequire(join(process.cwd(), 'package.json'));
    const load = (name) => (name === 'vitest' ? api.vitest : require(name));
    const bodies = new Map();
    const results = [];
    try {
      this.#script.runInThisContext()(load, (file, body) => bodies.set(file, body));
      for (const file of wanted?.keys() ?? bodies.keys()) {
        const ids = wanted === null ? null : new Set(wanted.get(file));
        for (const test of this.#load(ns, api, file, bodies.get(file))) {
          if (ids !== null && !ids.has(test.id)) continue;
          const result = await timed(ns, test);
          results.push(result);
          if (bail && result.status === TestStatus.Failed) return results;
        }
      }
    } catch (error) {
      return [...results, failure({ id: 'loading', name: 'loading the tests', fileName: '' }, error, 0)];
    }
    return results;
  }

  /** The tests of a file. */
  #load(ns, api, file, body) {
    const startedAt = performance.now();
    const count = api.tests.length;
    ns.currentTestId = file;
    api.register(file, body);
    ns.currentTestId = undefined;
    this.#loading.set(file, performance.now() - startedAt);
    return api.tests.slice(count);
  }
}

async function timed(ns, test) {
  ns.currentTestId = test.id;
  const startedAt = performance.now();
  const error = await runTest(test);
  ns.currentTestId = undefined;
  const timeSpentMs = performance.now() - startedAt;
  const { id, name, fileName } = test;
  return error === null
    ? { id, name, fileName, timeSpentMs, status: TestStatus.Success }
    : failure({ id, name, fileName }, error, timeSpentMs);
}

/** The file of a test, from its id: `test/room/some.test.ts#12`. */
function fileOf(id) {
  return id.slice(0, id.lastIndexOf('#'));
}

function failure(test, error, timeSpentMs) {
  return { ...test, timeSpentMs, status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
}

/** What a test file runs while it describes its tests is run by each of them. */
function shareOut({ static: loading, perTest }, tests) {
  const shared = tests.map(({ id, fileName }) => {
    const own = perTest[id] ?? {};
    return [id, { ...perTest[fileName], ...own }];
  });
  return { static: loading, perTest: Object.fromEntries(shared) };
}

/** Files as they are named, and those in folders; properties and large replies are left out, which take too long for each mutant. */
function filesUnder(paths) {
  return paths.flatMap((path) =>
    path.endsWith('.ts')
      ? [path]
      : readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter(
            (name) =>
              name.endsWith('.ts') && !/\.(property|large|long)\.test\.ts$/.test(name) && !name.endsWith('.d.ts'),
          )
          .filter((name) => !path.startsWith('test/') || name.endsWith('.test.ts'))
          .map((name) => join(path, name))
          .sort(),
  );
}

/** Files that ask where they are get the answer they had before they were bundled. */
const ownAddress = {
  name: 'own-address',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

function createRunner(options) {
  return new InProcessRunner(options);
}
createRunner.inject = [commonTokens.options];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', createRunner)];
export const strykerValidationSchema = {
  properties: { inProcess: { type: 'object' } },
};
