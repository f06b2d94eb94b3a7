import { PipelineError } from '../../model/errors.ts';
import type { HttpResponse } from '../../platform/http.ts';
import type { Asked } from './ssb-failure.ts';
import { isHtml, shortAddress } from './ssb-failure.ts';

const SHOWN_PROBLEMS = 3;
const FOREIGN = 'foreign';

/** The JSON of an answer. Throws `source-contract` with what it is instead: empty, a web page, cut off, not JSON. */
export function parseJson(response: Pick<HttpResponse, 'headers' | 'body'>, asked: Asked): unknown {
  const { body } = response;
  if (body.length === 0) throw contractBroken(asked, 'was answered with nothing at all');
  if (isHtml(body)) throw contractBroken(asked, 'was answered with a web page instead of JSON');
  const type = response.headers['content-type'];
  if (type !== undefined && !/json/i.test(type)) {
    throw contractBroken(asked, `was answered with content of the type ${type} instead of JSON`, { isForeign: true });
  }
  const text = decode(body, asked);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const isCutOff = !/[}\]]\s*$/.test(text);
    const problem = isCutOff ? `breaks off after ${body.length} bytes` : 'is not valid JSON';
    throw contractBroken(asked, problem, { cause });
  }
}

function decode(body: Buffer, asked: Asked): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw contractBroken(asked, 'is not UTF-8 text', { cause });
  }
}

/** A reply that cannot be what was asked for. `problem` continues the sentence that `asked.what` begins. */
export function contractBroken(
  asked: Asked,
  problem: string,
  {
    cause,
    isForeign = false,
    title,
  }: { readonly cause?: unknown; readonly isForeign?: boolean; readonly title?: string } = {},
): PipelineError {
  return new PipelineError('source-contract', `${asked.what} ${problem}.`, {
    hint: 'Open the address in a browser. If it looks right there, run again; the last good figures stay in force.',
    context: {
      address: shortAddress(asked.address),
      ...(isForeign ? { form: FOREIGN } : {}),
      ...(title === undefined ? {} : { title }),
    },
    cause,
  });
}

/** Is it a reply of a form that the source never sends, not even for errors? */
export function isForeignForm({ code, context }: PipelineError): boolean {
  return code === 'source-contract' && context['form'] === FOREIGN;
}

/** Throws `source-contract` with its title for an error of the source that came with status 200; else does nothing. */
export function refuseErrorBody(document: unknown, asked: Asked): void {
  const title = errorTitle(document);
  if (title !== null) throw contractBroken(asked, `is an error body: "${title}"`, { title });
}

/** A reply of another shape than the source documents: its error body where it is one, else the first `problems`. */
export function shapeBroken(asked: Asked, document: unknown, problems: readonly string[]): PipelineError {
  refuseErrorBody(document, asked);
  const problem = `does not have the promised shape (${problems.slice(0, SHOWN_PROBLEMS).join('; ')})`;
  return contractBroken(asked, problem, { isForeign: true });
}

function errorTitle(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || 'class' in document) return null;
  if ('title' in document && typeof document.title === 'string') return document.title;
  return 'error' in document && typeof document.error === 'string' ? document.error : null;
}
