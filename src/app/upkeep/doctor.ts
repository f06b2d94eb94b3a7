import { existsSync } from 'node:fs';
import { PipelineError } from '../../model/errors.ts';
import { codesInYear, findPlace, ownAndPeerCodes } from '../../model/data/place.ts';
import { checkIntegrity } from '../../store/files/integrity.ts';
import { findNewestPublication } from '../../store/read/newest-publication.ts';
import { findPublicationRequest } from '../../store/intake/publication-request.ts';
import { listRuns } from '../../store/runs/runs.ts';
import { type DatasetOrigin, datasetOrigins } from '../source/dataset-origin.ts';
import { describeClockTrouble } from '../messages/find-clock-trouble.ts';
import { examinePlaces } from './examine-places.ts';
import { describeFinding } from '../messages/find-place-troubles.ts';
import { type CategoryTreatment, treatmentsInForce } from '../files/treatments.ts';
import { channelsAreUsed } from './doctor-channels.ts';
import { backupsAreKept, storageIsLocal } from './doctor-files.ts';
import { notesAreRead } from './doctor-notes.ts';
import { describeSettings } from './settings-lack.ts';
import { type App, openApp } from '../open-app.ts';
import { openEnvironment, settingsWarnings } from '../open-settings.ts';
import { otherServiceSettings } from '../service-settings.ts';
import { refusalText } from '../../words/refusal/refusal-text.ts';
import type { DoctorTopic } from '../../words/terminal/doctor.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { type Clock, momentText, shortDay } from '../../words/terminal/moment.ts';
import type { TerminalTexts } from '../../words/terminal/texts.ts';

/** How it is said. */
interface Said {
  readonly words: TerminalTexts;
  readonly clock: Clock;
}

/** One thing looked at. `advice` says what to do when it is not in order. */
export interface DoctorCheck {
  readonly name: DoctorTopic;
  readonly ok: boolean;
  readonly finding: string;
  readonly advice: string | null;
}

/** What is stored of one configured dataset. */
export interface StoredQuery {
  readonly datasetId: string;
  readonly table: string | null;
  /** What is asked for now, and which file says so. */
  readonly asked: Pick<DatasetOrigin, 'file' | 'tables'>;
  readonly alternative: string | null;
  readonly reason: string | null;
  /** One line per request sent. */
  readonly request: readonly string[];
  readonly updatedAt: string | null;
  readonly retrievedAt: string | null;
}

export interface InstallationReport {
  /** False before the first run, which makes the database. */
  readonly hasDatabase: boolean;
  readonly checks: readonly DoctorCheck[];
  readonly datasets: readonly StoredQuery[];
  /** Ids of datasets that are known and not fetched, since no indicator uses them. */
  readonly unused: readonly string[];
}

/**
 * Is this installation in order, as far as can be judged without network access? Settings that do not hold throw
 * `settings-invalid`; everything else is a check that says so, in a language and by a clock.
 */
export function examineInstallation({ language, timeZone }: Clock): InstallationReport {
  const said: Said = { words: terminalTextsOf(language), clock: { language, timeZone } };
  let app: App;
  try {
    app = openApp('read');
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code === 'settings-invalid') throw error;
    const hasDatabase = existsSync(openEnvironment().databaseFile);
    const { message, hint } = refusalText(error, said.clock);
    const checks = [settingsAreInOrder(said), failed('database', message, hint)];
    return { hasDatabase, checks, datasets: [], unused: [] };
  }
  try {
    const datasets = datasetOrigins(app.settings.jobs).map((origin) => storedQuery(app, origin));
    const checks = [
      settingsAreInOrder(said, app),
      databaseIsSound(app, said),
      lastRunWent(app, said),
      placesHold(app, said),
      categoriesAreDecided(app, said),
      notesAreRead(app, said.words.doctor),
      clockIsRight(app, said),
      channelsAreUsed(app, said.words.doctor),
      storageIsLocal(app, said.words.doctor),
      backupsAreKept(app, said.words.doctor, said.clock),
    ];
    const unused = app.settings.unused.map(({ definition }) => definition.id);
    return { hasDatabase: true, checks, datasets, unused };
  } finally {
    app.close();
  }
}

function settingsAreInOrder({ words }: Said, app?: App): DoctorCheck {
  const environment = openEnvironment();
  const finding = describeSettings(environment.configDir, settingsWarnings(environment), words.doctor);
  const service = app === undefined ? null : otherServiceSettings(app);
  if (service === null) return passed('settings', finding);
  return failed('settings', `${finding} ${words.doctor.otherSettings(service)}`, words.doctor.asTheService);
}

