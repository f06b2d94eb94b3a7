import { afterEach, beforeAll, expect } from 'vitest';
import nock from 'nock';

// Only the stand-in on loopback may be reached; anything else is a mistake in the test, and fails it.
const blocked: string[] = [];

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
  nock.emitter.on('no match', (request: { path?: string }, options?: { host?: string; hostname?: string }) => {
    const host = options?.hostname ?? options?.host ?? '';
    if (!/^(127\.0\.0\.1|localhost|::1)/.test(host)) blocked.push(`${host}${request.path ?? ''}`);
  });
});

afterEach(() => {
  const unmatched = blocked.splice(0);
  const unused = nock.pendingMocks();
  nock.cleanAll();
  expect(unmatched, 'requests that no mock answered').toEqual([]);
  expect(unused, 'mocks that no request used').toEqual([]);
});
