import type { Path } from './problem.ts';

/** A single value of a document. */
export interface Leaf {
  /** Where it stands, as a person names it: `groups.asss.members`; an entry of a list by its `id`, else by its place. */
  readonly key: string;
  /** Where it stands, key by key. */
  readonly path: Path;
  /** As YAML would have it on one line. */
  readonly text: string;
}

/** Every single value of a document, in its order. A list of single values is one value. */
export function leavesOf(value: unknown, key = '', path: Path = []): readonly Leaf[] {
  const entries = entriesOf(value);
  if (entries.length === 0) return value === undefined ? [] : [{ key, path, text: JSON.stringify(value) }];
  return entries.flatMap(({ name, step, one }) => leavesOf(one, key === '' ? name : `${key}.${name}`, [...path, step]));
}

function entriesOf(
  value: unknown,
): readonly { readonly name: string; readonly step: PropertyKey; readonly one: unknown }[] {
  if (!isGroup(value)) return [];
  if (!Array.isArray(value))
    return Object.entries(value).map(([name, one]: [string, unknown]) => ({ name, step: name, one }));
  return value.map((one: unknown, step) => ({ name: idOf(one) ?? String(step + 1), step, one }));
}

function isGroup(value: unknown): value is object {
  if (Array.isArray(value)) return value.some((one) => typeof one === 'object' && one !== null);
  return typeof value === 'object' && value !== null;
}

function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return null;
  return typeof entry.id === 'string' ? entry.id : null;
}
