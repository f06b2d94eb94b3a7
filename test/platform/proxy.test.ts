import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { proxyFor, proxyVariable } from '../../src/platform/proxy.ts';

const NAMES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [name, name.toUpperCase()]);
beforeEach(() => NAMES.forEach((name) => vi.stubEnv(name, '')));
afterEach(() => void vi.unstubAllEnvs());

test('a proxy is told by host and port, never with its user name and password', () => {
  vi.stubEnv('HTTPS_PROXY', 'http://ola:hemmelig@proxy.test:3128');
  expect(proxyFor('https://data.ssb.no/api')).toBe('proxy.test:3128');
});

test('each kind of address has a proxy of its own, and some have none', () => {
  vi.stubEnv('HTTPS_PROXY', 'http://proxy.test:3128');
  vi.stubEnv('NO_PROXY', 'data.ssb.no');
  expect(proxyFor('http://ssb.test')).toBeNull();
  expect(proxyFor('https://data.ssb.no')).toBeNull();
  expect(proxyFor('https://ssb.test')).toBe('proxy.test:3128');
  expect([proxyVariable('https://ssb.test'), proxyVariable('http://ssb.test')]).toEqual(['HTTPS_PROXY', 'HTTP_PROXY']);
});

test('what is no address is not shown', () => {
  vi.stubEnv('HTTPS_PROXY', 'http://ola:hem/melig@:x');
  expect(proxyFor('https://data.ssb.no')).not.toContain('hem');
});
