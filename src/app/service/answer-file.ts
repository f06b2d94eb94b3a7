import { readFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { csvName } from '../../report/csv.ts';
import { statusName } from '../../report/status-name.ts';
import type { App } from '../open-app.ts';
import type { HttpAnswer } from './http-answer.ts';

/** Paths of the files that stand beside the page, each with how it is answered. */
export function fileRoutes({ environment, settings }: App): ReadonlyMap<string, () => Promise<HttpAnswer>> {
  const { name } = parse(environment.reportFile);
  const files = [
    [`${name}.xml`, 'application/atom+xml; charset=utf-8'],
    [statusName(name), 'application/json; charset=utf-8'],
    ...settings.indicators.map(({ id }) => [csvName(name, id), 'text/csv; charset=utf-8'] as const),
  ] as const;
  const folder = dirname(environment.reportFile);
  return new Map(files.map(([file, type]) => [`/${file}`, () => answerFile(join(folder, file), type)]));
}

/** A file as it was last written; 404 while there is none. */
async function answerFile(file: string, type: string): Promise<HttpAnswer> {
  const body = await readFile(file, 'utf8').catch(() => null);
  if (body !== null) return { status: 200, type, body };
  return { status: 404, type: 'text/plain; charset=utf-8', body: 'The file has not been made yet.\n' };
}
