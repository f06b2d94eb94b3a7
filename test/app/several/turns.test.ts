import { expect, test } from 'vitest';
import { takeTurns } from '../../../src/app/several/turns.ts';

/** Work that ends when told. */
function workUntilTold(log: string[], name: string) {
  let end: () => void = () => undefined;
  const told = new Promise<void>((resolve) => (end = resolve));
  const work = async () => {
    log.push(`${name} begins`);
    await told;
    log.push(`${name} ends`);
  };
  return { work, end: () => end() };
}

const A_MINUTE = 60_000;

test('work is done one after the other, in the order it came', async () => {
  const log: string[] = [];
  const inTurn = takeTurns(A_MINUTE);
  const [first, second] = [workUntilTold(log, 'first'), workUntilTold(log, 'second')];
  const both = [inTurn(first.work), inTurn(second.work)];
  second.end();
  first.end();
  await Promise.all(both);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('what fails does so for whoever asked, and lets the next begin', async () => {
  const inTurn = takeTurns(A_MINUTE);
  const failing = inTurn(() => Promise.reject(new Error('disk full')));
  const next = inTurn(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('disk full');
  expect(await next).toBe('done');
});

test('what takes too long keeps the others waiting no more', async () => {
  const log: string[] = [];
  const inTurn = takeTurns(1);
  const stuck = workUntilTold(log, 'stuck');
  const going = inTurn(stuck.work);
  expect(await inTurn(() => Promise.resolve('done'))).toBe('done');
  stuck.end();
  await going;
  expect(log).toEqual(['stuck begins', 'stuck ends']);
});
