import type { LackingPlace } from '../../model/trouble.ts';

/** The words of a language for where a place is corrected. */
interface FileWords {
  readonly line: string;
  /** What `config places` does: the program knows most places by itself, and then there is no entry yet to change. */
  readonly places: string;
}

/** The files in which the codes of missing places are to be looked at, each with the lines where they stand. */
export function missingFiles(missing: readonly LackingPlace[], words: FileWords): readonly string[] {
  const files = [...new Set(missing.map(({ file }) => file))].sort();
  return files.map((file) => {
    const lines = missing.flatMap((one) => (one.file === file && one.line !== undefined ? [one.line] : []));
    const where = [...new Set(lines)].sort((a, b) => a - b).join(', ');
    const how = file === 'regions.yaml' ? `\`naeringspuls config places\` ${words.places}` : `${words.line} ${where}`;
    return `\`config/${file}\`${file === 'regions.yaml' || where !== '' ? ` (${how})` : ''}`;
  });
}
