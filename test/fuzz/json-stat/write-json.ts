/** Begins a text that is written as it is, without quotes: what no JSON writer would write. */
export const RAW_MARK = '\u0001raw:';
/** Begins a name that is written without the mark: so a member can stand twice. */
export const TWIN_MARK = '\u0001twin:';

const RAW = /"\\u0001raw:((?:[^"\\]|\\.)*)"/g;
const TWIN = /"\\u0001twin:/g;

/** The document as JSON text, with the marked places written as they should not be. */
export function writeJson(document: unknown): string {
  return JSON.stringify(document)
    .replaceAll(RAW, (_, text: string) => JSON.parse(`"${text}"`) as string)
    .replaceAll(TWIN, '"');
}
