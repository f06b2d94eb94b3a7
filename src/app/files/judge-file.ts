import { unsettledCategories } from '../../compute/unsettled-categories.ts';
import { isOfTerm } from '../../compute/select-term.ts';
import { type FileSeries, periodsOf, seriesOfCube, seriesOfDataset } from '../../contract/file-figures.ts';
import type { FileQuestion } from '../../model/data/file-question.ts';
import { judgeEmissionsFile } from '../../contract/judge-emissions-file.ts';
import { judgeChanges, judgeContract, judgeNewPeriods } from '../../contract/judge-publication.ts';
import { quarantineReason } from '../../contract/quarantine.ts';
import type { QuarantineReason } from '../../model/data/quarantine-reason.ts';
import { judgeSurveyFile } from '../../contract/judge-survey-file.ts';
import type { Cube } from '../../model/data/cube.ts';
import { NO_ROW, type StoredDataset } from '../../model/data/dataset.ts';
import type { UnsettledCategory } from '../../model/data/category.ts';
import type { IndicatorInput, SeriesTerm } from '../../model/plan/indicator.ts';
import type { ChangeSummary, PublicationContract } from '../../model/data/publication.ts';
import { DEFAULT_RANGE } from '../../model/data/survey.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import { byNearness } from '../../platform/nearest-word.ts';
import type { App } from '../open-app.ts';
import type { ReadFile } from './read-handed-in.ts';

/** What was in force before a file, read before anything of it is written. */
export interface InForceBefore {
  readonly dataset: StoredDataset | null;
  readonly contract: PublicationContract | null;
}

/** The latest year and the one before it are those compared. */
const COMPARED = 2;

/**
 * What a person must decide before a file is imported; empty when it may pass. The judge of every publication has a say
 * as well, where the judge of files has none. A command that takes figures away has been decided on already.
 */
export function judgeFile(
  app: App,
  file: ReadFile,
  before: InForceBefore,
  changes: ChangeSummary,
): readonly FileQuestion[] {
  if (file.action === 'withdraw') return [];
  const questions = file.kind === 'survey' ? askOfSurvey(app, file.cube, before) : askOfWorkbook(app, file, before);
  if (questions.length > 0 || file.action === 'replace') return questions;
  const objection = objectionTo(file.cube, before, changes);
  return objection === null ? [] : [{ kind: 'publication', objection }];
}

function askOfSurvey({ settings, clock }: App, cube: Cube, { dataset }: InForceBefore): readonly FileQuestion[] {
  const isIndex = ({ categories }: FileSeries) => categories.ContentsCode === 'value';
  return judgeSurveyFile({
    after: seriesOfCube(cube, '').filter(isIndex),
    before: seriesOfDataset(dataset, '').filter(isIndex),
    range: settings.plan.survey.range ?? DEFAULT_RANGE,
    thisYear: clock.now().getFullYear(),
  });
}

function askOfWorkbook(app: App, { cube, totals }: ReadFile, { dataset }: InForceBefore): readonly FileQuestion[] {
  const { own } = app.settings.geography;
  const inputs = inputsOf(app, 'municipal-emissions');
  const terms = inputs.flatMap((input) => input.terms);
  const after = seriesOfCube(cube, own);
  const before = seriesOfDataset(dataset, own);
  const unsettled = inputs.flatMap((input) => unsettledOf(input, after));
  const odd = judgeEmissionsFile({
    after,
    before,
    totals,
    isCounted: (categories) => terms.some((term) => isOfTerm(term, categories)),
    isCountedUnnamed: (categories) => terms.some((term) => leavesOut(term) && isOfTerm(term, categories)),
    thisYear: app.clock.now().getFullYear(),
  });
  const settledElsewhere = new Set(unsettled.map(({ dimension, code }) => `${dimension}|${code}`));
  return [
    ...unsettled.map((category): FileQuestion => {
      return { kind: 'unsettled', category, nearest: nearestTo(category, after, before, terms) };
    }),
    ...odd
      .filter(
        (question) => !('dimension' in question) || !settledElsewhere.has(`${question.dimension}|${question.code}`),
      )
      .map((question) =>
        'dimension' in question ? { ...question, nearest: likeliest(question, after, before) } : question,
      ),
  ];
}

function inputsOf({ settings }: App, datasetId: string): readonly IndicatorInput[] {
  return settings.indicators.flatMap(({ inputs }) => inputs).filter(({ dataset }) => dataset === datasetId);
}

