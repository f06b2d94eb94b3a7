import { readMetadata } from '../../../src/source/describe/read-metadata.ts';
import type { TableMetadata } from '../../../src/source/describe/table-metadata.ts';

/** Code → label, in the table's order. */
type Codes = readonly (readonly [code: string, label: string])[];

export interface VariableSketch {
  readonly label?: string;
  readonly codes: Codes;
  readonly elimination?: boolean;
  readonly codelists?: readonly string[];
  /** Contents code → unit. */
  readonly units?: Readonly<Record<string, string>>;
}

/** Metadata in the shape SSB sends them. `Tid`, `ContentsCode` and `Region` get their roles. */
export function metadataDocument(variables: Readonly<Record<string, VariableSketch>>): object {
  const ids = Object.keys(variables);
  const only = (id: string): { ids: string[] } => ({ ids: ids.filter((one) => one === id) });
  return {
    version: '2.0',
    class: 'dataset',
    label: '99999: Eksempel 2008-2024',
    source: 'Statistisk sentralbyrå',
    updated: '2026-02-26T07:00:00Z',
    role: { time: only('Tid').ids, geo: only('Region').ids, metric: only('ContentsCode').ids },
    id: ids,
    size: ids.map((id) => variables[id]?.codes.length),
    dimension: Object.fromEntries(ids.map((id) => [id, dimensionOf(variables[id]!)])),
    extension: { px: { tableid: '99999' } },
    value: [],
  };
}

function dimensionOf({
  label = 'variabel',
  codes,
  elimination = false,
  codelists = [],
  units,
}: VariableSketch): object {
  return {
    label,
    category: {
      index: Object.fromEntries(codes.map(([code], i) => [code, i])),
      label: Object.fromEntries(codes),
      ...(units && { unit: Object.fromEntries(Object.entries(units).map(([c, base]) => [c, { base, decimals: 0 }])) }),
    },
    extension: {
      elimination,
      show: 'value',
      codelists: codelists.map((id) => ({ id, label: id, type: 'Aggregation', links: [] })),
    },
  };
}

export function metadataOf(variables: Readonly<Record<string, VariableSketch>>, table = '07984'): TableMetadata {
  const asked = { what: 'The metadata', address: 'https://ssb.test/metadata' };
  return readMetadata(metadataDocument(variables), table, asked);
}

/** A data reply in the shape SSB sends them, every cell `value`. */
export function dataDocument(dimensions: Readonly<Record<string, readonly string[]>>, value = 1): object {
  const ids = Object.keys(dimensions);
  const size = ids.map((id) => dimensions[id]!.length);
  return {
    version: '2.0',
    class: 'dataset',
    label: '99999: Eksempel',
    source: 'Statistisk sentralbyrå',
    updated: '2026-02-26T07:00:00Z',
    role: { time: ['Tid'], metric: ['ContentsCode'] },
    id: ids,
    size,
    dimension: Object.fromEntries(
      ids.map((id) => [id, { category: { index: Object.fromEntries(dimensions[id]!.map((c, i) => [c, i])) } }]),
    ),
    extension: { discontinued: null },
    value: Array.from({ length: size.reduce((product, n) => product * n, 1) }, () => value),
  };
}

export function years(from: number, to: number): Codes {
  return Array.from({ length: to - from + 1 }, (_, i) => [String(from + i), String(from + i)] as const);
}