function databaseIsSound({ store }: App, { words: { doctor } }: Said): DoctorCheck {
  const problems = checkIntegrity(store);
  if (problems.length === 0) return passed('database', doctor.sound(store.file));
  return failed('database', doctor.damaged(problems.join(' ')), doctor.putBack);
}

function lastRunWent({ store }: App, { words: { doctor, upkeep }, clock }: Said): DoctorCheck {
  const [last] = listRuns(store, { limit: 1 });
  if (last === undefined) return failed('last run', doctor.noRun, doctor.runIngest);
  const finding = doctor.lastRun({
    outcome: upkeep.schedule.outcomes[last.outcome],
    moment: momentText(last.finishedAt ?? last.startedAt, clock),
    message: last.message ?? '',
  });
  const isFine = last.outcome === 'succeeded' || last.outcome === 'unchanged';
  return isFine ? passed('last run', finding) : failed('last run', finding, doctor.readWhatItSays);
}

/** Region codes that have expired: regions.yaml lacks the successor. Labels show ends that the settings do not have. */
function placesHold(app: App, { words: { doctor }, clock }: Said): DoctorCheck {
  const name = 'region codes' as const;
  const year = app.clock.now().getUTCFullYear();
  const { geography } = app.settings;
  const ended = ownAndPeerCodes(geography).filter((code) => {
    const place = findPlace(geography, 'municipality', code);
    return place === undefined || !codesInYear(place, year).includes(code);
  });
  if (ended.length > 0) {
    return failed(name, doctor.codesEnded(ended.join(', ')), doctor.newCodes);
  }
  const { findings, datasets, klassAskedAt } = examinePlaces(app);
  const wrong = findings.filter(({ weight }) => weight !== 'note');
  if (wrong.length > 0) {
    return failed(name, doctor.noted(wrong.map(describeFinding).join(' ')), doctor.compareFirst);
  }
  const notes = findings.map(({ sentence }) => doctor.noted(sentence));
  const labels = datasets.length === 0 ? doctor.noLabels : doctor.labelsAgree(datasets.length);
  const klass = doctor.klass(klassAskedAt === null ? null : shortDay(klassAskedAt, clock));
  return passed(name, [...notes, labels, klass].join(' '));
}

/** An undecided category stops the judgement of its indicator. */
function categoriesAreDecided(app: App, { words: { doctor } }: Said): DoctorCheck {
  const name = 'categories' as const;
  const treatments = treatmentsInForce(app);
  if (treatments.length === 0) return passed(name, doctor.noCategories);
  const named = (which: CategoryTreatment['treatment'], isThere: boolean) =>
    treatments
      .filter((one) => one.treatment === which && one.isThere === isThere)
      .map(({ code }) => `«${code}»`)
      .join(', ') || doctor.none;
  const finding = doctor.categories({
    ...{ counted: named('counted', true), leftOut: named('left-out', true) },
    ...{ countedGone: named('counted', false), leftOutGone: named('left-out', false) },
  });
  const undecided = named('not-decided', true);
  if (undecided === doctor.none) return passed(name, finding);
  return failed(name, `${doctor.undecided(undecided)} ${finding}`, doctor.decide);
}

function clockIsRight(app: App, { words: { doctor } }: Said): DoctorCheck {
  const trouble = describeClockTrouble(app);
  if (trouble === null) return passed('clock', doctor.clockRight);
  return failed('clock', trouble, doctor.setClock);
}

function storedQuery({ store }: App, { datasetId, file, tables }: DatasetOrigin): StoredQuery {
  const newest = findNewestPublication(store, datasetId);
  const request = newest === null ? null : findPublicationRequest(store, newest.publicationId);
  return {
    datasetId,
    table: request?.table ?? null,
    asked: { file, tables },
    alternative: request?.alternative ?? null,
    reason: request?.alternativeReason ?? null,
    request: request?.request ?? [],
    updatedAt: request?.updatedAt ?? null,
    retrievedAt: request?.retrievedAt ?? null,
  };
}

function passed(name: DoctorTopic, finding: string): DoctorCheck {
  return { name, ok: true, finding, advice: null };
}

function failed(name: DoctorTopic, finding: string, advice: string): DoctorCheck {
  return { name, ok: false, finding, advice };
}
