import { PipelineError } from '../../model/errors.ts';
import type { HttpResponse } from '../../platform/http.ts';
import { proxyVariable } from '../../platform/proxy.ts';
import type { Asked } from './ssb-failure.ts';
import { isHtml, shortAddress, titleOf } from './ssb-failure.ts';

/**
 * The error of an answer that cannot be the source's own: a proxy that wants another name and password (407), a refusal in a form
 * that the source does not have (401, 403), and a web page in place of an answer (200). It may pass, and another question
 * would end the same, which its context `outOfReach` says. `null` for whatever the source may have answered itself.
 */
export function stoppedOnTheWay(response: HttpResponse, asked: Asked): PipelineError | null {
  const stop = whatStopped(response, asked);
  if (stop === null) return null;
  const { status, proxy = null } = response;
  return new PipelineError('source-unavailable', `${asked.what} ${stop.problem}.`, {
    hint: stop.hint,
    context: {
      status,
      address: shortAddress(asked.address),
      outOfReach: stop.by,
      ...(proxy === null ? {} : { proxy }),
    },
  });
}

interface Stop {
  readonly by: 'proxy' | 'filter' | 'web-page';
  /** Continues the sentence that `asked.what` begins. */
  readonly problem: string;
  readonly hint: string;
}

function whatStopped(
  { status, body, proxy = null, hasProxyLogin = false }: HttpResponse,
  { address }: Asked,
): Stop | null {
  const { host } = new URL(address);
  const variable = proxyVariable(address);
  const named = proxy === null ? 'a proxy on the way' : `the proxy ${proxy}`;
  const letThrough = `Have the network administrators let ${host} through; a proxy is named in ${variable}, a host that needs none in NO_PROXY.`;
  if (status === 407) {
    const wants = hasProxyLogin ? `refused the name and password in ${variable}` : 'asks for a name and password';
    const write = `${hasProxyLogin ? 'Correct' : 'Write'} both in ${variable}`;
    const problem = `did not get past ${named}, which ${wants} (407)`;
    return { by: 'proxy', problem, hint: passwordHint(write, proxy, host) };
  }
  if ((status === 403 || status === 401) && titleOf(body) === null) {
    const problem = `was stopped on the way, by ${named} or a filter (${status}): the source refuses in another form`;
    return { by: 'filter', problem, hint: letThrough };
  }
  if (status === 200 && isWebPage(body)) {
    const problem = `was answered with a web page instead of JSON, as by ${named}, a filter, or a network that wants a log-in`;
    return {
      by: 'web-page',
      problem,
      hint: `Open the address in a browser on this machine to see the page. ${letThrough}`,
    };
  }
  return null;
}

/** Klass answers in XML where it does not in JSON. */
function isWebPage(body: Buffer): boolean {
  const beginning = body.subarray(0, 1024).toString('latin1');
  return isHtml(body) && (!/^\s*<\?xml/.test(beginning) || /<html/i.test(beginning));
}

function passwordHint(write: string, proxy: string | null, host: string): string {
  const where = proxy ?? 'HOST:PORT';
  return `${write} (http://NAME:PASSWORD@${where}); where ${host} can be reached without a proxy, name it in NO_PROXY.`;
}
