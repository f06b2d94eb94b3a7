import { readSourceDocuments } from '../json-stat/source-documents.ts';
import { jsonStatTarget } from '../json-stat/target.ts';
import { surveyTarget } from '../survey/target.ts';
import type { FuzzTarget } from './target.ts';

const TARGETS = {
  'json-stat': async () => jsonStatTarget(await readSourceDocuments()),
  survey: () => surveyTarget(),
} as const;

export type TargetName = keyof typeof TARGETS;

/** The target by its name, with what it needs. */
export async function openTarget(name: TargetName): Promise<FuzzTarget<unknown>> {
  return (await TARGETS[name]()) as FuzzTarget<unknown>;
}
