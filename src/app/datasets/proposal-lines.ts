import type { DatasetProposal, ProposedContents, ProposedPlaces } from '../../source/describe/propose-dataset.ts';
import { commentLines } from '../../settings/write/comment-lines.ts';
import { titleWords } from '../../source/describe/table-title.ts';

/**
 * The lines of an entry of `datasets.yaml` that adds a proposed dataset to a job, from its name on, with comments on what
 * is guessed. `remarks` are sentences about the table that stand above it.
 */
export function proposalLines(
  proposal: DatasetProposal,
  { id, job }: { readonly id: string; readonly job: string },
  remarks: readonly string[] = [],
): readonly string[] {
  const { table, title, titleEn, allowedAgeDays, frequency, span, contents, otherContents, places } = proposal;
  return [
    ...remarks.flatMap(commentLines),
    `${id}:`,
    `  job: ${job}`,
    '  keep: true # may go once an indicator names the dataset: one that nothing uses is not fetched',
    `  title: ${quoted(title)}`,
    `  titleEn: ${quoted(titleEn)}`,
    `  table: '${table}'`,
    `  allowedAgeDays: ${allowedAgeDays} # a guess from how often it comes (${frequency}); then its figures count as stale`,
    '  contents: # unit: a pattern; quantity: a guess from unit and label. A percentage is never summed',
    ...contents.map((one) => `    - ${contentsText(one)} # ${comment(one.label)}`),
    ...otherContents.map((one) => `    # - ${contentsText(one)} # ${comment(one.label)}`),
    `  alternatives: # in order of preference; the table runs from ${span[0]} to ${span[1]}`,
    ...places.flatMap((one) => alternativeLines(one, proposal)),
  ];
}

/** An id from a title in English: up to three words of it, or the table's number where that makes no id. */
export function proposeId({ titleEn, table }: DatasetProposal): string {
  const words = titleWords(titleEn).map((word) => word.normalize('NFD').replace(/[^a-z0-9]/g, ''));
  const name = words
    .filter((word) => word !== '')
    .slice(0, 3)
    .join('-');
  return /^[a-z]/.test(name) ? name : idByNumber(table);
}

/** The name of a dataset whose title is that of another's. */
export function idByNumber(table: string): string {
  return `table-${table}`;
}

function contentsText({ code, pattern, quantity }: ProposedContents): string {
  return `{ code: ${quoted(code)}, unit: ${quoted(pattern)}, quantity: ${quantity} }`;
}

function alternativeLines(
  { id, coverage, regions }: ProposedPlaces,
  { variables }: DatasetProposal,
): readonly string[] {
  const list = regions?.codeList;
  const codeList = list === undefined ? '' : `, codeList: { id: ${list.id}, prefix: ${quoted(list.prefix)} }`;
  const asked = variables.filter(({ codes }) => codes !== null);
  const left = variables.filter(({ codes }) => codes === null);
  return [
    `    - id: ${id}`,
    `      coverage: ${coverage}`,
    ...(regions === null
      ? []
      : [`      regions: { variable: ${quoted(regions.variable)}, places: ${regions.places}${codeList} }`]),
    ...(asked.length === 0 ? [] : ['      select:']),
    ...asked.map(({ code, label, codes, why }) => {
      const written = typeof codes === 'string' ? `'*'` : `[${(codes ?? []).map(quoted).join(', ')}]`;
      return `        ${quoted(code)}: ${written} # ${comment(`${label}: ${why}`)}`;
    }),
    ...left.map(({ code, label, why }) => `      # ${comment(`${code} (${label}): ${why}`)}`),
    `      otherVariables: ${left.length > 0 ? 'total' : 'refuse'}`,
    "      time: '*'",
  ];
}

/** In single quotes: codes such as 0301 must not become numbers. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function comment(text: string): string {
  return text.replace(/\s+/g, ' ');
}
