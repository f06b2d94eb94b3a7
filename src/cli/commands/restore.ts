import type { Command } from 'commander';
import { type BackupVerdict, verifyBackup } from '../../app/upkeep/verify-backup.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { type Output, printJson } from '../print.ts';
import { renderTable } from '../table.ts';

const PUTTING_BACK = `
Nothing is put back by itself. When the backup is sound: stop the service, move the database and its -wal and -shm
files aside, copy the backup to where DATABASE_FILE says, and start the service.`;

export function addRestoreCommand(program: Command, { output, finish }: CommandContext): void {
  program
    .command('restore')
    .description('Could this backup take the place of the database? Exit code 5 when it could not.')
    .requiredOption('--verify <file>', 'backup to look at; it is read and not changed')
    .option('--json', 'the verdict as one JSON document (file, ok, checks, rows, statuses)')
    .addHelpText('after', PUTTING_BACK)
    .action(({ verify, json }: { readonly verify: string; readonly json?: true }) => {
      const verdict = verifyBackup(verify);
      if (json) printJson(output, verdict);
      else output.out(renderVerdict(verdict, output));
      if (!verdict.ok) finish(exitCodeOf('store-integrity'));
    });
}

function renderVerdict({ file, ok, checks, rows, statuses }: BackupVerdict, { columns }: Output): string {
  const findings = checks.map((check) => [check.ok ? 'ok' : 'failed', check.name, check.finding]);
  const counts = Object.entries(rows).map(([table, count]) => [table, String(count)]);
  const compared = statuses.map(({ indicatorId, assessedAt, stored, again, same, byEarlierVersion }) => [
    indicatorId,
    assessedAt.slice(0, 10),
    stored,
    `${same ? 'the same' : again === stored ? 'another figure' : (again ?? 'no rule')}${byEarlierVersion && !same ? ' (earlier version)' : ''}`,
  ]);
  return [
    renderTable(['', 'What', 'Finding'], findings, columns),
    ...(counts.length === 0 ? [] : [renderTable(['Table', 'Rows'], counts, columns)]),
    ...(compared.length === 0 ? [] : [renderTable(['Indicator', 'Assessed', 'Stored', 'Again'], compared, columns)]),
    ok ? `${file} can take the place of the database.` : `${file} cannot take the place of the database.`,
    '',
  ].join('\n');
}
