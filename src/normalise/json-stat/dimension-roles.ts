import type { DimensionRole } from '../../model/data/cube.ts';
import { PipelineError } from '../../model/errors.ts';
import { parseTimePeriod } from '../../model/time-period.ts';
import type { TimePeriod } from '../../model/time-period.ts';
import { contractError } from '../contract-error.ts';
import type { JsonStatDataset } from './json-stat-document.ts';
import { describeContent, listIn, ownMember } from './json-record.ts';
import { listCodes } from '../../model/data/list-codes.ts';

/** What a time dimension is called, in lower case, where a dataset gives no roles. */
const TIME_NAMES: ReadonlySet<string> = new Set(['tid', 'time', 'year']);
/** What Statistics Norway calls the contents dimension. */
const CONTENTS = 'ContentsCode';

/**
 * The role of each dimension, in the order of `ids`. Exactly one is time: the one with that role, or without roles the
 * one called Tid, time or year whose codes are all periods. `codes` are the category codes of each dimension.
 */
export function dimensionRoles(
  dataset: JsonStatDataset,
  codes: readonly (readonly string[])[],
): readonly DimensionRole[] {
  const time = timeDimension(dataset, codes);
  const metric = namedIn(dataset, 'metric');
  const geo = namedIn(dataset, 'geo');
  return dataset.ids.map((id) => {
    if (id === time) return 'time';
    if (metric.includes(id) || (metric.length === 0 && id === CONTENTS)) return 'metric';
    return geo.includes(id) ? 'geo' : 'classification';
  });
}

/** The periods of the time dimension, by position; `time-period-format` for a code of no known form. */
export function readPeriods(codes: readonly string[], id: string, table: string): readonly TimePeriod[] {
  return codes.map((code) => {
    const period = parseTimePeriod(code);
    if (period !== null) return period;
    throw new PipelineError(
      'time-period-format',
      `The time dimension ${id} of "${table}" has the code "${code}", which is no period; known forms are 2024, 2024K1, ` +
        '2024M05, 2024U12, 2024H1 and 2018-2020.',
      {
        hint: 'If the source has taken a new form of period code into use, add it to src/model/time-period.ts.',
        context: { code, dimension: id, table },
      },
    );
  });
}

function timeDimension(dataset: JsonStatDataset, codes: readonly (readonly string[])[]): string {
  const named = namedIn(dataset, 'time');
  const candidates =
    named.length > 0
      ? named
      : dataset.ids.filter(
          (id, axis) =>
            TIME_NAMES.has(id.toLowerCase()) && codes[axis]?.every((code) => parseTimePeriod(code) !== null) === true,
        );
  const only = candidates[0];
  if (only !== undefined && candidates.length === 1) return only;
  const found = only === undefined ? 'no time dimension' : `several time dimensions (${listCodes(candidates)})`;
  throw contractError(`"${dataset.name}" has ${found}; its dimensions are ${listCodes(dataset.ids)}.`);
}

function namedIn(dataset: JsonStatDataset, role: string): readonly string[] {
  const ids = listIn(ownMember(dataset.role, role) ?? []);
  if (ids === null) throw contractError(`The role "${role}" of "${dataset.name}" is not a list of dimensions.`);
  return ids.map((id) => {
    if (typeof id === 'string' && dataset.ids.includes(id)) return id;
    throw contractError(
      `The role "${role}" of "${dataset.name}" names ${describeContent(id)}, which is none of its dimensions.`,
    );
  });
}
