import { jobs } from '../../jobs/index.ts';
import { PipelineError } from '../../src/model/errors.ts';
import { loadSettings } from '../../src/settings/load-settings.ts';
import { copyConfig, type Edit } from '../support/edited-config.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

/** What is wrong with the settings that ship, edited, with paths from their folder. */
export function problemsAfter(...edits: readonly Edit[]): readonly string[] {
  const dir = copyConfig(...edits);
  try {
    loadSettings(dir, { jobs, places: bundledPlaces() });
    return [];
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.replace(`${dir}/`, '').replace(/:\d+:\d+ /, ':LINE:COLUMN '));
  }
}
