import { describe, expect, it } from 'vitest';
import { redact } from '../../src/alert/redact.ts';

const ADDRESS = 'https://drift01:passordet@hooks.example/services/T0001/hemmelig%20sti?sig=n%C3%B8kkelen';

describe('a redacted text', () => {
  it.each([
    ADDRESS,
    '/services/T0001/hemmelig%20sti?sig=n%C3%B8kkelen',
    'hemmelig%20sti',
    'hemmelig sti',
    'n%C3%B8kkelen',
    'nøkkelen',
    'drift01',
    'passordet',
  ])('does not hold %s', (secret) => {
    expect(redact(`before ${secret} after`, ADDRESS)).not.toContain(secret);
  });

  it('keeps the host and everything else', () => {
    expect(redact('hooks.example could not be reached: the connection was refused.', ADDRESS)).toBe(
      'hooks.example could not be reached: the connection was refused.',
    );
  });
});
