import { redact } from '../../alert/redact.ts';
import { type Heartbeat, heartbeatRequest } from '../../health/heartbeat.ts';
import { createHttp } from '../../platform/http.ts';
import type { App } from '../open-app.ts';

const USER_AGENT = 'naeringspuls (heartbeat)';
const TIMEOUT_MS = 10_000;

/**
 * Tells a watcher outside this machine how a run ended, when `HEARTBEAT_URL` names one: it raises the alarm when the next
 * sign of life does not come. Never throws: a watcher that does not answer is logged, and costs a run nothing.
 */
export async function sendHeartbeat({ environment, logger }: App, heartbeat: Heartbeat): Promise<void> {
  const { heartbeatUrl } = environment;
  if (heartbeatUrl === null) return;
  const { host } = new URL(heartbeatUrl);
  try {
    const http = createHttp({ userAgent: USER_AGENT, timeoutMs: TIMEOUT_MS });
    const { method, url, body } = heartbeatRequest(heartbeatUrl, heartbeat);
    const { status } = await http({ method, url, ...(body === undefined ? {} : { body }) });
    if (status >= 200 && status < 300) return;
    logger.warn({ event: 'heartbeat-failed', host, status }, `${host} answered ${status} to the heartbeat.`);
  } catch (error) {
    const why = redact(error instanceof Error ? error.message : String(error), heartbeatUrl);
    logger.warn({ event: 'heartbeat-failed', host }, `The heartbeat did not reach ${host}: ${why}`);
  }
}
