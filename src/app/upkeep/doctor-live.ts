import { PipelineError } from '../../model/errors.ts';
import { findPlace, type Geography, ownAndPeerCodes } from '../../model/data/place.ts';
import { placesAskedOf } from '../../model/data/asked-places.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Environment } from '../../settings/environment.ts';
import { checkReply } from '../../normalise/check-reply.ts';
import { readJsonStat } from '../../normalise/json-stat/read-json-stat.ts';
import type { PlaceFinding, RegionWitness } from '../../model/data/place-witness.ts';
import { firstYearToAsk, judgeKlass } from '../../places/judge-klass.ts';
import { judgePlaces } from '../../places/judge-places.ts';
import type { KlassWitness } from '../../places/klass-witness.ts';
import { type DatasetDiagnosis, diagnoseDataset, type DatasetFinding } from '../../source/choose/diagnose-dataset.ts';
import type { RegionTestimony } from '../../source/choose/diagnose-dataset.ts';
import { cachedMetadata, type MetadataCache } from '../../source/describe/metadata-cache.ts';
import { createSsbClient } from '../../source/ask/ssb-client.ts';
import { askKlass } from '../source/ask-klass.ts';
import { distinctFindings } from '../messages/find-place-troubles.ts';
import { type Examined, examineSuccessors } from '../source/examine-successors.ts';
import { openEnvironment, openSettings } from '../open-settings.ts';
import { keepAnswers, shelfOf } from '../source/kept-answers.ts';
import { findMistakenTable } from '../source/mistaken-table.ts';
import { openForAnswers } from '../source/open-answers.ts';
import type { Store } from '../../store/store.ts';
import type { WorkOutcome } from '../../model/progress.ts';
import { pacing, reportWaits } from '../source/pacing.ts';
import type { Progress } from '../progress.ts';
import { type BundledComparison, compareWithBundled } from '../../places/bundled/compare-with-bundled.ts';
import { searchOnce } from '../source/search-once.ts';
import type { SwitchProposal } from '../source/propose-switch.ts';

