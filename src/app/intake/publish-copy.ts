import { isCopyCurrent, publishAnalystCopy } from '../../store/files/analyst-copy.ts';
import { describeFailure } from './dataset-result.ts';
import type { App } from '../open-app.ts';
import { readVersion } from '../version.ts';

/**
 * Publishes the analysts' copy when something has changed since the current one. Never throws: what has been stored
 * stays so. A failure is logged and given back as one sentence, and the next run tries again.
 */
export function publishCopy({ store, environment, clock, logger }: App): string | null {
  const { analystCopy } = environment;
  try {
    const applicationVersion = readVersion();
    if (isCopyCurrent(store, analystCopy, applicationVersion)) return null;
    publishAnalystCopy(store, analystCopy, { applicationVersion, createdAt: clock.now().toISOString() });
    return null;
  } catch (error) {
    const { sentence } = describeFailure(error);
    logger.error({ err: error, file: analystCopy }, sentence);
    return sentence;
  }
}
