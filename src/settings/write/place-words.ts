import type { CodeValidity } from '../../model/data/place.ts';

/** Codes and their years in one line, newest first: `4036 (2024-), 3825 (2020-2023), 0834 (-2019)`. */
export function codesInWords(codes: readonly CodeValidity[]): string {
  return codes.map((one) => `${one.code}${yearsInWords(one)}`).join(', ');
}

function yearsInWords({ fromYear, toYear }: CodeValidity): string {
  return fromYear === undefined && toYear === undefined ? '' : ` (${fromYear ?? ''}-${toYear ?? ''})`;
}
