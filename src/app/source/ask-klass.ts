import { PipelineError } from '../../model/errors.ts';
import { firstYearToAsk, judgeKlass } from '../../places/judge-klass.ts';
import type { KlassWitness } from '../../places/klass-witness.ts';
import { createKlassClient } from '../../source/ask/klass-client.ts';
import { readKlassAnswer, recordKlassAnswer } from '../../store/read/place-findings.ts';
import type { KlassMemo } from '../service/daemon-state.ts';
import { geographyText } from '../messages/find-place-troubles.ts';
import type { App } from '../open-app.ts';
import { pacing } from './pacing.ts';
import { closedUntil } from '../../schedule/source-rhythm.ts';
import type { RunHandle } from '../with-run.ts';

const DAY_MS = 86_400_000;
const DAYS_BETWEEN = 7;
/** So far ahead are changes asked for that are decided and still to come. */
const YEARS_AHEAD = 5;

/**
 * What Klass says today of municipalities, and of changes from the first day of a year on; once a day for those that are
 * served together and reach as far back. Throws what the client throws.
 */
export async function askKlass(
  { environment, clock, source }: Pick<App, 'environment' | 'clock'> & Partial<Pick<App, 'source'>>,
  fromYear: number,
  signal?: AbortSignal,
): Promise<KlassWitness> {
  const date = clock.now().toISOString().slice(0, 10);
  const year = Number(date.slice(0, 4));
  const question = [environment.klassApiUrl, date, fromYear].join(' ');
  const heard = source?.klass.get(question);
  if (heard !== undefined) return heard;
  const klass = createKlassClient({ baseUrl: environment.klassApiUrl, ...pacing(clock, signal) });
  const today = await klass.municipalitiesAt(date);
  const changes = await klass.municipalityChanges(`${fromYear}-01-01`, `${year + YEARS_AHEAD}-01-02`);
  const witness = { date, fromYear, today, changes };
  for (const [asked, { date: on }] of source?.klass ?? []) if (on !== date) source?.klass.delete(asked);
  source?.klass.set(question, witness);
  return witness;
}

/**
 * Asks Klass once a week, and again when the settings of places have changed, in a run that has the time: none runs at
 * the source. Without an answer the run is as it was, and Klass is asked again the next day.
 */
export async function askKlassIfDue(app: App, run: RunHandle, memo: KlassMemo): Promise<void> {
  const now = app.clock.now();
  if (!isDue(app, now, memo) || closedUntil(now) !== null) return;
  memo.klassTriedAt = now.toISOString();
  const { geography } = app.settings;
  try {
    run.beat();
    const witness = await askKlass(app, firstYearToAsk(geography, now.getUTCFullYear()), run.signal);
    const findings = judgeKlass(geography, witness);
    const askedAt = now.toISOString();
    recordKlassAnswer(app.store, { askedAt, places: { witness: geographyText(geography), findings } });
  } catch (failure) {
    if (run.signal.aborted || !(failure instanceof PipelineError)) throw failure;
    run.logger.warn({ event: 'klass-silent', code: failure.code }, `${failure.message} Klass is asked again tomorrow.`);
  }
}

/** By the day (UTC), so that a week later is the same weekday, however early its first run. */
function isDue({ store, settings }: App, now: Date, { klassTriedAt }: KlassMemo): boolean {
  if (klassTriedAt !== null && daysSince(klassTriedAt, now) < 1) return false;
  const answer = readKlassAnswer(store);
  if (answer === null || answer.places.witness !== geographyText(settings.geography)) return true;
  return daysSince(answer.askedAt, now) >= DAYS_BETWEEN;
}

function daysSince(instant: string, now: Date): number {
  const day = (text: string) => Date.parse(text.slice(0, 10)) / DAY_MS;
  return day(now.toISOString()) - day(instant);
}
