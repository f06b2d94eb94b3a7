import type { Cell, StatbankTable, Text, Variable, VariableRole } from '../statbank/table.ts';
import { corpusDocument, corpusFiles } from './corpus-files.ts';

interface Dimension {
  readonly label?: string;
  readonly category: {
    readonly index?: Readonly<Record<string, number>> | readonly string[];
    readonly label?: Readonly<Record<string, string>>;
    readonly unit?: Readonly<Record<string, { readonly base?: string; readonly decimals?: number }>>;
  };
  readonly extension?: { readonly elimination?: boolean };
}

interface Dataset {
  readonly label?: string;
  readonly id?: readonly string[];
  readonly role?: Readonly<Partial<Record<VariableRole, readonly string[]>>>;
  readonly dimension: Readonly<Record<string, unknown>>;
  readonly value?: readonly (number | null)[];
  readonly status?: Readonly<Record<string, string>> | readonly (string | null)[];
}

/** A recorded answer of Statistics Norway as a table that the stand-in can offer, with the figures it had. */
export interface RecordedTable {
  readonly file: string;
  readonly table: StatbankTable;
}

/** Of every answer that says which variable is time and which are contents; under numbers that no table has. */
export function recordedTables(): readonly RecordedTable[] {
  return corpusFiles()
    .filter((file) => file.startsWith('ssb/'))
    .flatMap((file) => {
      const document = corpusDocument(file) as Partial<Dataset> & { readonly dataset?: Partial<Dataset> };
      const dataset = document.dataset ?? document;
      return dataset.dimension === undefined ? [] : [{ file, dataset: dataset as Dataset }];
    })
    .filter(({ dataset }) => (rolesOf(dataset).metric ?? []).length > 0 && (rolesOf(dataset).time ?? []).length > 0)
    .map(({ file, dataset }, index) => ({ file, table: toTable(`${90_001 + index}`, dataset) }));
}

const rolesOf = ({ role, dimension }: Dataset) => role ?? (dimension['role'] as NonNullable<Dataset['role']>);
const idsOf = ({ id, dimension }: Dataset) => id ?? (dimension['id'] as readonly string[]);
const both = (text: string): Text => ({ no: text, en: text });

function codesOf({ category: { index, label } }: Dimension): readonly string[] {
  if (Array.isArray(index)) return index as readonly string[];
  if (index === undefined) return Object.keys(label ?? {});
  return Object.entries(index as Readonly<Record<string, number>>)
    .sort(([, a], [, b]) => a - b)
    .map(([code]) => code);
}

function toTable(id: string, dataset: Dataset): StatbankTable {
  const variables = idsOf(dataset).map((code) => toVariable(code, dataset));
  const sizes = variables.map(({ categories }) => categories.length);
  const cellAt = (codes: readonly string[]): Cell => {
    const flat = variables.reduce(
      (at, { categories }, place) =>
        at * (sizes[place] ?? 1) + categories.findIndex(({ code }) => code === codes[place]),
      0,
    );
    const status = Array.isArray(dataset.status)
      ? (dataset.status as readonly (string | null)[])[flat]
      : (dataset.status as Readonly<Record<string, string>> | undefined)?.[flat];
    return dataset.value === undefined ? 1 : (dataset.value[flat] ?? status ?? '..');
  };
  return {
    ...{ id, variables, notes: [], updatedAt: '2026-01-09T07:00:00Z', discontinued: false, timeUnit: 'Annual' },
    contents: both((dataset.label ?? '').replace(/^\d{5}: /, '').replace(/,? (etter|by) .*$/, '')),
    path: [{ id: 'xx', label: both('Opptatt') }],
    madeUp: false,
    cell: cellAt,
  };
}

function toVariable(code: string, dataset: Dataset): Variable {
  const roles = rolesOf(dataset);
  const dimension = dataset.dimension[code] as Dimension;
  const role = (['time', 'metric', 'geo'] as const).find((one) => roles[one]?.includes(code)) ?? 'classification';
  return {
    ...{ code, role, label: both(dimension.label ?? code), show: 'code_value', codeLists: [] },
    elimination: dimension.extension?.elimination ?? false,
    categories: codesOf(dimension).map((one) => {
      const { base = '', decimals = 0 } = dimension.category.unit?.[one] ?? {};
      const unit = { base: both(base), decimals };
      const contents = { unit, measuringType: 'Other', referencePeriod: both('') } as const;
      return {
        code: one,
        label: both(dimension.category.label?.[one] ?? one),
        ...(role === 'metric' ? { contents } : {}),
      };
    }),
  };
}
