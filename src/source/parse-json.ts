import { PipelineError } from '../model/errors.ts';
import type { HttpResponse } from '../platform/http.ts';
import type { Asked } from './ssb-failure.ts';
import { isHtml, shortAddress } from './ssb-failure.ts';

/** The JSON of an answer. Throws `source-contract` with what it is instead: empty, a web page, cut off, not JSON. */
export function parseJson(response: Pick<HttpResponse, 'headers' | 'body'>, asked: Asked): unknown {
  const { body } = response;
  if (body.length === 0) throw contractBroken(asked, 'was answered with nothing at all');
  if (isHtml(body)) throw contractBroken(asked, 'was answered with a web page instead of JSON');
  const type = response.headers['content-type'];
  if (type !== undefined && !/json/i.test(type)) {
    throw contractBroken(asked, `was answered with content of the type ${type} instead of JSON`);
  }
  const text = decode(body, asked);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const isCutOff = !/[}\]]\s*$/.test(text);
    const problem = isCutOff ? `breaks off after ${body.length} bytes` : 'is not valid JSON';
    throw contractBroken(asked, problem, cause);
  }
}

function decode(body: Buffer, asked: Asked): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw contractBroken(asked, 'is not UTF-8 text', cause);
  }
}

/** A reply that cannot be what was asked for. `problem` continues the sentence that `asked.what` begins. */
export function contractBroken(asked: Asked, problem: string, cause?: unknown): PipelineError {
  return new PipelineError('source-contract', `${asked.what} ${problem}.`, {
    hint: 'Open the address in a browser. If it looks right there, run again; the last good figures stay in force.',
    context: { address: shortAddress(asked.address) },
    cause,
  });
}
