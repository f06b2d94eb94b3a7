import { openReadonly } from '../../src/store/open-database.ts';

// Every figure of one municipality with all labels, through the wide view of its dataset: `node view.js <database>`.
const TIMES = 7;
const sqlite = openReadonly(process.argv[2] ?? '');
// Rows as lists: an object with a name for each of twenty columns costs Node as much again as the answer.
const statement = sqlite.prepare("SELECT * FROM out_made_up WHERE region_code = '1002'").raw();
let rows = 0;
const tookMs = Array.from({ length: TIMES + 1 }, () => {
  const started = performance.now();
  rows = statement.all().length;
  return performance.now() - started;
});
sqlite.close();
const [firstMs, ...later] = tookMs;
process.stdout.write(JSON.stringify({ rows, firstMs, medianMs: later.sort((a, b) => a - b)[(TIMES - 1) / 2] }));
