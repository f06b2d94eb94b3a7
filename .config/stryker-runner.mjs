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
// running the bundle again, some tens of milliseconds, where a vitest for each costs more than a second. Only files
// with a test of the mutant are loaded, and the quickest test comes first, as most mutants fall to any.

class InProcessRunner {
  #paths;
  #script;
  #times = new Map();

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
    const tests = await this.#run(ns, testFilter ?? null, !disableBail);
    const timeout = determineHitLimitReached(ns.hitCount, hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  /** What the mutated code reads and writes, anew. */
  #start(fields) {
    const ns = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
    for (const name of Object.keys(ns)) delete ns[name];
    return Object.assign(ns, fields);
  }

  async #run(ns, only, bail = false) {
    const api = createTestApi();
    const require = createRequire(join(process.cwd(), 'package.json'));
    const load = (name) => (name === 'vitest' ? api.vitest : require(name));
    const results = [];
    const wanted = new Set(only);
    const files = only === null ? null : new Set(only.map(fileOf));
    try {
      this.#script.runInThisContext()(load, (file, body) => {
        if (files !== null && !files.has(file)) return;
        ns.currentTestId = file;
        api.register(file, body);
        ns.currentTestId = undefined;
      });
    } catch (error) {
      return [failure({ id: 'loading', name: 'loading the tests', fileName: '' }, error, 0)];
    }
    const chosen = only === null ? api.tests : api.tests.filter(({ id }) => wanted.has(id));
    const timeOf = ({ id }) => this.#times.get(id) ?? 0;
    for (const test of chosen.toSorted((a, b) => timeOf(a) - timeOf(b))) {
      ns.currentTestId = test.id;
      const startedAt = performance.now();
      const error = await runTest(test);
      ns.currentTestId = undefined;
      const timeSpentMs = performance.now() - startedAt;
      const { id, name, fileName } = test;
      results.push(
        error === null
          ? { id, name, fileName, timeSpentMs, status: TestStatus.Success }
          : failure({ id, name, fileName }, error, timeSpentMs),
      );
      if (error !== null && bail) break;
    }
    return results;
  }
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
            (name) => name.endsWith('.ts') && !/\.(property|large)\.test\.ts$/.test(name) && !name.endsWith('.d.ts'),
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
