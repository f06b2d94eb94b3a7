import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ImportedCell } from '../../files/build-cube.ts';
import { type SurveyStep, mergeSurvey } from '../../files/merge-survey.ts';
import { mergeWorkbooks } from '../../files/merge-workbooks.ts';
import { type CategoryNames, noMunicipalEmissions, readMunicipalEmissions } from '../../files/municipal-emissions.ts';
import { readSectorTotals, type SectorTotal } from '../../files/sector-totals.ts';
import { readSurveyCells, surveyCube, type SurveyFile } from '../../files/survey.ts';
import { countCells, type Cube } from '../../model/data/cube.ts';
import { PipelineError } from '../../model/errors.ts';
import { ownAndPeerCodes } from '../../model/data/place.ts';
import { readContract } from '../../store/intake/contract.ts';
import { type FileInForce, readFilesInForce } from '../../store/read/imported-files.ts';
import type { FileAction } from '../../store/schema/intake.ts';
import { handlingTextsOf } from '../../words/file/language.ts';
import type { App } from '../open-app.ts';
import type { ImportKind } from './import-kinds.ts';
import { namedCategories } from './named-categories.ts';

/** A file, or a command that stands for one, before it is taken in. */
export interface HandedIn {
  readonly kind: ImportKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly action: FileAction;
}

/** What would be in force with it. */
export interface ReadFile extends HandedIn {
  readonly cube: Cube;
  /** How many figures it holds itself. */
  readonly rows: number;
  /** What the file gives itself as the sums of its figures; empty where it gives none. */
  readonly totals: readonly SectorTotal[];
}

/** Reads the bytes of a file. Throws `file-refused` for one that cannot be read. */
export function handIn(app: App, kind: ImportKind, path: string, action: FileAction): HandedIn {
  try {
    return named(kind, basename(path), readFileSync(path), action);
  } catch (error) {
    const words = handlingTextsOf(app.settings.plan.language);
    throw new PipelineError('file-refused', words.unreadable(path), {
      hint: words.unreadableHint,
      context: { file: path },
      cause: error,
    });
  }
}

/** The figure of an indicator in a year, to be taken away. */
export function handInWithdrawal(indicator: string, year: string): HandedIn {
  const bytes = Buffer.from(JSON.stringify({ indicator, year }));
  return named('survey', `${indicator} ${year}`, bytes, 'withdraw');
}

/** A file under its name, known by its bytes. */
export function named(kind: ImportKind, name: string, bytes: Uint8Array, action: FileAction): HandedIn {
  return { kind, name, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), action };
}

/** What is in force of its kind once it is taken in after the files before it. Throws `file-refused`. */
export async function readHandedIn(app: App, file: HandedIn): Promise<ReadFile> {
  if (file.kind === 'municipal-emissions') {
    const known = readContract(app.store, 'municipal-emissions')?.categories ?? {};
    const cube = await readWorkbook(app, file, known);
    const { geography, indicators } = app.settings;
    const named = namedCategories(indicators, file.kind).Sektor ?? [];
    const sectors = [...named, ...(categoriesOf(cube).Sektor ?? [])];
    const totals = await readSectorTotals(file.bytes, geography.own, sectors);
    return { ...file, cube, rows: countCells(cube), totals };
  }
  const step = surveyStep(app, file);
  const steps = [...readFilesInForce(app.store, 'survey').map((one) => knownStep(app, one)), step];
  const rows = step.action === 'withdraw' ? 1 : step.cells.length;
  return { ...file, cube: surveyOf(app, steps, file.name), rows, totals: [] };
}

/** What is in force of a kind when these are all the files there are, in their order. */
export async function readInForce(app: App, kind: ImportKind, files: readonly FileInForce[]): Promise<Cube> {
  const last = files.at(-1);
  if (kind === 'survey') {
    const { title } = app.settings.plan.survey;
    return surveyOf(
      app,
      files.map((one) => knownStep(app, one)),
      last?.name ?? title,
    );
  }
  const cubes: Cube[] = [];
  for (const { name, body } of files) {
    cubes.push(await readWorkbook(app, { name, bytes: gunzipSync(body) }, categoriesOf(cubes.at(-1))));
  }
  return mergeWorkbooks(cubes, noMunicipalEmissions(app.settings.plan.municipalEmissions.title));
}

function readWorkbook(
  app: App,
  { name, bytes }: Pick<HandedIn, 'name' | 'bytes'>,
  known: CategoryNames,
): Promise<Cube> {
  const { plan, indicators, geography } = app.settings;
  return readMunicipalEmissions(bytes, {
    fileName: name,
    title: plan.municipalEmissions.title,
    language: plan.language,
    municipalities: ownAndPeerCodes(geography),
    named: namedCategories(indicators, 'municipal-emissions'),
    known,
  });
}

function categoriesOf(cube: Cube | undefined): CategoryNames {
  const dimensions = cube?.dimensions ?? [];
  return Object.fromEntries(dimensions.map(({ code, categories }) => [code, categories.map((one) => one.code)]));
}

function surveyStep(app: App, { name, bytes, action }: HandedIn): SurveyStep {
  if (action === 'withdraw') return { action, ...withdrawnBy(bytes) };
  return { action, cells: cellsOf(app, name, bytes, false) };
}

function knownStep(app: App, { name, body, action }: FileInForce): SurveyStep {
  const bytes = gunzipSync(body);
  if (action === 'withdraw') return { action, ...withdrawnBy(bytes) };
  return { action, cells: cellsOf(app, name, bytes, true) };
}

function withdrawnBy(bytes: Uint8Array): { readonly indicator: string; readonly year: string } {
  return JSON.parse(Buffer.from(bytes).toString()) as { indicator: string; year: string };
}

function cellsOf(app: App, name: string, bytes: Uint8Array, known: boolean): readonly ImportedCell[] {
  return readSurveyCells(bytes, surveyFile(app, name), known);
}

function surveyOf(app: App, steps: readonly SurveyStep[], name: string): Cube {
  return surveyCube(mergeSurvey(steps), surveyFile(app, name));
}

function surveyFile({ settings: { plan, indicators } }: App, fileName: string): SurveyFile {
  const surveyed = indicators.filter(({ inputs }) => inputs.some(({ dataset }) => dataset === 'survey'));
  return { fileName, title: plan.survey.title, language: plan.language, indicators: surveyed };
}
