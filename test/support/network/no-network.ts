import { afterEach, beforeAll, expect } from 'vitest';
import nock from 'nock';

interface Target {
  readonly hostname?: string;
  readonly host?: string;
  readonly path?: string;
}

// Only the stand-in on loopback may be reached; anything else is a mistake in the test, and fails it.
const blocked: string[] = [];

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
  // nock hands over the request, or for a call it never saw only the options of it.
  nock.emitter.on('no match', (request: Target, options?: Target) => {
    const { hostname, host, path } = options ?? request;
    const name = hostname ?? host ?? '';
    if (!/^(127\.0\.0\.1|localhost|\[?::1)/.test(name)) blocked.push(`${name}${path ?? ''}`);
  });
});

afterEach(() => {
  const unmatched = blocked.splice(0);
  const unused = nock.pendingMocks();
  nock.cleanAll();
  expect(unmatched, 'requests that no mock answered').toEqual([]);
  expect(unused, 'mocks that no request used').toEqual([]);
});
