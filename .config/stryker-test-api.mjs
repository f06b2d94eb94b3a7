import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/**
 * The part of vitest's interface that the tests of the pure rooms use, with its own assertions. `register` runs the body
 * of a test file; `tests` are what it asked for, in order.
 */
export function createTestApi() {
  let scope = null;
  const tests = [];
  let file = '';
  let count = 0;

  const describe = (_name, body) => {
    scope = { outer: scope, before: [], after: [] };
    body();
    scope = scope.outer;
  };
  const it = (name, body) => {
    count += 1;
    tests.push({ id: `${file}#${count}`, name: `${file}: ${name}`, fileName: file, scope, body });
  };
  const each = (run) => (rows) => (name, body) => {
    for (const row of rows) run(name, () => (Array.isArray(row) ? body(...row) : body(row)));
  };
  describe.each = each(describe);
  it.each = each(it);
  const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, {
    getState: () => ({ testPath: file, currentTestName: '' }),
  });

  return {
    tests,
    vitest: { describe, it, test: it, expect, beforeEach: hook('before'), afterEach: hook('after') },
    register(path, body) {
      file = path;
      count = 0;
      scope = { outer: null, before: [], after: [] };
      body();
    },
  };

  function hook(when) {
    return (body) => scope[when].push(body);
  }
}

/** Runs a test with the hooks around it; the error it failed with, or `null`. */
export async function runTest({ scope, body }) {
  const scopes = [];
  for (let each = scope; each !== null; each = each.outer) scopes.push(each);
  try {
    for (const { before } of scopes.toReversed()) for (const run of before) await run();
    await body();
    return null;
  } catch (error) {
    return error;
  } finally {
    for (const { after } of scopes) for (const run of after) await run();
  }
}
