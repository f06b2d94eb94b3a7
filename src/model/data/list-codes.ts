const SHOWN = 8;

/** Codes for a sentence: the first few by name, the rest as a count. */
export function listCodes(codes: readonly string[]): string {
  const shown = codes.slice(0, SHOWN).join(', ');
  return codes.length > SHOWN ? `${shown} and ${codes.length - SHOWN} more` : shown;
}
