type Members = Readonly<Record<string, unknown>>;

/** One cell as the document has it: `null` for no number, an empty symbol for none. */
export interface HandCell {
  readonly value: number | null;
  readonly symbol: string;
}

export interface HandReading {
  /** Name of a cell (`cellName`) → the cell. */
  readonly cells: ReadonlyMap<string, HandCell>;
  /** Dimension → category code → label. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Names a cell by its code in every dimension, whatever order those come in. */
export function cellName(codes: readonly (readonly [dimension: string, code: string])[]): string {
  return JSON.stringify([...codes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Reads a sound JSON-stat dataset as a person would, counting through its cells one by one: the other way of reading that
 * the product's is held against. Throws where the document is not sound; then it should not have been taken in.
 */
export function readByHand(document: unknown): HandReading {
  const dataset = datasetIn(document as Members);
  const described = own(dataset, 'dimension') as Members;
  const axes = Object.hasOwn(dataset, 'id') ? dataset : described;
  const ids = own(axes, 'id') as readonly string[];
  const codes = ids.map((id) => codesOf(own(own(described, id) as Members, 'category') as Members));
  const [values, statuses] = [own(dataset, 'value') as Members, own(dataset, 'status') as Members | string | undefined];
  const cells = new Map<string, HandCell>();
  const at = ids.map(() => 0);
  const count = codes.reduce((product, list) => product * list.length, 1);
  for (let position = 0; position < count; position += 1) {
    const value = (own(values, String(position)) ?? null) as number | null;
    cells.set(cellName(ids.map((id, axis) => [id, codes[axis]![at[axis]!]!])), {
      value,
      symbol: symbolAt(statuses, position),
    });
    for (let axis = ids.length - 1; axis >= 0; axis -= 1) {
      at[axis] = (at[axis]! + 1) % codes[axis]!.length;
      if (at[axis] !== 0) break;
    }
  }
  if (Array.isArray(values) && values.length !== count) throw new Error(`${values.length} values for ${count} cells`);
  const labels = ids.map((id, axis) => [id, labelsOf(own(described, id) as Members, codes[axis]!)] as const);
  return { cells, labels: new Map(labels) };
}

function datasetIn(document: Members): Members {
  if (own(document, 'class') === 'dataset') return document;
  const bundled = Object.values(document).filter(
    (member): member is Members => typeof member === 'object' && member !== null && Object.hasOwn(member, 'dimension'),
  );
  if (bundled.length !== 1) throw new Error(`${bundled.length} datasets`);
  return bundled[0]!;
}

function codesOf(category: Members): readonly string[] {
  const index = own(category, 'index') as Readonly<Record<string, number>> | readonly string[] | undefined;
  if (index === undefined) return Object.keys(own(category, 'label') as Members);
  if (Array.isArray(index)) return index as readonly string[];
  return Object.entries(index)
    .sort(([, a], [, b]) => a - b)
    .map(([code]) => code);
}

/** A list of labels names none, whatever the codes: labels go by code. */
function labelsOf(dimension: Members, codes: readonly string[]): ReadonlyMap<string, string> {
  const labels = own(own(dimension, 'category') as Members, 'label');
  const byCode = typeof labels === 'object' && labels !== null && !Array.isArray(labels);
  return new Map(
    codes.map((code) => {
      const label = byCode ? own(labels as Members, code) : undefined;
      return [code, typeof label === 'string' ? label : code];
    }),
  );
}

/** One symbol for all cells, a list of one for all, or one per cell. */
function symbolAt(statuses: Members | string | null | undefined, position: number): string {
  if (statuses === undefined || statuses === null) return '';
  if (typeof statuses === 'string') return statuses;
  const key = Array.isArray(statuses) && statuses.length === 1 ? '0' : String(position);
  return (own(statuses, key) ?? '') as string;
}

function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
