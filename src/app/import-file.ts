import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Cube } from '../model/cube.ts';
import { PipelineError } from '../model/errors.ts';
import { ownAndPeerCodes } from '../model/place.ts';
import type { ChangeSummary, NewPublication } from '../model/publication.ts';
import type { ImportedSource } from '../model/settings.ts';
import { latestPublishedPeriod } from '../normalise/latest-period.ts';
import { readMunicipalEmissions } from '../source/imported-table/municipal-emissions.ts';
import { readSurvey } from '../source/imported-table/survey.ts';
import { findImportedFile, recordImportedFile } from '../store/imported-files.ts';
import { startRun } from '../store/runs.ts';
import { takeIn } from '../store/take-in.ts';
import { inTransaction } from '../store/transaction.ts';
import type { AssessmentResult } from './assess.ts';
import { describeChanges, isEmpty } from './dataset-result.ts';
import { endTakingIn, endWhenEmpty, unlessEnded } from './end-taking-in.ts';
import { type DeliveryReport, tellSafely, thenDeliver } from './deliver.ts';
import type { TroubleSubject } from './trouble-subject.ts';
import type { ImportKind } from './import-kinds.ts';
import type { App } from './open-app.ts';
import { noteTrouble } from './raise-notices.ts';
import { reassess } from './reassess.ts';
import { type RunClosing, withRun } from './with-run.ts';

export interface ImportReport extends RunClosing {
  readonly changes: ChangeSummary;
  readonly assessments: readonly AssessmentResult[];
  readonly delivery: DeliveryReport;
}

/** What is known of a file before it is taken in. */
interface ReadFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly cube: Cube;
  readonly source: ImportedSource;
}

/**
 * Takes a file in, whole or not at all, assesses every indicator, and tells what is due. Throws `file-refused` with
 * every problem of the file, `store-busy` while another run goes on.
 */
export async function importFile(app: App, kind: ImportKind, path: string): Promise<ImportReport> {
  const file = await readOrReport(app, kind, path);
  noteTrouble(app, troubleOf(kind), null);
  const run = withRun(app, 'import', [], ({ runId }) => {
    const known = findImportedFile(app.store, file.sha256);
    const before = known?.datasetId === kind ? known : null;
    const changes = takeFileIn(app, kind, file, { runId, isKnown: before !== null });
    const message =
      before !== null && isEmpty(changes)
        ? `Unchanged: this very file was taken in on ${before.importedAt.slice(0, 10)} as ${before.name}.`
        : describeChanges(changes);
    const outcome = isEmpty(changes) ? 'unchanged' : 'succeeded';
    return Promise.resolve({ outcome, requests: 0, message, changes, assessments: reassess(app, runId) });
  });
  return thenDeliver(app, run);
}

/** A file that is refused is told to operations; one that is not there is the business of whoever typed its name. */
async function readOrReport(app: App, kind: ImportKind, path: string): Promise<ReadFile> {
  const bytes = readBytes(path);
  try {
    return await readImport(app, kind, path, bytes);
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'file-refused') throw error;
    noteTrouble(app, troubleOf(kind), `${basename(path)} was refused: ${error.message}`);
    await tellSafely(app);
    throw error;
  }
}

/** Apart from the dataset itself, which may be in trouble of its own. */
function troubleOf(kind: ImportKind): TroubleSubject {
  return `file:${kind}-file`;
}

/** What taking the file in would change; nothing is written. */
export async function previewImport(app: App, kind: ImportKind, path: string): Promise<ChangeSummary> {
  const publication = toPublication(app, kind, await readImport(app, kind, path, readBytes(path)));
  return unlessEnded(() =>
    allOrNothing(app, () => {
      const runId = startRun(app.store, { trigger: 'import', jobs: [], startedAt: publication.retrievedAt });
      return takeIn(app.store, publication, endTakingIn, runId);
    }),
  );
}

async function readImport(app: App, kind: ImportKind, path: string, bytes: Buffer): Promise<ReadFile> {
  const name = basename(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { plan, indicators, geography } = app.settings;
  if (kind === 'municipal-emissions') {
    const source = plan.municipalEmissions;
    const municipalities = ownAndPeerCodes(geography);
    const cube = await readMunicipalEmissions(bytes, { fileName: name, title: source.title, municipalities });
    return { name, bytes, sha256, cube, source };
  }
  const source = plan.survey;
  const surveyed = indicators.filter(({ inputs }) => inputs.some(({ dataset }) => dataset === kind));
  const cube = readSurvey(bytes, { fileName: name, title: source.title, indicators: surveyed });
  return { name, bytes, sha256, cube, source };
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new PipelineError('file-refused', `The file ${path} cannot be read.`, {
      hint: 'Check the path, and that this user may read the file.',
      context: { file: path },
      cause: error,
    });
  }
}

/** A file that was taken in before is taken in again where others have changed its figures since. */
function takeFileIn(
  app: App,
  kind: ImportKind,
  file: ReadFile,
  { runId, isKnown }: { readonly runId: number; readonly isKnown: boolean },
): ChangeSummary {
  const publication = toPublication(app, kind, file);
  return unlessEnded(() =>
    allOrNothing(app, () => {
      const { publicationId, ...changes } = takeIn(
        app.store,
        publication,
        isKnown ? endWhenEmpty : () => undefined,
        runId,
      );
      recordImportedFile(app.store, {
        datasetId: kind,
        publicationId,
        name: file.name,
        sha256: file.sha256,
        rows: publication.cube.seriesKeys.length,
        importedAt: publication.retrievedAt,
        importedBy: userInfo().username,
      });
      return changes;
    }),
  );
}

/** Taking in may write rows before those they refer to, so references are looked up at the end. */
function allOrNothing<T>({ store }: App, work: () => T): T {
  return inTransaction(store, () => {
    store.sqlite.pragma('defer_foreign_keys = ON');
    return work();
  });
}

function toPublication(app: App, kind: ImportKind, { name, bytes, sha256, cube, source }: ReadFile): NewPublication {
  const geo = cube.dimensions.find(({ role }) => role === 'geo');
  const contents = cube.dimensions.find(({ role }) => role === 'metric')?.categories ?? [];
  return {
    datasetId: kind,
    table: null,
    cube,
    licence: source.licence,
    retrievedAt: app.clock.now().toISOString(),
    sha256,
    body: gzipSync(bytes),
    request: [name],
    query: kind,
    // A survey file may hold one year only; the workbook is published whole each time.
    completeness: kind === 'survey' ? 'partial' : 'whole',
    alternative: 'file',
    alternativeReason: `Handed in as ${name}.`,
    coverage: 'municipality',
    // Miljødirektoratet restates every year to today's municipalities.
    regions: geo === undefined ? null : { dimension: geo.code, form: 'grouped', prefix: '' },
    quantities: Object.fromEntries(contents.map(({ code }) => [code, 'count' as const])),
    latestPeriod: latestPublishedPeriod(cube),
    corrections: [],
  };
}
