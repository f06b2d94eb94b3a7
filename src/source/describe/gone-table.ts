import { PipelineError } from '../../model/errors.ts';
import type { TableSummary } from './table-metadata.ts';

const REASON = 'gone';

/** The error of a table that the source knows neither by its metadata nor by its entry. */
function goneTable(table: string, cause: PipelineError): PipelineError {
  return new PipelineError(
    'source-rejected-query',
    `Table ${table} is gone: the source knows neither its metadata nor its entry.`,
    {
      hint: 'What is stored stays in force. SSB answers so also while its database is down: try at another time of day first. If it stays so, look the statistic up in Statbank, and name its table in datasets.yaml of the settings.',
      context: { ...cause.context, reason: REASON, table },
      cause,
    },
  );
}

/** The table that is gone according to an error; `null` for any other error. */
export function readGoneTable(error: unknown): string | null {
  if (!(error instanceof PipelineError) || error.context['reason'] !== REASON) return null;
  const { table } = error.context;
  return table === undefined ? null : String(table);
}

/**
 * SSB answers 404 on metadata for a table that does not exist and for any fault of its own while it builds them. Only
 * when the table's entry is unknown too is the table taken to be gone. The error for `failure`, and itself for any
 * other.
 */
export async function explainMissingMetadata(
  table: string,
  failure: unknown,
  askForEntry: () => Promise<TableSummary>,
): Promise<unknown> {
  if (!(failure instanceof PipelineError) || failure.context['status'] !== 404) return failure;
  try {
    const { id } = await askForEntry();
    return new PipelineError(
      'source-unavailable',
      `The metadata of table ${id} cannot be had, though the table exists.`,
      {
        hint: 'SSB answers so during a fault of its own: run again later.',
        context: failure.context,
        cause: failure,
      },
    );
  } catch (second) {
    const isUnknown = second instanceof PipelineError && second.context['status'] === 404;
    return isUnknown ? goneTable(table, failure) : second;
  }
}
