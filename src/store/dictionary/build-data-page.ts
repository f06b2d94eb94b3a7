import type { DictionaryColumn, Dictionary, DictionaryTable } from './read-entries.ts';

const INTRODUCTION = `# The data

Made from the dictionary inside the database (\`meta_table\`, \`meta_column\`); do not edit by hand:
\`npm run data-page\` writes it.

Analysts open the copy (\`ANALYST_COPY\`) and read the tables and views below. Their names and columns are a promise: a change of them
comes with a new schema version and a line in the changelog. Instants are ISO 8601 texts in UTC; a period stands as text
and as year and number within the year.

## As it was known

Any dataset as it stood on any day, whatever has been revised since; the whole of that day counts:

\`\`\`sql
SELECT * FROM out_observation_asof
WHERE dataset = 'employed-total'
  AND as_of_from <= '2026-02-26T23:59:59.999Z'
  AND (as_of_until > '2026-02-26T23:59:59.999Z' OR as_of_until IS NULL);
\`\`\`

## One table per dataset

For every dataset that has been taken in there is a wide table, \`out_employed_total\` for the dataset \`employed-total\` and
\`out_survey\` for the survey, whatever number the table at the source has: the figures in force, without withdrawn ones. It
has three columns per dimension, \`<dimension>_code\`, \`<dimension>\` (the label) and \`<dimension>_en\`; geography is
\`region\`, the contents variable \`contents\`. The rest is \`series_id\`, \`table_id\`, \`municipality_code\`, \`unit\`, \`value\`,
\`symbol\`, \`obs_status\`, \`period\`, \`period_start\`, \`period_end\`, \`year\`, \`sub_period\`, \`publication_id\` and
\`retrieved_at\`. \`SELECT * FROM meta_column WHERE table_name = 'out_employed_total'\` explains each of them.
`;

/** The page about the data, in Markdown: every table for analysts and every one behind them, column by column. */
export function buildDataPage({ tables, columns }: Dictionary): string {
  const isLasting = ({ sourceTable }: DictionaryTable) =>
    sourceTable === 'naeringspuls' || sourceTable === 'out_source';
  const isShown = ({ tableName }: DictionaryTable) => tableName.startsWith('out_');
  const lasting = tables.filter(isLasting);
  const part = (heading: string, those: readonly DictionaryTable[]) =>
    [heading, ...those.map((table) => describe(table, columns))].join('\n\n');
  const forAnalysts = part('## For analysts', lasting.filter(isShown));
  const behind = part(
    '## In the database alone',
    lasting.filter((table) => !isShown(table)),
  );
  return `${[INTRODUCTION.trimEnd(), forAnalysts, behind].join('\n\n')}\n`;
}

function describe(table: DictionaryTable, columns: readonly DictionaryColumn[]): string {
  const own = columns.filter(({ tableName }) => tableName === table.tableName);
  return [
    `### ${table.tableName}`,
    `${table.descriptionEn}. / ${table.descriptionNo}.`,
    ...(table.grainEn === null
      ? []
      : [`${table.grainEn}. / ${table.grainNo ?? ''}. Key: \`${table.keyColumns ?? ''}\`.`]),
    `Source: ${table.sourceTable}. Licence: ${table.licence}.`,
    ['| column | type, unit | meaning | allowed | example |', '|---|---|---|---|---|', ...own.map(describeColumn)].join(
      '\n',
    ),
  ].join('\n\n');
}

function describeColumn(column: DictionaryColumn): string {
  const { columnName, type, unit, descriptionEn, descriptionNo, allowedValues, example } = column;
  const kind = unit === null ? type : `${type}, ${unit}`;
  const cells = [`\`${columnName}\``, kind, `${descriptionEn} / ${descriptionNo}`, allowedValues, `\`${example}\``];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
