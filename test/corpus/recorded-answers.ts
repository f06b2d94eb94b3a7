import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the server that Statistics Norway runs answered; the files lie beside the project, not in it. */
const FOLDER = fileURLToPath(new URL('../../../shared/data/pxwebapi-server', import.meta.url));

export const ANSWERS_ARE_HERE = existsSync(FOLDER);

export interface RecordedAnswer {
  /** File name without its ending, such as `24-data-group-symbols`. */
  readonly name: string;
  readonly request: {
    readonly method: 'GET' | 'POST';
    /** After the base of the API, with its query. */
    readonly path: string;
    /** Of a POST. */
    readonly body?: string;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** As JSON, or as text where it is none. */
    readonly body: unknown;
  };
}

/** All of them, in order; none where the folder is absent. */
export function recordedAnswers(): readonly RecordedAnswer[] {
  if (!ANSWERS_ARE_HERE) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const answer = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Omit<RecordedAnswer, 'name'>;
      return { name: name.replace(/\.json$/, ''), ...answer };
    });
}
