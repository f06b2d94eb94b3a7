import { expect, it } from 'vitest';
import { crc32 } from '../../src/files/crc32.ts';

it('agrees with the check value published for CRC-32', () => {
  expect(crc32(new TextEncoder().encode('123456789')).toString(16)).toBe('cbf43926');
});

it('is 0 for no bytes', () => {
  expect(crc32(new Uint8Array(0))).toBe(0);
});
