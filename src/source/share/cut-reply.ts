type Fields = Readonly<Record<string, unknown>>;

/** What can be cut along one dimension. */
interface Cube {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly dimension: Readonly<Record<string, Fields>>;
}

/**
 * A JSON-stat document with no other categories of a dimension than `codes` (letter case ignored), in the document's
 * order: what the source would have answered had no others been asked for. `null` for what is not such a document, or
 * lacks one of the codes.
 */
export function cutReply(document: unknown, dimension: string, codes: readonly string[]): Fields | null {
  if (!isCube(document)) return null;
  const axis = document.id.indexOf(dimension);
  const described = document.dimension[dimension];
  const category = described?.['category'];
  if (described === undefined || !isFields(category)) return null;
  const all = orderedCodes(category['index']);
  const wanted = new Set(codes.map((code) => code.toLowerCase()));
  const kept = all.flatMap((code, position) => (wanted.has(code.toLowerCase()) ? [{ code, position }] : []));
  if (axis === -1 || all.length !== document.size[axis] || kept.length !== wanted.size) return null;
  const positions = positionsOf(
    document.size,
    axis,
    kept.map(({ position }) => position),
  );
  const names = kept.map(({ code }) => code);
  const { status, ...rest } = document as Cube & Fields;
  return {
    ...rest,
    size: document.size.map((size, at) => (at === axis ? kept.length : size)),
    dimension: { ...document.dimension, [dimension]: { ...described, category: cutCategory(category, names) } },
    value: cutCells((document as Cube & Fields)['value'], positions),
    ...withStatus(status, positions),
  };
}

function isCube(document: unknown): document is Cube {
  if (!isFields(document)) return false;
  const { id, size, dimension } = document;
  return Array.isArray(id) && Array.isArray(size) && id.length === size.length && isFields(dimension);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By their place in the document, in whichever of its forms the index has. */
function orderedCodes(index: unknown): readonly string[] {
  if (Array.isArray(index)) return index.map(String);
  if (!isFields(index)) return [];
  const entries = Object.entries(index).map(([code, position]) => ({ code, position: Number(position) }));
  return entries.toSorted((a, b) => a.position - b.position).map(({ code }) => code);
}

/** Where each cell that is kept stands in the whole, the last dimension varying fastest. */
function positionsOf(size: readonly number[], axis: number, kept: readonly number[]): readonly number[] {
  const product = (sizes: readonly number[]) => sizes.reduce((cells, one) => cells * one, 1);
  const [outer, inner, width] = [product(size.slice(0, axis)), product(size.slice(axis + 1)), size[axis] ?? 0];
  const positions: number[] = [];
  for (let block = 0; block < outer; block += 1) {
    for (const position of kept) {
      const start = (block * width + position) * inner;
      for (let cell = 0; cell < inner; cell += 1) positions.push(start + cell);
    }
  }
  return positions;
}

/** A list of cells, or those that have something, by their place. */
function cutCells(cells: unknown, positions: readonly number[]): unknown {
  if (Array.isArray(cells)) return positions.map((position) => cells[position] as unknown);
  if (!isFields(cells)) return cells;
  return Object.fromEntries(
    positions.flatMap((position, place) => (String(position) in cells ? [[place, cells[String(position)]]] : [])),
  );
}

/** None at all where no cell that is kept has one, as the source writes it. */
function withStatus(status: unknown, positions: readonly number[]): { readonly status?: unknown } {
  const cut = cutCells(status, positions);
  const isEmpty = cut === undefined || (isFields(cut) && Object.keys(cut).length === 0);
  return isEmpty ? {} : { status: cut };
}

/** Index, labels, units, notes: whatever is said of each category by its code. */
function cutCategory(category: Fields, codes: readonly string[]): Fields {
  const cut = Object.entries(category).map(([name, said]) => {
    if (name === 'index') return [name, Array.isArray(said) ? codes : positionsByCode(codes)];
    return [name, isFields(said) ? only(said, codes) : said];
  });
  return Object.fromEntries(cut) as Fields;
}

function positionsByCode(codes: readonly string[]): Fields {
  return Object.fromEntries(codes.map((code, position) => [code, position]));
}

function only(said: Fields, codes: readonly string[]): Fields {
  return Object.fromEntries(codes.flatMap((code) => (code in said ? [[code, said[code]]] : [])));
}
