import type { VariableRole } from '../table.ts';
import { illegalExpression, nonExistentValue, serverFault } from './problems.ts';

/** Codes in the order of the metadata, and whether `top` counts from the newest. */
interface Choice {
  readonly codes: readonly string[];
  readonly isTime: boolean;
}

function indexOfCode(codes: readonly string[], code: string): number {
  return codes.findIndex((candidate) => candidate.toLowerCase() === code.toLowerCase());
}

function knownIndex(codes: readonly string[], code: string): number {
  const index = indexOfCode(codes, code);
  if (index < 0) throw nonExistentValue();
  return index;
}

function takeEnd({ codes, isTime }: Choice, name: 'top' | 'bottom', count: number, offset: number): readonly string[] {
  if (count < 1) throw illegalExpression();
  const fromTheEnd = isTime ? name === 'top' : name === 'bottom';
  if (!fromTheEnd) return codes.slice(offset, offset + count);
  const end = Math.max(0, codes.length - offset);
  return codes.slice(Math.max(0, end - count), end);
}

function evaluateFunction(choice: Choice, item: string): readonly string[] | undefined {
  const { codes } = choice;
  const name = /^(range|top|bottom|from|to)\(/i.exec(item)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  if (name === 'top' || name === 'bottom') {
    const match = /^[a-z]+\((\d+)(?:,(\d+))?\)$/i.exec(item);
    if (match === null) throw illegalExpression();
    return takeEnd(choice, name, Number(match[1]), Number(match[2] ?? 0));
  }
  if (name === 'range') {
    const match = /^range\(([^\s,]+),([^\s,]+)\)$/i.exec(item);
    if (match === null) throw illegalExpression();
    const [first, last] = [knownIndex(codes, match[1] ?? ''), knownIndex(codes, match[2] ?? '')].toSorted(
      (a, b) => a - b,
    );
    return codes.slice(first, (last ?? 0) + 1);
  }
  const match = /^[a-z]+\(([^,]+)\)$/i.exec(item);
  if (match === null) throw illegalExpression();
  const index = knownIndex(codes, match[1] ?? '');
  return name === 'from' ? codes.slice(index) : codes.slice(0, index + 1);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** `?` is one character and takes the item before `*` is looked at; `*` stands at an end only. */
function evaluateWildcard(codes: readonly string[], item: string): readonly string[] | undefined {
  if (item.includes('?')) {
    const pattern = new RegExp(`^${item.split('?').map(escaped).join('.')}$`, 'i');
    return codes.filter((code) => pattern.test(code));
  }
  if (!item.includes('*')) return undefined;
  const inner = item.replace(/^\*/, '').replace(/\*$/, '');
  if (inner.includes('*')) throw illegalExpression();
  const before = item.startsWith('*') ? '.*' : '';
  const after = item.endsWith('*') ? '.*' : '';
  const pattern = new RegExp(`^${before}${escaped(inner)}${after}$`, 'i');
  return codes.filter((code) => pattern.test(code));
}

/**
 * The codes that items name, in the order of the metadata, each once. A code is compared before it is read as an
 * expression. A wildcard that matches nothing gives nothing; an unknown code is refused; the same literal code twice is
 * the 500 that SSB answers, or stands there twice where the server itself is played.
 */
export function evaluate(
  items: readonly string[],
  codes: readonly string[],
  role: VariableRole,
  takesTwice = false,
): readonly string[] {
  const choice: Choice = { codes, isTime: role === 'time' };
  const literals = new Set<string>();
  const doubled = new Set<string>();
  const chosen = new Set<string>();
  for (const item of items) {
    const code = codes[indexOfCode(codes, item)];
    if (code !== undefined) {
      if (literals.has(code) && !takesTwice) throw serverFault();
      if (literals.has(code)) doubled.add(code);
      literals.add(code);
      chosen.add(code);
      continue;
    }
    const evaluated = evaluateFunction(choice, item) ?? evaluateWildcard(codes, item);
    if (evaluated === undefined) throw nonExistentValue();
    for (const match of evaluated) chosen.add(match);
  }
  const named = codes.filter((candidate) => chosen.has(candidate));
  return named.flatMap((code) => (doubled.has(code) ? [code, code] : [code]));
}