/** A change of municipality that touches a code in the settings. */
export interface ComingChange {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

export interface LiveReport {
  readonly source: string;
  readonly requests: number;
  /** False when no question gets through to it. */
  readonly isReached: boolean;
  readonly datasets: readonly DatasetDiagnosis[];
  /** Where the source and Klass contradict the settings' places. */
  readonly places: readonly PlaceFinding[];
  /** Where the source's code lists say otherwise than the program's own list of places. */
  readonly bundled: BundledComparison;
  /** How to switch datasets whose table can no longer be relied on, where a successor was found. */
  readonly switches: readonly SwitchProposal[];
  /** `null` when Klass gave no answer. */
  readonly municipalityChanges: readonly ComingChange[] | null;
  /** What could not be asked at all, and why. */
  readonly findings: readonly DatasetFinding[];
}

/** How far back code changes are still reported. */
const YEARS_BACK = 1;

/**
 * Asks the source about every configured dataset, and Klass about changes of the municipalities in use. Useful when
 * half of it fails: each failure is a finding, and only a source that cannot be reached at all ends the questions to
 * it.
 */
export async function examineSource(progress: Progress): Promise<LiveReport> {
  const environment = openEnvironment();
  const store = openForAnswers(environment);
  try {
    return await examineWith(environment, store, progress);
  } finally {
    store?.close();
  }
}

async function examineWith(environment: Environment, store: Store | null, progress: Progress): Promise<LiveReport> {
  const settings = openSettings(environment);
  const { jobs, geography, indicators, plan } = settings;
  const pace = pacing(systemClock, undefined, reportWaits(progress));
  const answers = keepAnswers({ shelf: store === null ? null : shelfOf(store), clock: systemClock, anew: false });
  const client = createSsbClient({ baseUrl: environment.ssbApiUrl, answers, ...pace });
  const metadataCache: MetadataCache = new Map();
  const readMetadata = cachedMetadata(client, metadataCache);
  const findings: DatasetFinding[] = [];
  const places: PlaceFinding[] = [];
  const examined: Examined[] = [];
  const witnesses: RegionWitness[] = [];
  const find = searchOnce(client, ({ message, hint }) => findings.push({ problem: message, advice: hint }));
  const isReached = await attempt(findings, () => client.config());
  for (const definition of isReached === null ? [] : jobs.flatMap((job) => job.datasets)) {
    progress.start({ step: 'diagnosis', id: definition.id });
    const asked = placesAskedOf(definition.id, settings);
    let examination = await diagnoseDataset(client, definition, asked, { readMetadata, checkAnswer });
    const { failure, gone } = examination;
    if (failure?.retry === 'terminal' && gone === null && answers.forget()) {
      metadataCache.clear();
      examination = await diagnoseDataset(client, definition, asked, { readMetadata, checkAnswer });
    }
    if (examination.gone !== null) {
      const mistaken = await findMistakenTable(definition, { store, jobs, find });
      if (mistaken !== null) {
        const { diagnosis } = examination;
        examination = { ...examination, gone: null, diagnosis: { ...diagnosis, findings: [mistaken] } };
      }
    }
    const { diagnosis, regions } = examination;
    const stop = client.outOfReach();
    if (stop !== null) {
      findings.push({ problem: stop.message, advice: stop.hint });
      progress.failed({ step: 'no-answer' });
      break;
    }
    if (regions !== null) {
      places.push(...judgeTestimony(regions, geography));
      witnesses.push(regions.witness);
    }
    (diagnosis.findings.length === 0 ? progress.done : progress.failed)(outcomeOf(diagnosis));
    examined.push({ definition, ...examination });
  }
  const { datasets, switches } = await examineSuccessors(
    { client, indicators, language: plan.language, readMetadata, findings, progress },
    examined,
  );
  const witness = await attempt(findings, () => askOfKlass({ environment, geography, progress }));
  if (witness !== null) places.push(...judgeKlass(geography, witness));
  return {
    source: environment.ssbApiUrl,
    requests: client.requestCount(),
    datasets,
    isReached: isReached !== null && client.outOfReach() === null,
    places: distinctFindings(places),
    bundled: compareWithBundled(geography, witnesses),
    switches,
    municipalityChanges: witness === null ? null : changesInUse(geography, witness),
    findings,
  };
}

/** What an ingest checks of a reply, but for its codes: here one of each variable is asked for. */
function checkAnswer(document: unknown, variables: readonly string[]): void {
  checkReply(readJsonStat(document), Object.fromEntries(variables.map((variable) => [variable, null])));
}

function judgeTestimony({ witness, ...asked }: RegionTestimony, geography: Geography): readonly PlaceFinding[] {
  return judgePlaces({ geography, ...asked, ...witness }).findings;
}

interface KlassQuestion {
  readonly environment: Environment;
  readonly geography: Geography;
  readonly progress: Progress;
}

async function askOfKlass({ environment, geography, progress }: KlassQuestion): Promise<KlassWitness> {
  progress.start({ step: 'klass' });
  const fromYear = firstYearToAsk(geography, systemClock.now().getUTCFullYear());
  const witness = await askKlass({ environment, clock: systemClock }, fromYear).catch((error: unknown) => {
    progress.failed({ step: 'klass', isAnswered: false });
    throw error;
  });
  progress.done({ step: 'klass', isAnswered: true });
  return witness;
}

/** Recent and coming changes that end the code of a municipality in use, or join another one to it. */
function changesInUse(geography: Geography, { date, changes }: KlassWitness): readonly ComingChange[] {
  const used = new Set(ownAndPeerCodes(geography));
  const since = `${Number(date.slice(0, 4)) - YEARS_BACK}-01-01`;
  return changes
    .filter(({ changeOccurred, oldCode, newCode }) => changeOccurred >= since && oldCode !== newCode)
    .flatMap(({ oldCode, oldName, newCode, newName, changeOccurred }) => {
      const isJoining = newCode !== null && used.has(newCode) && changeOccurred > date;
      if (oldCode === null || !(used.has(oldCode) || isJoining)) return [];
      const name = findPlace(geography, 'municipality', oldCode)?.name ?? oldName ?? '';
      const to = newCode === null ? 'ended' : `${newCode} ${newName ?? ''}`.trim();
      return [{ date: changeOccurred, from: `${oldCode} ${name}`, to }];
    });
}

function outcomeOf(diagnosis: DatasetDiagnosis): WorkOutcome {
  const { datasetId: id, answered: isAnswered, alternative, lastPeriod, findings } = diagnosis;
  return { step: 'diagnosis', id, problem: findings[0]?.problem ?? null, isAnswered, lastPeriod, alternative };
}

async function attempt<T>(findings: DatasetFinding[], ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    findings.push({ problem: error.message, advice: error.hint });
    return null;
  }
}
