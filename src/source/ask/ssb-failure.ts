import { type ErrorCode, PipelineError } from '../../model/errors.ts';
import type { HttpResponse } from '../../platform/http.ts';
import { readRetryAfter } from './rate-limit.ts';

/** What was asked for and where: the beginning of every sentence about an answer. */
export interface Asked {
  /** Begins a sentence, for instance `The metadata of table 07984`. */
  readonly what: string;
  readonly address: string;
}

/** What is asked of which dataset is not known here. */
const DATASET = 'the dataset (in datasets.yaml of the settings, or in jobs/ where that says nothing of it)';

/** SSB's titles in lower case, misspellings included, and what to do about each. */
const HINTS: Readonly<Record<string, string>> = {
  'non-existent variable': `Variable names differ from table to table: compare ${DATASET} with the metadata.`,
  'non-existent value': `A code of the query is not in the table: compare ${DATASET} with the metadata.`,
  'missing selection for mandantory variable':
    'The table has a variable that must be named: add it to the dataset in datasets.yaml of the settings.',
  'illegal selection expression':
    'Correct the expression in datasets.yaml of the settings: no space after a comma, and only the documented forms.',
  'non-existent codelist':
    'Ids of code lists are case-sensitive and differ from table to table: read them in the metadata.',
  'too many cells selected':
    'The query is larger than SSB allows although it was split: ask for fewer categories in datasets.yaml of the settings.',
  'non-existent table':
    'Look the table up in Statbank. SSB answers so also while its database is down: try at another time of day first.',
  'non-existent page': 'The list changed while it was read: run again.',
  'unsupported language': 'SSB answers in no and en only.',
};

const CLOSED = 'Wait and run again; Statbank is closed for updates around 05:00 and 11:30.';
/** The client sends no code twice, so an outage is the likelier cause and the request is worth repeating. */
const EMPTY_500 =
  'Wait and run again. SSB answers so, too, when one code is asked for twice: look for that if it stays.';

/**
 * The error that an answer other than 200 stands for. The HTTP status decides its code; the body's `title` is the
 * diagnosis and only adds the hint. The status inside the body is never read: SSB lets the two differ.
 */
export function failureOf(response: HttpResponse, asked: Asked, now: Date): PipelineError {
  const { status, body } = response;
  const title = titleOf(body);
  const said = title === null ? '' : ` "${title}"`;
  const { code, problem, hint } = classify(status, said, { title, body, asked });
  const retryAfterMs = readRetryAfter(response.headers['retry-after'], now);
  return new PipelineError(code, `${asked.what} ${problem}.`, {
    hint,
    context: { status, address: shortAddress(asked.address), ...(title === null ? {} : { title }) },
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

interface Failure {
  readonly code: ErrorCode;
  /** Continues the sentence that `asked.what` begins. */
  readonly problem: string;
  readonly hint: string;
}

function classify(status: number, said: string, answer: ErrorReply): Failure {
  if (status === 429) {
    return {
      code: 'source-rate-limited',
      problem: 'was refused: too many requests (429)',
      hint: 'Wait a minute and run again; everyone behind the same address shares the quota.',
    };
  }
  if (status >= 500 || status === 408) {
    return {
      code: 'source-unavailable',
      problem: `is unavailable at the moment (${status}${said})`,
      hint: status === 500 && answer.body.length === 0 ? EMPTY_500 : CLOSED,
    };
  }
  if (status < 400) {
    return {
      code: 'source-contract',
      problem: `was answered with the unexpected status ${status}`,
      hint: 'Check the address of the source in the settings.',
    };
  }
  return { code: 'source-rejected-query', problem: `was refused (${status}${said})`, hint: hintFor(answer) };
}

interface ErrorReply {
  readonly title: string | null;
  readonly body: Buffer;
  readonly asked: Asked;
}

function hintFor({ title, body, asked }: ErrorReply): string {
  const known = title === null ? undefined : HINTS[title.toLowerCase()];
  if (known !== undefined) return known;
  return isHtml(body)
    ? `The answer is a web page, as when an address is too long; this one has ${asked.address.length} characters.`
    : `Compare ${DATASET} with the metadata of the table.`;
}

/** The `title` of an error body, whichever of SSB's and Klass's forms it has; `null` for anything else. */
export function titleOf(body: Buffer): string | null {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    const isNamed = typeof parsed === 'object' && parsed !== null && 'title' in parsed;
    return isNamed && typeof parsed.title === 'string' ? parsed.title : null;
  } catch {
    return null;
  }
}

/** Is the body a web page, whatever its content type says? */
export function isHtml(body: Buffer): boolean {
  return body.subarray(0, 256).toString('latin1').trimStart().startsWith('<');
}

/** Without the query, which can hold thousands of codes. */
export function shortAddress(address: string): string {
  return address.split('?', 1)[0] ?? address;
}
