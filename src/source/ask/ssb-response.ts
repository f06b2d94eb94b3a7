import * as z from 'zod';
import type { CodeListValue } from '../../model/data/place-witness.ts';
import { shapeBroken } from './parse-json.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Asked } from './ssb-failure.ts';
import type { TableSummary } from '../describe/table-metadata.ts';

const text = z.string().min(1);

const Config = z.object({
  license: text.nullish(),
  maxDataCells: z.number().nullish(),
  maxCallsPerTimeWindow: z.number().nullish(),
  timeWindow: z.number().nullish(),
});

const Table = z.object({
  id: text,
  label: z.string(),
  updated: z.string().nullish(),
  lastPeriod: z.string().nullish(),
  discontinued: z.boolean().nullish(),
  variableNames: z.array(z.string()).nullish(),
  paths: z.array(z.array(z.object({ id: z.string() }))).nullish(),
});

const TablesPage = z.object({ tables: z.array(Table), page: z.object({ totalPages: z.number().int() }) });

const CodeListReference = z.array(z.object({ id: text })).nullish();

const Dimension = z.object({
  label: z.string(),
  category: z.object({
    index: z.record(z.string(), z.number().int()),
    label: z.record(z.string(), z.string()).nullish(),
    unit: z.record(z.string(), z.object({ base: z.string().nullish() }).nullish()).nullish(),
  }),
  extension: z
    // The second spelling was SSB's until late 2025.
    .object({ elimination: z.boolean().nullish(), codelists: CodeListReference, codeLists: CodeListReference })
    .nullish(),
});

const Metadata = z.object({
  label: z.string(),
  id: z.array(text).min(1),
  role: z.object({
    time: z.array(text).length(1),
    geo: z.array(text).nullish(),
    metric: z.array(text).nullish(),
  }),
  dimension: z.record(z.string(), Dimension),
});

const CodeList = z.object({
  id: text,
  values: z.array(z.object({ code: text, label: z.string().nullish(), valueMap: z.array(z.string()).nullish() })),
});

const CodesAt = z.object({ codes: z.array(z.object({ code: text, name: z.string() })).min(1) });

const MunicipalityChanges = z.object({
  codeChanges: z.array(
    z.object({
      oldCode: text.nullable(),
      oldName: z.string().nullable(),
      newCode: text.nullable(),
      newName: z.string().nullable(),
      changeOccurred: z.iso.date(),
    }),
  ),
});

/** The licence of everything in the statistics bank, for when the configuration does not repeat it. */
const SSB_LICENCE = 'https://www.ssb.no/en/diverse/lisens';

export interface SourceConfig {
  readonly licence: string;
  /** `null` where the source does not say. */
  readonly maxDataCells: number | null;
  readonly rateLimit: RateLimit | null;
}

export type MetadataDocument = z.infer<typeof Metadata>;
export type DimensionDocument = z.infer<typeof Dimension>;

/** A row of Klass's change table: a renumbering, a merger, a split or a change of name. */
export type MunicipalityChange = z.infer<typeof MunicipalityChanges>['codeChanges'][number];

/** A municipality or a county as Klass has it. */
export type MunicipalityName = z.infer<typeof CodesAt>['codes'][number];

/** The limits of the API. Throws `source-contract` for another shape. */
export function readConfig(document: unknown, asked: Asked): SourceConfig {
  const config = check(Config, document, asked);
  // Each may be left out, and where none is there the answer is another's.
  if (Object.keys(config).length === 0) throw shapeBroken(asked, document, ['it has no field of a configuration']);
  const calls = positive(config.maxCallsPerTimeWindow);
  const seconds = positive(config.timeWindow);
  return {
    licence: config.license ?? SSB_LICENCE,
    maxDataCells: positive(config.maxDataCells),
    rateLimit: calls === null || seconds === null ? null : { calls, windowMs: seconds * 1000 },
  };
}

/** SSB writes 0 for "announced elsewhere". */
function positive(limit: number | null | undefined): number | null {
  return typeof limit === 'number' && limit > 0 ? limit : null;
}

/** One page of the list of tables, and how many pages there are. Throws `source-contract` for another shape. */
export function readTablesPage(document: unknown, asked: Asked): { tables: readonly TableSummary[]; pages: number } {
  const { tables, page } = check(TablesPage, document, asked);
  return { tables: tables.map(toSummary), pages: page.totalPages };
}

/** The entry of one table. Throws `source-contract` for another shape. */
export function readTable(document: unknown, asked: Asked): TableSummary {
  return toSummary(check(Table, document, asked));
}

function toSummary(table: z.infer<typeof Table>): TableSummary {
  return {
    id: table.id,
    label: table.label,
    updated: table.updated ?? null,
    lastPeriod: table.lastPeriod ?? null,
    discontinued: table.discontinued ?? false,
    variableNames: table.variableNames ?? [],
    pathIds: (table.paths ?? []).flat().map(({ id }) => id),
  };
}

/** The metadata of a table in JSON-stat. Throws `source-contract` for another shape. */
export function readMetadataDocument(document: unknown, asked: Asked): MetadataDocument {
  return check(Metadata, document, asked);
}

/** The values of a code list with the codes each sums; none where the list does not say. Throws `source-contract`. */
export function readCodeList(document: unknown, asked: Asked): readonly CodeListValue[] {
  const { values } = check(CodeList, document, asked);
  return values.map(({ code, label, valueMap }) => ({ code, label: label ?? code, members: valueMap ?? [] }));
}

/** The municipalities, or the counties, that Klass has on a day. Throws `source-contract` for another shape, and for none at all. */
export function readMunicipalities(document: unknown, asked: Asked): readonly MunicipalityName[] {
  return check(CodesAt, document, asked).codes;
}

/** Changes of codes as Klass lists them. Throws `source-contract` for another shape. */
export function readMunicipalityChanges(document: unknown, asked: Asked): readonly MunicipalityChange[] {
  return check(MunicipalityChanges, document, asked).codeChanges;
}

/** Throws `source-contract` naming the first places where the reply is not what the source documents. */
function check<T>(shape: z.ZodType<T>, document: unknown, asked: Asked): T {
  const result = shape.safeParse(document);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'whole'}: ${message}`);
  throw shapeBroken(asked, document, problems);
}
