import type { DictionaryColumn, Dictionary, DictionaryTable } from './read-entries.ts';

const WIDE = 'out_table_';

const INTRODUCTION = `# The data

Made from the dictionary inside the database (\`meta_table\`, \`meta_column\`); do not edit by hand:
\`npm run data-page\` writes it.

Analysts open the copy (\`ANALYST_COPY\`) and read the views below. Their names and columns are a promise: a change of them
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

## One view per table

For every table that has been taken in there is a wide view, \`${WIDE}07984\` for table 07984 and \`${WIDE}survey\` for the
survey: the figures of the query in use, without withdrawn ones. It has three columns per dimension, \`<dimension>_code\`,
\`<dimension>\` (the label) and \`<dimension>_en\`; geography is \`region\`, the contents variable \`contents\`. The rest is
\`dataset\`, \`unit\`, \`value\`, \`symbol\`, \`obs_status\`, \`period\`, \`year\`, \`sub_period\`, \`publication_id\` and \`retrieved_at\`.
\`SELECT * FROM meta_column WHERE table_name = 'out_table_07984'\` explains each of them.
`;

/** The page about the data, in Markdown: every view for analysts and every table, column by column. */
export function buildDataPage({ tables, columns }: Dictionary): string {
  const lasting = tables.filter(({ tableName }) => !tableName.startsWith(WIDE));
  const parts = (['view', 'table'] as const).map((kind) => {
    const ofKind = lasting.filter((table) => table.kind === kind);
    return [kind === 'view' ? '## Views' : '## Tables', ...ofKind.map((table) => describe(table, columns))].join(
      '\n\n',
    );
  });
  return `${[INTRODUCTION.trimEnd(), ...parts].join('\n\n')}\n`;
}

function describe(table: DictionaryTable, columns: readonly DictionaryColumn[]): string {
  const own = columns.filter(({ tableName }) => tableName === table.tableName);
  return [
    `### ${table.tableName}`,
    `${table.descriptionEn}. / ${table.descriptionNo}.`,
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
