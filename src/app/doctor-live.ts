import { PipelineError } from '../model/errors.ts';
import { findPlace, type Geography, ownAndPeerCodes } from '../model/place.ts';
import { systemClock } from '../platform/clock.ts';
import type { Environment } from '../settings/environment.ts';
import { type DatasetDiagnosis, diagnoseDataset, type Finding } from '../source/diagnose-dataset.ts';
import { createKlassClient } from '../source/klass-client.ts';
import { cachedMetadata } from '../source/metadata-cache.ts';
import { createSsbClient } from '../source/ssb-client.ts';
import { openEnvironment, openSettings } from './open-app.ts';
import { pacing } from './pacing.ts';
import type { Progress } from './progress.ts';

/** A change of municipality that touches a code in the settings. */
export interface ComingChange {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

export interface LiveReport {
  readonly source: string;
  readonly requests: number;
  readonly datasets: readonly DatasetDiagnosis[];
  /** `null` when Klass gave no answer. */
  readonly municipalityChanges: readonly ComingChange[] | null;
  /** What could not be asked at all, and why. */
  readonly findings: readonly Finding[];
}

/** So far back is a change still news to settings that nobody has looked at. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 5;

/**
 * Asks the source about every configured dataset, and Klass about changes of the municipalities in use. Useful when half
 * of it fails: each failure is a finding, and only a source that cannot be reached at all ends the questions to it.
 */
export async function examineSource(progress: Progress): Promise<LiveReport> {
  const environment = openEnvironment();
  const { jobs, geography } = openSettings(environment);
  const pace = pacing(systemClock);
  const client = createSsbClient({ baseUrl: environment.ssbApiUrl, ...pace });
  const readMetadata = cachedMetadata(client, new Map());
  const datasets: DatasetDiagnosis[] = [];
  const findings: Finding[] = [];
  const isReached = await attempt(findings, () => client.config());
  for (const definition of isReached === null ? [] : jobs.flatMap((job) => job.datasets)) {
    progress.start(`Asking about ${definition.id}`);
    const diagnosis = await diagnoseDataset(client, definition, geography, readMetadata);
    (diagnosis.findings.length === 0 ? progress.done : progress.failed)(`${definition.id}: ${summary(diagnosis)}`);
    datasets.push(diagnosis);
  }
  const municipalityChanges = await attempt(findings, () => askKlass({ environment, geography, progress }));
  return { source: environment.ssbApiUrl, requests: client.requestCount(), datasets, municipalityChanges, findings };
}

interface KlassQuestion {
  readonly environment: Environment;
  readonly geography: Geography;
  readonly progress: Progress;
}

/** Recent and coming changes that end the code of a municipality in use. */
async function askKlass({ environment, geography, progress }: KlassQuestion): Promise<readonly ComingChange[]> {
  progress.start('Asking Klass about changes of municipalities');
  const klass = createKlassClient({ baseUrl: environment.klassApiUrl, ...pacing(systemClock) });
  const year = systemClock.now().getUTCFullYear();
  const [from, to] = [`${year - YEARS_BACK}-01-01`, `${year + YEARS_AHEAD}-01-02`];
  const changes = await klass.municipalityChanges(from, to).catch((error: unknown) => {
    progress.failed('Klass gave no answer.');
    throw error;
  });
  progress.done('Klass has answered.');
  const used = new Set(ownAndPeerCodes(geography));
  return changes.flatMap(({ oldCode, oldName, newCode, newName, changeOccurred }) => {
    if (oldCode === null || !used.has(oldCode) || oldCode === newCode) return [];
    const name = findPlace(geography, 'municipality', oldCode)?.name ?? oldName ?? '';
    const to = newCode === null ? 'ended' : `${newCode} ${newName ?? ''}`.trim();
    return [{ date: changeOccurred, from: `${oldCode} ${name}`, to }];
  });
}

function summary({ answered, alternative, lastPeriod, findings }: DatasetDiagnosis): string {
  const problem = findings[0]?.problem;
  if (problem !== undefined) return problem;
  return answered ? `in order to ${lastPeriod ?? 'an unknown period'}, by "${alternative ?? ''}".` : 'no answer.';
}

async function attempt<T>(findings: Finding[], ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    findings.push({ problem: error.message, advice: error.hint });
    return null;
  }
}
