import { type FileSeries, periodsOf, seriesOfCube, seriesOfDataset, sumsBy } from '../../contract/file-figures.ts';
import { questionSentence } from '../../words/question/question-sentence.ts';
import type { Assessment, SaidStatus, Status } from '../../model/plan/assessment.ts';
import { saidOf } from '../../model/plan/said-status.ts';
import type { ChangeSummary } from '../../model/data/publication.ts';
import { startRun } from '../../store/runs/runs.ts';
import { storePublication } from '../../store/intake/store-publication.ts';
import { keepOrUndo } from '../../store/transaction.ts';
import type { App } from '../open-app.ts';
import { assessAll } from '../assess/assess-all.ts';
import { inForceBefore } from './take-file-in.ts';
import { judgeFile } from './judge-file.ts';
import type { ImportKind } from './import-kinds.ts';
import { type HandedIn, readHandedIn, type ReadFile } from './read-handed-in.ts';
import { toPublication } from './to-publication.ts';
import { type CategoryTreatment, treatmentsOf } from './treatments.ts';

/** What an indicator is, or would be, said to be. */
export interface Said {
  readonly status: Status;
  /** How it is said. */
  readonly said: SaidStatus;
  readonly value: number | null;
  /** Period code. */
  readonly period: string | null;
}

/** All that taking a file in, or back, would do. */
export interface ImportPreview {
  /** `withdraw` for all that takes figures away: of a year, or of a file. */
  readonly action: ReadFile['action'];
  readonly changes: ChangeSummary;
  /** What a person would be asked; empty for a file that passes. */
  readonly questions: readonly string[];
  /** Those that rest on the dataset, as they are in force and as they would be. */
  readonly indicators: readonly { readonly id: string; readonly before: Said | null; readonly after: Said }[];
  readonly years: {
    readonly all: readonly string[];
    readonly added: readonly string[];
    readonly gone: readonly string[];
  };
  readonly categories: {
    readonly added: readonly string[];
    readonly gone: readonly string[];
    /** A category that would be gone beside the one it may be called now. */
    readonly renamed: readonly { readonly from: string; readonly to: string }[];
  };
  /** Sums of the own figures, by sector, or by indicator of the survey; `null` for none. */
  readonly sums: readonly {
    readonly category: string;
    readonly year: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly treatments: readonly CategoryTreatment[];
}

/** Names that begin with so many letters in common may be of one category. */
const ALIKE_START = 4;

/** What taking the file in would do, and be asked; nothing is written. Throws `file-refused`. */
export async function previewImport(app: App, file: HandedIn): Promise<ImportPreview> {
  return previewRead(app, await readHandedIn(app, file));
}

/** As `previewImport`, of a file that has been read. */
export function previewRead(app: App, file: ReadFile): ImportPreview {
  const before = inForceBefore(app, file);
  const publication = toPublication(app, file);
  return keepOrUndo(app.store, () => {
    const runId = startRun(app.store, { trigger: 'import', jobs: [], startedAt: publication.retrievedAt });
    const changes = storePublication(app.store, publication, () => 'keep', runId);
    const questions = judgeFile(app, file, before, changes);
    const { language } = app.settings.plan;
    const preview = {
      action: file.action,
      changes,
      questions: questions.map((question) => questionSentence(question, language)),
      indicators: indicatorsOn(app, file.kind),
      ...compare(app, file, before.dataset),
    };
    return { outcome: 'undo', value: preview };
  });
}

function indicatorsOn(app: App, kind: ImportKind): ImportPreview['indicators'] {
  return assessAll(app)
    .filter(({ rules }) => rules.definition.inputs.some(({ dataset }) => dataset === kind))
    .map(({ rules, previous, next }) => ({
      id: rules.definition.id,
      before: previous === null ? null : said(previous),
      after: said(next),
    }));
}

function said(assessment: Assessment): Said {
  const { status, value, period } = assessment;
  return { status, said: saidOf(assessment), value, period };
}

function compare(
  app: App,
  { kind, cube }: ReadFile,
  dataset: Parameters<typeof seriesOfDataset>[0],
): Pick<ImportPreview, 'years' | 'categories' | 'sums' | 'treatments'> {
  const isShown = ({ categories }: FileSeries) => categories.ContentsCode !== 'respondents';
  const { own } = app.settings.geography;
  const [before, after] = [seriesOfDataset(dataset, own), seriesOfCube(cube, own)].map((one) => one.filter(isShown));
  const [then = [], now = []] = [before, after];
  const [had, has] = [periodsOf(then), periodsOf(now)];
  const dimension = kind === 'survey' ? 'indicator' : 'Sektor';
  return {
    years: { all: has, added: lacking(has, had), gone: lacking(had, has) },
    categories: changedNames(kind === 'survey' ? ['indicator'] : ['Sektor', 'Utslippskilde'], then, now),
    sums: sumsBeside(dimension, then, now),
    treatments: treatmentsOf(app, kind, now),
  };
}

function lacking(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name));
}

function changedNames(
  dimensions: readonly string[],
  before: readonly FileSeries[],
  after: readonly FileSeries[],
): ImportPreview['categories'] {
  const changes = dimensions.map((dimension) => {
    const [had, has] = [namesIn(before, dimension), namesIn(after, dimension)];
    const [added, gone] = [lacking(has, had), lacking(had, has)];
    const isSame = (from: string, to: string) =>
      haveSameFigures(dimension, [from, before], [to, after]) || isAlike(from, to);
    const renamed = gone.flatMap((from) => added.filter((to) => isSame(from, to)).map((to) => ({ from, to })));
    return { added, gone, renamed };
  });
  return {
    added: changes.flatMap(({ added }) => added),
    gone: changes.flatMap(({ gone }) => gone),
    renamed: changes.flatMap(({ renamed }) => renamed),
  };
}

function isAlike(name: string, other: string): boolean {
  return name.slice(0, ALIKE_START).toLowerCase() === other.slice(0, ALIKE_START).toLowerCase();
}

type Named = readonly [name: string, series: readonly FileSeries[]];

/** The sums of two categories are the same in every year that both have. */
function haveSameFigures(dimension: string, [from, before]: Named, [to, after]: Named): boolean {
  const years = periodsOf(before).filter((year) => periodsOf(after).includes(year));
  const sums = years.map((year) => [sumsBy(before, dimension, year).get(from), sumsBy(after, dimension, year).get(to)]);
  return sums.length > 0 && sums.every(([had, has]) => had !== undefined && had === has);
}

function namesIn(series: readonly FileSeries[], dimension: string): readonly string[] {
  const having = series.filter(({ figures }) => figures.size > 0);
  return [...new Set(having.map(({ categories }) => categories[dimension] ?? ''))].sort();
}

function sumsBeside(
  dimension: string,
  before: readonly FileSeries[],
  after: readonly FileSeries[],
): ImportPreview['sums'] {
  const years = [...new Set([...periodsOf(before), ...periodsOf(after)])].sort();
  return years.flatMap((year) => {
    const [had, has] = [sumsBy(before, dimension, year), sumsBy(after, dimension, year)];
    return [...new Set([...had.keys(), ...has.keys()])].sort().map((category) => ({
      category,
      year,
      before: had.get(category) ?? null,
      after: has.get(category) ?? null,
    }));
  });
}
