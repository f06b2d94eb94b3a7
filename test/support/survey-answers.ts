import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../src/app/files/take-file-in.ts';
import { importFile } from './import-file.ts';
import type { World } from './world.ts';

export type Year = readonly [indicator: string, year: number, value: number];

/** The ambition of `business-satisfaction`: better than the year before. One year alone cannot be judged. */
export const ONE_YEAR: readonly Year[] = [['business-satisfaction', 2024, 60]];
export const WORSE: readonly Year[] = [['business-satisfaction', 2025, 55]];
export const BETTER: readonly Year[] = [['business-satisfaction', 2025, 65]];

let files = 0;

/** Takes in a survey file with these answers: the quickest way to a change of status. */
export function importAnswers(world: Pick<World, 'folder' | 'with'>, years: readonly Year[]): Promise<ImportReport> {
  const path = surveyFile(world.folder, years);
  return world.with((app) => importFile(app, 'survey', path));
}

export function surveyFile(folder: string, years: readonly Year[]): string {
  const path = join(folder, `answers-${files++}.csv`);
  writeFileSync(path, ['indicator,year,value', ...years.map((cells) => cells.join(','))].join('\n'));
  return path;
}
