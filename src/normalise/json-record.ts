export type JsonRecord = Readonly<Record<string, unknown>>;

/** Is it a JSON object (not an array, not null)? */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of the object itself: codes such as `constructor` never reach what every JavaScript object inherits. */
export function ownMember(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The member when it is an object, else an empty one. */
export function ownRecord(record: JsonRecord, key: string): JsonRecord {
  const member = ownMember(record, key);
  return isRecord(member) ? member : {};
}

/** The member when it is a text, else `null`. */
export function ownText(record: JsonRecord, key: string): string | null {
  const member = ownMember(record, key);
  return typeof member === 'string' ? member : null;
}

/** The texts of a member that is one text or a list of texts; anything else in it is no text and is left out. */
export function textsOf(member: unknown): readonly string[] {
  const members: readonly unknown[] = Array.isArray(member) ? member : [member];
  return members.filter((text) => typeof text === 'string');
}
