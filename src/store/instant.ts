/**
 * An instant as the database keeps it (`2026-01-31T08:15:00.000Z`), so that text order is time order. Throws
 * `RangeError` when the text is not an instant.
 */
export function toInstant(text: string): string {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw new RangeError(`"${text}" is not an instant in ISO 8601`);
  return new Date(milliseconds).toISOString();
}

/** As `toInstant`, where there may be none. */
export function toOptionalInstant(text: string | null): string | null {
  return text === null ? null : toInstant(text);
}
