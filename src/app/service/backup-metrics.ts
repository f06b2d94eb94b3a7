import type { HealthFacts } from '../../health/judge-health.ts';
import { type Family, single } from './metric-family.ts';

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
