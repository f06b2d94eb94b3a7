import { createHash } from 'node:crypto';
import type { DatasetDefinition } from '../model/job.ts';
import { type Geography, ownAndPeerCodes } from '../model/place.ts';

/**
 * Tells one question to the source from another: the definition of the dataset and the places it asks about. When it
 * changes the dataset is read again though its table has not changed, and what is gone from the reply is gone because it
 * was not asked for.
 */
export function queryText(definition: DatasetDefinition, geography: Geography): string {
  const codes = ownAndPeerCodes(geography);
  const places = geography.municipalities.filter(({ code }) => codes.includes(code));
  const usesPlaces = definition.alternatives.some(({ regions }) => regions !== undefined);
  const question = JSON.stringify([
    definition.table,
    definition.contents,
    definition.alternatives,
    usesPlaces ? places : [],
  ]);
  return createHash('sha256').update(question).digest('hex').slice(0, 16);
}
