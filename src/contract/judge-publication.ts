import { countCells } from '../model/data/cube.ts';
import type { Cube, Dimension } from '../model/data/cube.ts';
import type { ChangeSummary, PublicationContract, RevisedCell } from '../model/data/publication.ts';
import { periodFromKey } from '../model/time-period.ts';
import { listCodes } from '../model/data/list-codes.ts';
import { quarantine, type QuarantineFacts } from './quarantine.ts';

/** A revision by this factor is a jump, and so is a new period whose sum is this many times the one before. */
const JUMP_FACTOR = 10;
/** Below this magnitude a figure may well change tenfold. */
const JUMP_MAGNITUDE = 50;
/** Share of the figures that may become missing or 0 before a person is asked. */
const VANISHED_SHARE = 0.1;
/** So many of the codes that are lost are named. */
const SHOWN = 5;

/** How a reply came, compared with the last accepted one. */
export interface ReplyOrigin {
  readonly alternative: string;
  /** Found by search under another number: it continues the one before and need not repeat its periods. */
  readonly isNewTable: boolean;
  /** Region codes that were not asked for, since the table has stopped offering the place: missing, and reported. */
  readonly notOffered?: readonly string[];
}

/**
 * Does the publication keep what the last accepted one promised? Throws `publication-quarantined` when a dimension, a
 * code, a period or cells are lost. When the query was answered by another alternative, the codes of region dimensions
 * (role geo) and with them the number of cells may differ; in a new table, the periods and the number of cells. Codes
 * that were not asked for since the table does not offer them are not lost.
 */
export function judgeContract(contract: PublicationContract | null, cube: Cube, origin: ReplyOrigin): void {
  if (contract === null) return;
  const sameAlternative = contract.alternative === origin.alternative;
  const notOffered = new Set(origin.notOffered);
  let promisedCells = contract.cells;
  const dimensions = new Map([...cube.dimensions, cube.time].map((dimension) => [dimension.code, dimension]));
  for (const [code, promised] of Object.entries(contract.categories)) {
    const dimension = dimensions.get(code);
    if (dimension === undefined) {
      throw quarantine(
        'lost-dimension',
        `"${cube.title}" no longer has the dimension ${code}.`,
        'See whether the table now counts something else, and whether the query still fits it.',
        { variable: code },
      );
    }
    const mayDiffer = dimension.role === 'geo' ? !sameAlternative : dimension.role === 'time' && origin.isNewTable;
    const asked = dimension.role === 'time' ? promised : promised.filter((one) => !notOffered.has(one));
    promisedCells *= asked.length / promised.length;
    if (!mayDiffer) judgeCodes(cube.title, dimension, asked);
  }
  const cells = countCells(cube);
  if (sameAlternative && !origin.isNewTable && cells < Math.round(promisedCells)) {
    throw quarantine(
      'fewer-cells',
      `"${cube.title}" has ${cells} cells; the last accepted publication had ${contract.cells}.`,
      'See which combinations of categories the table no longer holds.',
      { cells, before: contract.cells },
    );
  }
}

/**
 * Are the changes such as revisions are? Throws `publication-quarantined` for a revision by a factor of ten or more
 * (where the larger figure is at least 50), and when more than a tenth of the figures became missing or 0. `cells` is
 * the number of cells that held a number in the publication in force.
 */
export function judgeChanges(changes: ChangeSummary, cells: number): void {
  const vanished = changes.revisions.filter(
    ({ before, after }) => before !== null && before !== 0 && after === 0,
  ).length;
  const withdrawn = changes.revisions.filter(({ before, after }) => before !== null && after === null).length;
  const gone = vanished + Math.max(withdrawn, changes.withdrawn);
  if (gone > VANISHED_SHARE * cells) {
    throw quarantine(
      'figures-vanished',
      `${gone} of ${cells} figures became missing or 0${exampleOf(changes.revisions.find(isGone))}.`,
      'See whether the table is being updated right now, or whether its region or industry codes have changed.',
      { gone, of: cells },
    );
  }
  const jump = changes.revisions.find(({ before, after }) => isJump(before, after));
  if (jump !== undefined) {
    throw quarantine(
      'tenfold-jump',
      `A figure was revised by a factor of ${JUMP_FACTOR} or more${exampleOf(jump)}.`,
      'Compare the cell with the table at its publisher, and read the notes of the table for a changed unit.',
      factsOf(jump),
    );
  }
}

