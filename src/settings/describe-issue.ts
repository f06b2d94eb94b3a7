import type * as z from 'zod';
import { allowedWords } from '../platform/nearest-word.ts';
import type { SettingsFinding, Path } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** The file an issue was found in: its value, and each single value as it was typed. */
export interface Written {
  readonly value: unknown;
  readonly typed: (path: Path) => string | undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

/** What is wrong in words for the person who wrote the file: what was found, and what is allowed. */
export function describeIssue(issue: Issue, written: Written, base: Path = []): readonly SettingsFinding[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const sentences = issue.message.split('\n');
    return issue.keys.map((key, place) => ({ path: [...path, key], onKey: true, text: sentences[place] ?? '' }));
  }
  if (issue.code === 'invalid_union') return describeUnion(issue, written, path);
  if (issue.code === 'invalid_value') return [{ path, text: notAllowed(path, written, issue.values.map(String)) }];
  if (issue.code === 'invalid_type')
    return [{ path, text: `${wrongKind(path, written, issue.expected)}${remedyOf(issue)}` }];
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path, onKey: true, text: message }));
  return [{ path, text: issue.message }];
}

/** What a schema of its own says to write; zod's own words say nothing more. */
function remedyOf({ message }: Issue): string {
  return /^Invalid input\b/.test(message) ? '' : ` ${message}`;
}

/** Of several forms, the one whose outer shape fits is described; where none or more than one fits, all are named. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, written: Written, path: Path): readonly SettingsFinding[] {
  if ('options' in issue && Array.isArray(issue.options)) {
    return [{ path, text: notAllowed(path, written, issue.options.map(String)) }];
  }
  const fitting = issue.errors.filter(
    (branch) => !branch.some(({ code, path: at }) => /^invalid_(type|value)$/.test(code) && at.length === 0),
  );
  const [only] = fitting;
  if (only === undefined || fitting.length > 1) return [{ path, text: issue.message }];
  return only.flatMap((inner) => describeIssue(inner, written, path));
}

function notAllowed(path: Path, written: Written, allowed: readonly string[]): string {
  const found = valueAt(written.value, path);
  if (found === undefined || found === null) {
    return `${nameOf(path)} is ${found === null ? 'empty' : 'missing'}; ${allowedWords('', allowed)}`;
  }
  const shown = written.typed(path) ?? kindOf(found);
  return `'${shown}' is not known for ${nameOf(path)}; ${allowedWords(shown, allowed)}`;
}

function wrongKind(path: Path, written: Written, expected: string): string {
  const found = valueAt(written.value, path);
  if (found === undefined) return `${nameOf(path)} is missing.`;
  if (found === null) return path.length === 0 ? 'This file is empty.' : `${nameOf(path)} is empty.`;
  const typed = written.typed(path);
  if (expected === 'string' && typed !== undefined) {
    return `${typed} stands bare here and is read as ${kindOf(found)}; put quotes round it: '${typed}'.`;
  }
  const what = path.length === 0 ? 'This file' : nameOf(path);
  const shown = typed === undefined ? kindOf(found) : `'${typed}'`;
  const isText = typeof found === 'string' && (expected === 'number' || expected === 'int');
  const remedy = isText ? remedyOfNumber(found) : '';
  return `${what} must be ${KINDS[expected] ?? expected}, and ${shown} was found.${remedy}`;
}

/** How what stands for a number is written as one. */
function remedyOfNumber(written: string): string {
  if (/^-?\d+,\d+$/.test(written)) return ' Write decimals with a point.';
  if (/^-?\d{1,3}(\s\d{3})+$/u.test(written)) return ' Write it without spaces.';
  return /^-?\d+(\.\d+)?$/.test(written) ? ' Take the quotes away.' : '';
}

function kindOf(found: unknown): string {
  return KINDS[Array.isArray(found) ? 'array' : typeof found] ?? typeof found;
}

function nameOf(path: Path): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return `'${String(last)}'`;
  return `Entry ${last + 1} of '${String(path.findLast((step) => typeof step === 'string'))}'`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}
