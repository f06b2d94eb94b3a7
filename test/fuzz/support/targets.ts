import { readSourceDocuments } from '../json-stat/source-documents.ts';
import { jsonStatTarget } from '../json-stat/target.ts';
import { settingsTarget } from '../settings/target.ts';
import { surveyTarget } from '../survey/target.ts';
import { workbookTarget } from '../workbook/target.ts';
import type { FuzzTarget } from './target.ts';

const TARGETS = {
  'json-stat': async () => jsonStatTarget(await readSourceDocuments()),
  survey: () => surveyTarget(),
  workbook: () => workbookTarget(),
  settings: () => settingsTarget(),
} as const;

export type TargetName = keyof typeof TARGETS;

/** The target by its name, with what it needs. */
export async function openTarget(name: TargetName): Promise<FuzzTarget<unknown>> {
  return (await TARGETS[name]()) as FuzzTarget<unknown>;
}
