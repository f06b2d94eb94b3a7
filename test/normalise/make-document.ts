/** A JSON-stat 2.0 document in the shape Statistics Norway gives it; all figures are made up. */
export interface DocumentParts {
  /** Dimension → category codes, in the order of the document. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  /** Row-major over the dimensions; counts up from 1 when left out. */
  readonly value?: unknown;
  readonly status?: unknown;
  readonly role?: unknown;
  readonly updated?: unknown;
  readonly label?: string;
  readonly note?: unknown;
  /** Dimension → code → unit. */
  readonly units?: Readonly<Record<string, unknown>>;
  /** Dimension → code → label; a code without one is labelled "Label of <code>". */
  readonly labels?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface JsonStatDocument {
  readonly [member: string]: unknown;
  id: string[];
  size: unknown[];
  dimension: Record<string, { label?: unknown; category: { index?: unknown; label?: unknown } }>;
  value: unknown;
}

export function makeDocument(parts: DocumentParts): JsonStatDocument {
  const ids = Object.keys(parts.dimensions);
  const sizes = ids.map((id) => parts.dimensions[id]!.length);
  const cells = sizes.reduce((product, size) => product * size, 1);
  const role = {
    ...(ids.includes('Tid') && { time: ['Tid'] }),
    ...(ids.includes('ContentsCode') && { metric: ['ContentsCode'] }),
  };
  return {
    version: '2.0',
    class: 'dataset',
    label: parts.label ?? '00001: Made-up table',
    source: 'Statistisk sentralbyrå',
    updated: parts.updated ?? '2025-02-26T07:00:00Z',
    ...(parts.note !== undefined && { note: parts.note }),
    role: parts.role ?? role,
    id: ids,
    size: sizes,
    dimension: Object.fromEntries(ids.map((id) => [id, describe(id, parts)])),
    value: parts.value ?? Array.from({ length: cells }, (_, position) => position + 1),
    ...(parts.status !== undefined && { status: parts.status }),
  };
}

function describe(id: string, { dimensions, units, labels }: DocumentParts) {
  const codes = dimensions[id]!;
  return {
    label: `label of ${id}`,
    category: {
      index: Object.fromEntries(codes.map((code, position) => [code, position])),
      label: Object.fromEntries(codes.map((code) => [code, labels?.[id]?.[code] ?? `Label of ${code}`])),
      ...(units?.[id] !== undefined && { unit: units[id] }),
    },
    extension: { elimination: false, show: 'value' },
  };
}
