import * as z from 'zod';
import { group, text } from './schema-words.ts';

const MOST_DAYS = 3660;

/** `backup.yaml`: the automatic backups of the service. */
export const backupFile = group({
  folder: text
    .exactOptional()
    .describe(
      'Where they are kept; read from the folder of the database unless it begins at the root. backups when left out',
    ),
  keepDaily: z
    .int()
    .min(0, { error: `Write how many days to keep, from 0 (no backups by the service) to ${MOST_DAYS}.` })
    .max(MOST_DAYS, { error: `Write how many days to keep, from 0 (no backups by the service) to ${MOST_DAYS}.` })
    .exactOptional()
    .describe('How many daily backups are kept; 0 when something else makes them. 14 when left out'),
  also: text.optional().describe('A second folder, on another disk, that each backup is copied to; it must be there'),
});

export type BackupFile = z.infer<typeof backupFile>;
