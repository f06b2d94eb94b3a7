import { isObject } from '../../model/shape.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** A member of the object itself: codes such as `constructor` never reach what every JavaScript object inherits. */
export function ownMember(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The member when it is an object, else an empty one. */
export function ownRecord(record: JsonRecord, key: string): JsonRecord {
  const member = ownMember(record, key);
  return isObject(member) ? member : {};
}

/** The member when it is a text, else `null`. */
export function ownText(record: JsonRecord, key: string): string | null {
  const member = ownMember(record, key);
  return typeof member === 'string' ? member : null;
}

/** The list when it is one, else `null`. */
export function listIn(member: unknown): readonly unknown[] | null {
  return Array.isArray(member) ? member : null;
}

/** A value described for a sentence: texts in quotes, lists and objects by their kind. */
export function describeContent(content: unknown): string {
  if (typeof content === 'string') return `the text "${content}"`;
  if (typeof content === 'object' && content !== null) return Array.isArray(content) ? 'a list' : 'an object';
  if (typeof content === 'number' || typeof content === 'boolean') return String(content);
  return content === null ? 'null' : 'nothing';
}

/** The texts of a member that is one text or a list of texts; anything else in it is left out. */
export function textsOf(member: unknown): readonly string[] {
  return (listIn(member) ?? [member]).filter((text) => typeof text === 'string');
}
