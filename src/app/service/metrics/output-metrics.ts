import type { HealthFacts } from '../../../health/facts.ts';
import { type Family, single } from './metric-family.ts';

/** When the page and the copy were last written; without a sample while there is none. */
export function describeOutputs({ page, copy }: Pick<HealthFacts, 'page' | 'copy'>): readonly Family[] {
  const seconds = (madeAt: string | null) => single(madeAt === null ? null : Date.parse(madeAt) / 1000);
  return [
    { name: 'page_timestamp_seconds', help: 'When the page for staff was last written.', ...seconds(page.madeAt) },
    { name: 'copy_timestamp_seconds', help: 'When the copy for analysts was last made.', ...seconds(copy.madeAt) },
    {
      name: 'output_failed',
      help: '1 when it could not be written when that was last tried; the workbook counts as the copy.',
      labels: ['output'],
      samples: [
        [{ output: 'page' }, Number(page.failed)],
        [{ output: 'copy' }, Number(copy.failed)],
      ],
    },
  ];
}

/** How old the newest backup is, its copy in the second folder, and the last try of one. */
export function describeBackups(backup: HealthFacts['backup']): readonly Family[] {
  return [
    {
      name: 'last_backup_timestamp_seconds',
      help: 'The beginning of the day (UTC) of the newest daily backup.',
      ...single(backup.newestDay === null ? null : Date.parse(backup.newestDay) / 1000),
    },
    {
      name: 'last_backup_copy_timestamp_seconds',
      help: 'The beginning of the day (UTC) of the newest backup in the second folder; 0 where there is none in it.',
      ...single(backup.second === null ? null : Date.parse(backup.second.newestDay ?? '1970-01-01') / 1000),
    },
    {
      name: 'last_backup_drill_timestamp_seconds',
      help: 'When the newest backup was last tried.',
      ...single(backup.drill === null ? null : Date.parse(backup.drill.at) / 1000),
    },
    {
      name: 'last_backup_drill_ok',
      help: '1 when the backup last tried could take the place of the database.',
      ...single(backup.drill === null ? null : Number(backup.drill.ok)),
    },
  ];
}
