import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobs } from '../../../jobs/index.ts';
import { PipelineError } from '../../model/errors.ts';
import { bundledPlaces } from '../../places/bundled/bundled-places.ts';
import { readSettings } from '../../settings/load-settings.ts';
import { newDatasetsText, withDataset, withRoomForDatasets } from '../../settings/write/datasets-text.ts';
import { rewriteInPlace } from '../../store/files/replace-file.ts';
import { checkExamples } from '../assess/check-examples.ts';
import { openEnvironment } from '../open-settings.ts';
import type { TableProposal } from './propose-table.ts';

/** Where a dataset was written. */
export interface WrittenDataset {
  readonly file: string;
  /** Whether the file was made. */
  readonly isNew: boolean;
}

const PRINT = 'or print the lines with --dry-run and put them in by hand';

/**
 * Writes a proposed dataset into `datasets.yaml` of the settings, which is made where there is none; all else in it is kept.
 * Throws `usage`, and leaves the file as it was, where it is written so that no line can be put into it, where the settings
 * would not hold with it, and where it may not be written.
 */
export function writeProposal({ entry }: Pick<TableProposal, 'entry'>): WrittenDataset {
  const { configDir } = openEnvironment();
  const file = join(configDir, 'datasets.yaml');
  const isNew = !existsSync(file);
  const text = isNew ? newDatasetsText(entry) : withDataset(withRoomForDatasets(readFileSync(file, 'utf8')), entry);
  if (text === null) {
    throw new PipelineError('usage', `${file} has its entries within braces or brackets; nothing was written.`, {
      hint: `Write 'datasets' and 'jobs' with a line for each entry and add the table again, ${PRINT}.`,
    });
  }
  refuseUnsound(configDir, text);
  try {
    rewriteInPlace(file, text);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new PipelineError('usage', `${file} cannot be written (${code}); it is as it was.`, {
      hint: `Run this as the user who may write in that folder, ${PRINT}.`,
      cause: error,
    });
  }
  return { file, isNew };
}

/** A proposal as a whole `datasets.yaml`, to be read or pasted. */
export function proposedLines({ entry }: Pick<TableProposal, 'entry'>): string {
  return newDatasetsText(entry);
}

/** As `config check` would refuse the settings with that text. */
function refuseUnsound(configDir: string, datasets: string): void {
  try {
    const { settings, indicators } = readSettings(configDir, { jobs, places: bundledPlaces(), datasets });
    checkExamples(configDir, settings, indicators);
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'settings-invalid') throw error;
    throw new PipelineError('usage', `Nothing was written: with these lines ${lowered(error.message)}`, {
      hint: `Correct what stands there already and add the table again, ${PRINT}.`,
      cause: error,
    });
  }
}

function lowered(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
