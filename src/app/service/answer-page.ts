import { readFile } from 'node:fs/promises';
import type { HttpAnswer } from './http-answer.ts';
import { isPage } from '../show/write-page.ts';

/** Besides the page's own policy: no other site may frame it, and it lends nothing to the sites it links to. */
const HEADERS = {
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * The page for staff as it was last written, under the policy that stands in it. 503 while there is none: nothing but a
 * page of this program is ever answered.
 */
export async function answerPage(file: string): Promise<HttpAnswer> {
  const body = await readFile(file, 'utf8').catch(() => '');
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(body) ?? [];
  if (policy === undefined || !isPage(body)) {
    const text = 'The page has not been made yet. The service makes it when it starts and after every run.\n';
    return { status: 503, type: 'text/plain; charset=utf-8', body: text };
  }
  const plain = policy.replaceAll('&#39;', "'");
  const headers = { ...HEADERS, 'Content-Security-Policy': `${plain}; frame-ancestors 'none'` };
  return { status: 200, type: 'text/html; charset=utf-8', body, headers };
}
