import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findProjectRoot } from '../../platform/project-root.ts';

/** A query that comes with the program. */
export interface WorkedQuery {
  /** That of its file, without the ending. */
  readonly name: string;
  /** The question it answers, in English. */
  readonly title: string;
  /** Complete, with its comments. */
  readonly sql: string;
}

/** The queries of `deploy/queries/` by name; none where the program was installed without them. */
export function readWorkedQueries(): readonly WorkedQuery[] {
  const folder = join(findProjectRoot(import.meta.url), 'deploy', 'queries');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sql'));
  const queries = files.map((file) => {
    const sql = readFileSync(join(folder, file), 'utf8').trim();
    const [question = ''] = sql.split('\n');
    return { name: basename(file, '.sql'), title: question.replace(/^-- /, ''), sql };
  });
  return queries.sort((one, other) => (one.name < other.name ? -1 : 1));
}
