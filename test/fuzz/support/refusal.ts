import { strict as assert } from 'node:assert';
import { type ErrorCode, PipelineError } from '../../../src/model/errors.ts';

/** What a person or a log is given of it; more than this is a flood. */
const LONGEST_MESSAGE = 220_000;
const LONGEST_LINE = 2100;

/** Fails unless what was thrown is a refusal that a person can read: typed, terminal, of one of these codes. */
export function requireRefusal(thrown: unknown, codes: readonly ErrorCode[]): void {
  if (!(thrown instanceof PipelineError)) throw thrown;
  assert.ok(codes.includes(thrown.code), `${thrown.code} is not among ${codes.join(', ')}`);
  assert.equal(thrown.retry, 'terminal');
  assert.notEqual(thrown.hint, '');
  assert.ok(thrown.message.length <= LONGEST_MESSAGE, `the message has ${thrown.message.length} characters`);
  assert.doesNotMatch(thrown.message, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  const longest = Math.max(...thrown.message.split('\n').map((line) => line.length));
  assert.ok(longest <= LONGEST_LINE, `a line of the message has ${longest} characters`);
}

/** Fails when a name or method that every object inherits has been added or lost. */
export function requireCleanPrototypes(): void {
  assert.deepEqual(inheritedNames(), INHERITED);
}

const inheritedNames = () =>
  [Object.prototype, Array.prototype, String.prototype, Function.prototype].map(
    (object) => Object.getOwnPropertyNames(object).length,
  );
const INHERITED = inheritedNames();