/** Where settings and the categories of a file do not agree, over the two last years of the file. */
export function unsettledOf(input: IndicatorInput, series: readonly FileSeries[]): readonly UnsettledCategory[] {
  const keys = (codes: readonly string[]) => codes.flatMap((code) => keyOf(code) ?? []);
  const known = series.map(({ categories, figures }) => ({ categories, periods: new Set(keys([...figures.keys()])) }));
  return unsettledCategories(input, known, keys(periodsOf(series).slice(-COMPARED)));
}

function keyOf(code: string): number | null {
  const period = parseTimePeriod(code);
  return period === null ? null : periodKey(period);
}

function leavesOut(term: SeriesTerm): boolean {
  return Object.values(term).some((selection) => 'not' in selection && selection.not.length > 0);
}

/**
 * For a name that the file lacks, the nearest that it has, and of those that are new to it where there are any; for one
 * that the settings lack, the nearest that they have.
 */
function nearestTo(
  { kind, dimension, code }: UnsettledCategory,
  series: readonly FileSeries[],
  before: readonly FileSeries[],
  terms: readonly SeriesTerm[],
): string | null {
  const inFile = categoriesIn(kind === 'not-left-out' ? beside(code, dimension, series, terms) : series, dimension);
  const inSettings = terms.flatMap(({ [dimension]: selection = [] }) =>
    'not' in selection ? selection.not : selection,
  );
  const candidates =
    kind === 'not-decided'
      ? inSettings.filter((name) => !inFile.includes(name))
      : inFile.filter((name) => !inSettings.includes(name));
  const had = categoriesIn(before, dimension);
  const isNew = (name: string) => had.length > 0 && kind !== 'not-decided' && !had.includes(name);
  const fresh = candidates.filter(isNew);
  return byNearness(code, fresh.length > 0 ? fresh : candidates)[0] ?? null;
}

/** The series of the sums that a name is to be left out of, whatever they are called in its dimension. */
function beside(
  code: string,
  dimension: string,
  series: readonly FileSeries[],
  terms: readonly SeriesTerm[],
): readonly FileSeries[] {
  const sums = terms.flatMap(({ [dimension]: selection = [], ...others }) =>
    'not' in selection && selection.not.includes(code) ? [others] : [],
  );
  return series.filter(({ categories }) => sums.some((others) => isOfTerm(others, categories)));
}

/** What a name that is gone may be called now, or a new one was called before. */
function likeliest(
  { kind, dimension, code }: { readonly kind: string; readonly dimension: string; readonly code: string },
  after: readonly FileSeries[],
  before: readonly FileSeries[],
): string | null {
  const [now, then] = [categoriesIn(after, dimension), categoriesIn(before, dimension)];
  const candidates =
    kind === 'lost-category' ? now.filter((name) => !then.includes(name)) : then.filter((name) => !now.includes(name));
  return byNearness(code, candidates)[0] ?? null;
}

function categoriesIn(series: readonly FileSeries[], dimension: string): readonly string[] {
  const years = periodsOf(series).slice(-COMPARED);
  const having = series.filter(({ figures }) => years.some((year) => figures.has(year)));
  return [...new Set(having.map(({ categories }) => categories[dimension] ?? ''))].sort();
}

/** A 0 for a row that the file leaves out is not a lost figure. */
function objectionTo(cube: Cube, { contract }: InForceBefore, changes: ChangeSummary): QuarantineReason | null {
  const leftOut = cellsLeftOut(cube);
  const revisions = changes.revisions.filter(({ seriesKey, period }) => !leftOut.has(`${seriesKey} ${period}`));
  try {
    judgeContract(contract, cube, { alternative: 'file', isNewTable: false });
    judgeNewPeriods(cube);
    judgeChanges({ ...changes, revisions }, contract?.cells ?? 0);
    return null;
  } catch (error) {
    const reason = quarantineReason(error);
    if (reason === undefined) throw error;
    return reason;
  }
}

function cellsLeftOut({ seriesKeys, periods, symbols, symbolTable }: Cube): ReadonlySet<string> {
  const symbol = symbolTable.indexOf(NO_ROW);
  if (symbol < 1) return new Set();
  const keys = periods.map(periodKey);
  const cells = [...symbols.keys()].filter((cell) => symbols[cell] === symbol);
  return new Set(
    cells.map((cell) => `${seriesKeys[Math.floor(cell / keys.length)] ?? ''} ${keys[cell % keys.length] ?? ''}`),
  );
}
