import JSONstat from 'jsonstat-toolkit';
import type { ToolkitCategory, ToolkitDataset } from 'jsonstat-toolkit';
import { seriesKey } from '../../model/data/cube.ts';
import type { Category, Cube, Dimension, DimensionRole } from '../../model/data/cube.ts';
import { BUILT_IN_SYMBOLS, type SymbolMeanings } from '../../model/data/symbol-meaning.ts';
import { periodKey } from '../../model/time-period.ts';
import type { TimePeriod } from '../../model/time-period.ts';
import { categoryCodes } from './category-codes.ts';
import { contractError } from '../contract-error.ts';
import { dimensionRoles, readPeriods } from './dimension-roles.ts';
import { isObject } from '../../model/shape.ts';
import { ownMember, ownRecord, ownText, textsOf } from './json-record.ts';
import type { JsonRecord } from './json-record.ts';
import { openDataset } from './json-stat-document.ts';
import type { JsonStatDataset } from './json-stat-document.ts';
import { layOutCells, stridesOf } from './lay-out-cells.ts';
import { readCells } from './read-cells.ts';
import { readUpdatedAt } from './updated-at.ts';

/**
 * Reads a JSON-stat dataset (2.0, or a 1.x answer of the older API) into series × periods, whatever order its dimensions
 * have: dimensions sorted by code, periods ascending, categories in the source's order. The document is not changed.
 * Nothing is repaired: a document that contradicts itself is refused whole with `source-contract`, a period code of no
 * known form with `time-period-format`. A symbol that `meanings` lacks makes the cell of it missing, or leaves its number.
 */
export function readJsonStat(document: unknown, meanings: SymbolMeanings = BUILT_IN_SYMBOLS): Cube {
  const dataset = openDataset(document);
  const { ids, sizes, name } = dataset;
  const codes = ids.map((id, axis) =>
    categoryCodes(dataset.dimensions[axis] as JsonRecord, id, sizes[axis] as number, name),
  );
  const roles = dimensionRoles(dataset, codes);
  const timeAxis = roles.indexOf('time');
  const periods = readPeriods(codes[timeAxis] as readonly string[], ids[timeAxis] as string, name);
  const periodPositions = inTimeOrder(periods, name);
  const seriesAxes = ids.map((_, axis) => axis).filter((axis) => axis !== timeAxis);
  seriesAxes.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  const described = describe(dataset, codes, roles);
  const cells = readCells(dataset, cellNames(sizes, codes));
  const laidOut = layOutCells(cells, { sizes, seriesAxes, timeAxis, periodPositions }, meanings);
  return {
    title: name,
    titleEn: null,
    source: ownText(dataset.members, 'source') ?? '',
    updatedAt: readUpdatedAt(ownMember(dataset.members, 'updated')),
    notes: textsOf(ownMember(dataset.members, 'note')),
    dimensions: seriesAxes.map((axis) => described[axis] as Dimension),
    time: described[timeAxis] as Dimension,
    periods: periodPositions.map((position) => periods[position] as TimePeriod),
    seriesKeys: keysOf(laidOut.seriesCategories, seriesAxes, codes),
    ...laidOut,
    symbolTable: cells.symbolTable,
  };
}

/** Positions on the time axis in ascending order; two codes for one period are refused. */
function inTimeOrder(periods: readonly TimePeriod[], table: string): readonly number[] {
  const keys = periods.map(periodKey);
  const order = keys.map((_, position) => position).sort((a, b) => (keys[a] as number) - (keys[b] as number));
  const twice = order.find((position, n) => n > 0 && keys[position] === keys[order[n - 1] as number]);
  if (twice !== undefined) throw contractError(`"${table}" has the period ${periods[twice]?.code} under two codes.`);
  return order;
}

/** Labels, units and notes by the toolkit, which gets a copy without cells: it changes what it is given. */
function describe(
  dataset: JsonStatDataset,
  codes: readonly (readonly string[])[],
  roles: readonly DimensionRole[],
): readonly Dimension[] {
  const header = wrapHeader(dataset, codes);
  return dataset.ids.map((code, axis) => {
    const dimension = header.Dimension(code);
    const role = roles[axis] as DimensionRole;
    const categories = (dimension?.id ?? []).map((each) =>
      describeCategory(each, dimension?.Category(each) ?? null, role),
    );
    const notes = textsOf(ownMember(dataset.dimensions[axis] as JsonRecord, 'note'));
    const note = notes.length > 0 ? notes.join('\n') : null;
    return { code, label: dimension?.label ?? code, labelEn: null, role, note, categories };
  });
}

function wrapHeader(dataset: JsonStatDataset, codes: readonly (readonly string[])[]): ToolkitDataset {
  const dimension = dataset.ids.map((id, axis) => {
    const raw = dataset.dimensions[axis] as JsonRecord;
    const own = codes[axis] as readonly string[];
    const category = ownRecord(raw, 'category');
    const pick = (member: string) => {
      const byCode = ownRecord(category, member);
      return Object.fromEntries(own.map((code) => [code, ownMember(byCode, code)]));
    };
    const index = Object.fromEntries(own.map((code, position) => [code, position]));
    const copy = { index, label: pick('label'), unit: pick('unit'), note: pick('note') };
    return [id, { label: ownText(raw, 'label'), category: copy }] as const;
  });
  return JSONstat({
    version: '2.0',
    class: 'dataset',
    id: dataset.ids,
    size: dataset.sizes,
    dimension: Object.fromEntries(dimension),
    value: [null],
  });
}

function describeCategory(code: string, category: ToolkitCategory | null, role: DimensionRole): Category {
  const unit = role === 'metric' && isObject(category?.unit) ? category.unit : {};
  const decimals = ownMember(unit, 'decimals');
  const notes = textsOf(category?.note);
  return {
    code,
    label: typeof category?.label === 'string' ? category.label : code,
    labelEn: null,
    unit: ownText(unit, 'base') ?? ownText(unit, 'label'),
    decimals: typeof decimals === 'number' && Number.isInteger(decimals) && decimals >= 0 ? decimals : null,
    note: notes.length > 0 ? notes.join('\n') : null,
  };
}

function keysOf(
  seriesCategories: Uint32Array,
  seriesAxes: readonly number[],
  codes: readonly (readonly string[])[],
): readonly string[] {
  const width = seriesAxes.length;
  const count = width === 0 ? 1 : seriesCategories.length / width;
  return Array.from({ length: count }, (_, series) =>
    seriesKey(seriesAxes.map((axis, n) => codes[axis]?.[seriesCategories[series * width + n] as number] as string)),
  );
}

/** Names a cell for a sentence: its category codes in the source's order of dimensions. */
function cellNames(sizes: readonly number[], codes: readonly (readonly string[])[]): (position: number) => string {
  const strides = stridesOf(sizes);
  return (position) =>
    codes
      .map((own, axis) => own[Math.floor(position / (strides[axis] as number)) % (sizes[axis] as number)])
      .join(' × ');
}
