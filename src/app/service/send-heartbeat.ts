import { redact } from '../../alert/redact.ts';
import { PipelineError } from '../../model/errors.ts';
import { type Heartbeat, heartbeatRequest } from '../../health/heartbeat.ts';
import { createHttp } from '../../platform/http.ts';
import { describeFailure } from '../intake/dataset-result.ts';
import type { App } from '../open-app.ts';
import type { RunClosing } from '../with-run.ts';

const USER_AGENT = 'naeringspuls (heartbeat)';
const TIMEOUT_MS = 10_000;

/**
 * Waits for a run and tells a watcher outside this machine how it ended, when `HEARTBEAT_URL` names one: it raises the
 * alarm when the next sign of life does not come. A run that could not begin, as on a full disk, is told as one that
 * failed; not told are a run that was asked to stop, none at all (`null`), and that another process runs, which tells of
 * itself. Throws what the run throws; a watcher that does not answer is logged, and costs the run nothing.
 */
export async function withHeartbeat<T extends RunClosing | null>(app: App, run: Promise<T>): Promise<T> {
  try {
    const report = await run;
    if (report === null || report.outcome === 'interrupted') return report;
    await sendHeartbeat(app, { isWell: report.outcome !== 'failed', message: report.message });
    return report;
  } catch (error) {
    const isOther = error instanceof PipelineError && error.code === 'store-busy';
    if (!isOther) await sendHeartbeat(app, { isWell: false, message: describeFailure(error).sentence });
    throw error;
  }
}

async function sendHeartbeat({ environment, logger }: App, heartbeat: Heartbeat): Promise<void> {
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
