/** A text as it reads: with plain spaces where spaces must not break, and without what joins. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll('\u2060', '');
}
