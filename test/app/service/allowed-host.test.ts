import { describe, expect, it } from 'vitest';
import { isAllowedHost } from '../../../src/app/service/allowed-host.ts';

describe('a request for a name', () => {
  it.each(['127.0.0.1:9464', '127.0.0.1', '[::1]:9464', '10.0.0.7', 'localhost:9464', 'naeringspuls', 'Localhost'])(
    'is answered when it is an address, or a name that no site on the internet has: %s',
    (host) => {
      expect(isAllowedHost(host, [])).toBe(true);
    },
  );

  it('is answered when it names nothing', () => {
    expect(isAllowedHost(undefined, [])).toBe(true);
  });

  it.each(['Puls.Kommune.no:443', 'puls.kommune.no'])('is answered when it is one of our own: %s', (host) => {
    expect(isAllowedHost(host, ['puls.kommune.no'])).toBe(true);
  });

  it.each([
    'evil.example',
    'evil.example:9464',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'xpuls.kommune.no',
  ])('is refused when a stranger may have made it point here: %s', (host) => {
    expect(isAllowedHost(host, ['puls.kommune.no'])).toBe(false);
  });
});
