import { Database } from '../../../src/store/sqlite-driver.ts';

interface Row {
  readonly id: number;
  readonly json: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Writes the rules and evidence of a database as the first version of the program wrote them. */
export function writeFirstForm(file: string): void {
  rewriteJson(file, 'assessment', 'evidence', ({ latestPeriod, numbers, observations, ...evidence }) => ({
    ...without(evidence, ['form', 'missing', 'lastKnown', 'bounds', 'remarks', 'finding']),
    numbers: { ...(latestPeriod === null ? {} : { latestPeriod }), ...(numbers as Json) },
    observations: (observations as readonly Json[]).map((one) => without(one, ['obsStatus', 'correction'])),
  }));
  rewriteJson(file, 'rule_version', 'definition', (rules) => without(rules, ['form']));
}

/** Writes the evidence of a database as it was written before findings were kept with it. */
export function writeSecondForm(file: string): void {
  rewriteJson(file, 'assessment', 'evidence', (evidence) => ({ ...without(evidence, ['finding']), form: 2 }));
}

/** Changes JSON that is never changed, as damage or another version might. */
export function rewriteJson(file: string, table: string, column: string, change: (json: Json) => Json): void {
  const database = new Database(file);
  const triggers = database
    .prepare<[string], { readonly name: string; readonly sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?",
    )
    .all(table);
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  const rows = database.prepare<[], Row>(`SELECT id, ${column} AS json FROM ${table}`).all();
  const update = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`);
  for (const { id, json } of rows) update.run(JSON.stringify(change(JSON.parse(json) as Json)), id);
  for (const { sql } of triggers) database.exec(sql);
  database.close();
}

function without(json: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}
