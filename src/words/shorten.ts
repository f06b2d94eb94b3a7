/** The text when it has so many letters at most, else its beginning and an ellipsis, in all no longer than that. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
}
