import type { Command } from 'commander';
import { findPlanClock } from '../../app/plan-clock.ts';
import { type BackupVerdict, verifyBackup } from '../../app/upkeep/verify-backup.ts';
import { statusText } from '../../words/finding/status-text.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { type Clock, shortDay } from '../../words/terminal/moment.ts';
import { countText } from '../../words/terminal/size.ts';
import type { BackupWords } from '../../words/terminal/upkeep.ts';
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
      const clock = findPlanClock();
      const words = terminalTextsOf(clock.language).upkeep.backup;
      // JSON is for programs, which read the English of the log.
      const verdict = json ? verifyBackup(verify) : verifyBackup(verify, words);
      if (json) printJson(output, verdict);
      else output.out(renderVerdict(verdict, words, { ...clock, columns: output.columns }));
      if (!verdict.ok) finish(exitCodeOf('store-integrity'));
    });
}

function renderVerdict(
  { file, ok, checks, rows, statuses }: BackupVerdict,
  words: BackupWords,
  reader: Clock & Pick<Output, 'columns'>,
): string {
  const { columns, language } = reader;
  const findings = checks.map((check) => [check.ok ? '✓' : '✗', words.topics[check.name], check.finding]);
  const counts = Object.entries(rows).map(([table, count]) => [table, countText(count, language)]);
  const compared = statuses.map(({ indicatorId, assessedAt, stored, again, same, byEarlierVersion }) => {
    const other = again === null ? words.noRule : again === stored ? words.otherFigure : statusText(again, language);
    const said = same ? words.same : `${other}${byEarlierVersion ? ` ${words.earlierVersion}` : ''}`;
    return [indicatorId, shortDay(assessedAt, reader), statusText(stored, language), said];
  });
  return [
    renderTable(words.heading, findings, columns),
    ...(counts.length === 0 ? [] : [renderTable(words.rowsHeading, counts, columns)]),
    ...(compared.length === 0 ? [] : [renderTable(words.statusHeading, compared, columns)]),
    words.verdict(file, ok),
    '',
  ].join('\n');
}
