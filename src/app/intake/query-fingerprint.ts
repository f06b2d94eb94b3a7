import { createHash } from 'node:crypto';
import type { DatasetDefinition } from '../../model/data/job.ts';
import { placesAskedOf } from '../../model/data/asked-places.ts';
import { ownAndPeerCodes } from '../../model/data/place.ts';
import type { Correction, Settings } from '../../model/plan/settings.ts';
import { declaresNothing } from '../../model/data/symbol-meaning.ts';
import { takesPeriod } from '../../model/data/table-years.ts';
import { parseTimePeriod, periodKey } from '../../model/time-period.ts';

/**
 * Tells one question to the source from another: the definition of the dataset, the places it asks about with their code
 * history, the corrections made to the answer, and what the settings say of symbols. When it changes the dataset is read
 * again though its table has not changed, and what is gone from the reply is gone because it was not asked for.
 */
export function queryFingerprint(definition: DatasetDefinition, settings: Settings): string {
  const { table, contents, alternatives, years, sameAs } = definition;
  const codes = ownAndPeerCodes(placesAskedOf(definition.id, settings));
  const usesPlaces = alternatives.some(({ regions }) => regions !== undefined);
  const places = usesPlaces ? settings.geography.municipalities.filter(({ code }) => codes.includes(code)) : [];
  const question: unknown[] = [table, contents, alternatives, places, correctionsOf(settings, definition)];
  // Left out where there are none, as in every question asked before there were such settings.
  if (years !== undefined) question.push(years, sameAs ?? []);
  if (!declaresNothing(settings.symbols)) question.push(settings.symbols);
  return createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 16);
}

/** The corrections declared for a dataset, in the years that it takes from the table. */
export function correctionsOf(
  { corrections }: Settings,
  { id, years = {} }: Pick<DatasetDefinition, 'id' | 'years'>,
): readonly Correction[] {
  return corrections.filter(({ dataset, period }) => {
    const parsed = parseTimePeriod(period);
    return dataset === id && (parsed === null || takesPeriod(years, periodKey(parsed)));
  });
}
