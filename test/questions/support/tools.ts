import { spawnSync } from 'node:child_process';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';

/** Rows of values as a tool gives them: numbers as numbers or as text, nothing as `null` or as an empty text. */
export type Answer = readonly (readonly unknown[])[];

/** The line that parts one answer from the next. */
const PART = '--- next ---';

/** The first of some programs that ends well with some words; `null` where none does. */
export function findProgram(programs: readonly string[], words: readonly string[]): string | null {
  return programs.find((program) => spawnSync(program, words).status === 0) ?? null;
}

/** What a program writes when it is given a script. Throws with what it complained of. */
function run(program: string, words: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', input, maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program}: ${stderr}${stdout}`);
  return stdout;
}

/** Runs a snippet that opens `copy`, then asks with what it has opened. */
export function askPandas(python: string, snippet: string, queries: readonly string[]): readonly Answer[] {
  const rest = [
    'import json',
    `print("${PART}")`,
    `print(json.dumps([json.loads(pd.read_sql_query(sql, copy).to_json(orient="values")) for sql in json.loads(${JSON.stringify(JSON.stringify(queries))})]))`,
  ];
  const [, answers = ''] = run(python, ['-'], `${snippet}\n${rest.join('\n')}\n`).split(`${PART}\n`);
  return JSON.parse(answers) as Answer[];
}

/** As `askPandas`, in R. */
export function askR(snippet: string, queries: readonly string[]): readonly Answer[] {
  const asks = queries.map(
    (sql) =>
      `cat("${PART}\\n"); write.csv(DBI::dbGetQuery(copy, ${JSON.stringify(sql)}), row.names = FALSE, na = "", fileEncoding = "UTF-8")`,
  );
  const [, ...parts] = run('Rscript', ['--vanilla', '-'], `${snippet}\n${asks.join('\n')}\n`).split(`${PART}\n`);
  return parts.map((part) => parse(part, { from_line: 2 }));
}

/** Asks with a line for ODBC, as every program with ODBC does. */
export function askOdbc(connection: string, queries: readonly string[]): readonly Answer[] {
  return queries.map((sql) => {
    const line = `${sql.replaceAll(/\s+/g, ' ').replace(/;$/, '')}\n`;
    const said = run('isql', ['-k', connection, '-b', '-d\t'], line);
    const rows = said.split('\n').filter((row) => row !== '');
    return rows.map((row) => row.split('\t').map((value) => value.trim()));
  });
}

/** Makes the views and asks DuckDB. */
export async function askDuckDb(views: readonly string[], queries: readonly string[]): Promise<readonly Answer[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const view of views) await connection.run(view);
    const answers: Answer[] = [];
    for (const sql of queries) answers.push((await connection.runAndReadAll(sql)).getRowsJson());
    return answers;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
