import { byNearness } from '../platform/nearest-name.ts';

const REQUIRED = ['indicator', 'year', 'value'] as const;
const OPTIONAL = ['respondents'] as const;
const KNOWN = [...REQUIRED, ...OPTIONAL] as const;
export type SurveyColumn = (typeof KNOWN)[number];

/** Position of each column in the file; `respondents` is -1 when the file has no such column. */
export type SurveyColumns = Readonly<Record<SurveyColumn, number>>;

const ALLOWED = 'Allowed are «indicator», «year», «value» and, where it is known, «respondents».';

/**
 * Finds the columns by name, letter case ignored, in any order. Every unknown, repeated or missing column is added to
 * `problems`; the positions mean nothing when one was.
 */
export function readSurveyColumns(header: readonly string[], line: number, problems: string[]): SurveyColumns {
  const names = header.map((name) => name.trim().toLowerCase());
  for (const [index, name] of names.entries()) {
    if (name === '') problems.push(`Line ${line}: column ${index + 1} has no name. ${ALLOWED}`);
    else if (!isKnown(name)) problems.push(unknownColumn(name, line));
    else if (names.indexOf(name) !== index)
      problems.push(`Line ${line}: the column «${name}» stands there twice; keep one.`);
  }
  for (const name of REQUIRED) {
    if (!names.includes(name)) problems.push(`Line ${line}: the column «${name}» is missing. ${ALLOWED}`);
  }
  return {
    indicator: names.indexOf('indicator'),
    year: names.indexOf('year'),
    value: names.indexOf('value'),
    respondents: names.indexOf('respondents'),
  };
}

function unknownColumn(name: string, line: number): string {
  const nearest = byNearness(name, KNOWN)[0] ?? '';
  return `Line ${line}: the column «${name}» is unknown; the nearest known one is «${nearest}». ${ALLOWED}`;
}

function isKnown(name: string): boolean {
  return KNOWN.some((known) => known === name);
}
