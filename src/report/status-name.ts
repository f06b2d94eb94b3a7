/**
 * The file beside a page that says what `status --json` says. A page named by the code of a municipality may have those of
 * others beside it, and its file is named by the code as well.
 */
export function statusName(pageName: string): string {
  return /^\d{4}$/.test(pageName) ? `${pageName}-status.json` : 'status.json';
}
