import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import nock from 'nock';

interface Target {
  readonly hostname?: string;
  readonly host?: string;
  readonly path?: string;
}

// Only the stand-in on loopback may be reached; anything else is a mistake in the test, and fails it.
const blocked: string[] = [];

/** nock hands over the request, or for a call it never saw only the options of it. */
function remember(request: Target, options?: Target): void {
  const { hostname, host, path } = options ?? request;
  const name = hostname ?? host ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[?::1)/.test(name)) blocked.push(`${name}${path ?? ''}`);
}

beforeAll(() => {
  // The file before this one, in the same process, may have put real requests back.
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
  nock.emitter.on('no match', remember);
});

afterEach(() => {
  const unmatched = blocked.splice(0);
  const unused = nock.pendingMocks();
  nock.cleanAll();
  expect(unmatched, 'requests that no mock answered').toEqual([]);
  expect(unused, 'mocks that no request used').toEqual([]);
});

afterAll(() => {
  nock.emitter.off('no match', remember);
  vi.unstubAllEnvs();
});
