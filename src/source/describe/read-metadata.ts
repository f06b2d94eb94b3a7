import type { DimensionRole } from '../../model/data/cube.ts';
import { contractBroken } from '../ask/parse-json.ts';
import type { Asked } from '../ask/ssb-failure.ts';
import { type DimensionDocument, type MetadataDocument, readMetadataDocument } from '../ask/ssb-response.ts';
import type { TableMetadata, TableVariable } from './table-metadata.ts';

/** What a table offers, from SSB's metadata. Throws `source-contract` when it does not describe what it names. */
export function readMetadata(document: unknown, table: string, asked: Asked): TableMetadata {
  const metadata = readMetadataDocument(document, asked);
  const variables = metadata.id.map((code) => {
    const dimension = metadata.dimension[code];
    if (dimension === undefined) throw contractBroken(asked, `names a variable ${code} and does not describe it`);
    return toVariable(code, dimension, roleOf(code, metadata.role));
  });
  return { table, label: metadata.label, variables, document };
}

function roleOf(code: string, role: MetadataDocument['role']): DimensionRole {
  if (role.time.includes(code)) return 'time';
  if (role.metric?.includes(code) === true) return 'metric';
  return role.geo?.includes(code) === true ? 'geo' : 'classification';
}

function toVariable(code: string, dimension: DimensionDocument, role: DimensionRole): TableVariable {
  const { label, category, extension } = dimension;
  // The order of JSON keys is not the order of categories: JavaScript moves keys such as 3301 to the front.
  const ordered = Object.entries(category.index).sort(([, a], [, b]) => a - b);
  return {
    code,
    label,
    role,
    categories: ordered.map(([value]) => ({
      code: value,
      label: category.label?.[value] ?? value,
      unit: category.unit?.[value]?.base ?? null,
    })),
    eliminable: extension?.elimination ?? false,
    codeLists: (extension?.codelists ?? extension?.codeLists ?? []).map(({ id }) => id),
  };
}
