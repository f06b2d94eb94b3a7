import { PipelineError } from '../model/errors.ts';

const REASON = 'gone';

/** The error of a table that the source knows neither by its metadata nor by its entry. */
export function goneTable(table: string, cause: PipelineError): PipelineError {
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

/** The table that an error tells to be gone; `null` for any other error. */
export function readGoneTable(error: unknown): string | null {
  if (!(error instanceof PipelineError) || error.context['reason'] !== REASON) return null;
  const { table } = error.context;
  return table === undefined ? null : String(table);
}
