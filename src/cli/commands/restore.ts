import type { Command } from 'commander';
import { findPlanClock } from '../../app/plan-clock.ts';
import { type Restoration, restore } from '../../app/upkeep/restore.ts';
import { type BackupVerdict, verifyBackup } from '../../app/upkeep/verify-backup.ts';
import { PipelineError } from '../../model/errors.ts';
import { statusText } from '../../words/finding/status-text.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { type Clock, shortDay } from '../../words/terminal/moment.ts';
import { countText } from '../../words/terminal/size.ts';
import type { BackupWords, UpkeepWords } from '../../words/terminal/upkeep.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { type Output, printJson, renderLines } from '../print.ts';
import { renderTable } from '../table.ts';

const EXAMPLES = `
Examples:
  naeringspuls restore --verify /mnt/backup/figures.sqlite
  systemctl stop naeringspuls && naeringspuls restore /mnt/backup/figures.sqlite

The database before it is put aside, never deleted. A backup of an earlier version is brought up to date.`;

interface RestoreFlags {
  readonly verify?: string;
  readonly json?: true;
}

export function addRestoreCommand(program: Command, { output, finish }: CommandContext): void {
  program
    .command('restore')
    .description('Puts a backup in the place of the database, when it is sound. Exit code 5 when it is not.')
    .argument('[file]', 'backup to put back; the service must be stopped')
    .option('--verify <file>', 'only look at a backup; it is read, and nothing is changed')
    .option('--json', 'the verdict as one JSON document (file, ok, checks, rows, statuses; database, keptBefore)')
    .addHelpText('after', EXAMPLES)
    .action((file: string | undefined, { verify, json }: RestoreFlags) => {
      const clock = findPlanClock();
      const { upkeep } = terminalTextsOf(clock.language);
      const words = upkeep.backup;
      const reader = { ...clock, columns: output.columns };
      const backup = oneOf(file, verify);
      // JSON is for programs, which read the English of the log.
      const said = json ? undefined : words;
      const restored = verify === undefined ? restore(backup, said) : null;
      const verdict = restored ?? verifyBackup(backup, said);
      if (json) printJson(output, verdict);
      else if (restored?.ok) output.out(renderRestoration(restored, upkeep, reader));
      else output.out(renderVerdict(verdict, words, reader));
      if (!verdict.ok) finish(exitCodeOf('store-integrity'));
      if (restored?.ok === false) throw unsound(verdict.file);
    });
}

function oneOf(file: string | undefined, verify: string | undefined): string {
  const backup = verify ?? file;
  if (backup !== undefined && (verify === undefined || file === undefined)) return backup;
  throw new PipelineError('usage', 'One backup is to be named.', {
    hint: '`naeringspuls restore <file>` puts it back, and `naeringspuls restore --verify <file>` only looks at it.',
    refusal: { about: 'no-backup-named' },
  });
}

function unsound(file: string): PipelineError {
  return new PipelineError(
    'store-integrity',
    `${file} cannot take the place of the database. Nothing has been changed.`,
    {
      hint: 'Try an older backup: `naeringspuls restore <file>`.',
      context: { file },
      refusal: { about: 'backup-unsound', file },
    },
  );
}

function renderRestoration(
  { file, database, keptBefore, checks }: Restoration,
  { backup: words, keptBefore: textOfKept }: UpkeepWords,
  { columns }: Pick<Output, 'columns'>,
): string {
  const lines = [
    words.restored(file, database),
    ...(keptBefore === null ? [] : [textOfKept(keptBefore)]),
    words.startService,
  ];
  return `${renderChecks(checks, words, columns)}\n${renderLines(lines, columns)}\n`;
}

function renderChecks(checks: BackupVerdict['checks'], words: BackupWords, columns: Output['columns']): string {
  const findings = checks.map((check) => [check.ok ? '✓' : '✗', words.topics[check.name], check.finding]);
  return renderTable(words.heading, findings, columns);
}

function renderVerdict(
  { file, ok, checks, rows, statuses }: BackupVerdict,
  words: BackupWords,
  reader: Clock & Pick<Output, 'columns'>,
): string {
  const { columns, language } = reader;
  const counts = Object.entries(rows).map(([table, count]) => [table, countText(count, language)]);
  const compared = statuses.map(({ indicatorId, assessedAt, stored, again, said, same, byEarlierVersion }) => {
    const status = said.again === null ? words.noRule : statusText(said.again, language);
    const other = again === stored ? words.otherFigure : status;
    const found = same ? words.same : `${other}${byEarlierVersion ? ` ${words.earlierVersion}` : ''}`;
    return [indicatorId, shortDay(assessedAt, reader), statusText(said.stored, language), found];
  });
  return [
    renderChecks(checks, words, columns),
    ...(counts.length === 0 ? [] : [renderTable(words.rowsHeading, counts, columns)]),
    ...(compared.length === 0 ? [] : [renderTable(words.statusHeading, compared, columns)]),
    words.verdict(file, ok),
    '',
  ].join('\n');
}