/**
 * Is the newest period on the scale of the one before? For each contents category the sums of the magnitudes are
 * compared over the series with numbers in both; `publication-quarantined` when one is ten times the other or more.
 * A sum of 0 in the period before says nothing about the scale.
 */
export function judgeNewPeriods(cube: Cube): void {
  const newest = cube.periods.length - 1;
  if (newest < 1) return;
  const contents = cube.dimensions.findIndex(({ role }) => role === 'metric');
  const categories = cube.dimensions[contents]?.categories ?? [];
  for (const [category, { before, after }] of sumsOfNewestPeriods(cube, contents)) {
    if (before === 0 || (after < JUMP_FACTOR * before && after * JUMP_FACTOR > before)) continue;
    const place = categories[category]?.code ?? 'all series';
    const [period = '', earlier = ''] = [cube.periods[newest]?.code, cube.periods[newest - 1]?.code];
    throw quarantine(
      'new-period-out-of-scale',
      `The figures of "${cube.title}" (${place}) sum to ${after} in ${period}; the same series sum to ` +
        `${before} in ${earlier}.`,
      'See whether the unit has changed, and whether the newest period is complete.',
      { period, earlier, after, before },
    );
  }
}

function judgeCodes(table: string, dimension: Dimension, promised: readonly string[]): void {
  const present = new Set(dimension.categories.map(({ code }) => code));
  const lost = promised.filter((code) => !present.has(code));
  if (lost.length === 0) return;
  const isTime = dimension.role === 'time';
  throw quarantine(
    isTime ? 'lost-period' : 'lost-code',
    `"${table}" no longer has the ${isTime ? 'periods' : 'codes'} ${listCodes(lost)} of ${dimension.code}.`,
    isTime
      ? 'See whether the table was cut short or replaced by another.'
      : 'See whether the codes were renamed or merged; the query and config/regions.yaml may have to follow.',
    { variable: dimension.code, codes: lost.slice(0, SHOWN).join(', '), more: Math.max(0, lost.length - SHOWN) },
  );
}

function isJump(before: number | null, after: number | null): boolean {
  if (before === null || after === null) return false;
  const larger = Math.max(Math.abs(before), Math.abs(after));
  const smaller = Math.min(Math.abs(before), Math.abs(after));
  return larger >= JUMP_MAGNITUDE && larger >= JUMP_FACTOR * smaller;
}

function isGone({ before, after }: RevisedCell): boolean {
  return before !== null && (after === null || (after === 0 && before !== 0));
}

function exampleOf(cell: RevisedCell | undefined): string {
  if (cell === undefined) return '';
  const { seriesKey, period, before, after } = cell;
  return `: ${seriesKey} in ${periodFromKey(period).code}, ${before ?? 'no number'} → ${after ?? 'no number'}`;
}

/** A cell that was revised, as facts. */
function factsOf({ seriesKey, period, before, after }: RevisedCell): QuarantineFacts {
  return { cell: seriesKey, period: periodFromKey(period).code, before: before ?? '', after: after ?? '' };
}

function sumsOfNewestPeriods(cube: Cube, contents: number): ReadonlyMap<number, { before: number; after: number }> {
  const sums = new Map<number, { before: number; after: number }>();
  const width = cube.dimensions.length;
  cube.seriesKeys.forEach((_, series) => {
    const last = (series + 1) * cube.periods.length - 1;
    const after = Math.abs(cube.values[last] as number);
    const before = Math.abs(cube.values[last - 1] as number);
    if (Number.isNaN(after) || Number.isNaN(before)) return;
    const category = contents === -1 ? -1 : (cube.seriesCategories[series * width + contents] as number);
    const sum = sums.get(category) ?? { before: 0, after: 0 };
    sums.set(category, { before: sum.before + before, after: sum.after + after });
  });
  return sums;
}
