import type { Command } from 'commander';
import { findPlanClock } from '../../app/plan-clock.ts';
import { examineInstallation, type InstallationReport } from '../../app/upkeep/doctor.ts';
import { examineSource, type LiveReport } from '../../app/upkeep/doctor-live.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { renderInstallation, renderSource } from '../doctor-report.ts';
import { printJson } from '../print.ts';
import { createProgress } from '../progress.ts';

interface DoctorFlags {
  readonly live?: true;
  readonly json?: true;
}

export function addDoctorCommand(program: Command, { output, finish }: CommandContext): void {
  program
    .command('doctor')
    .description('Is this installation in order? With --live also: does the source still offer what is asked for?')
    .option('--live', 'ask SSB about every configured table, and Klass about changes of municipalities')
    .option('--json', 'one JSON document')
    .action(async ({ live, json }: DoctorFlags) => {
      const clock = findPlanClock();
      // JSON is for programs, which read the log's English and the instants of UTC.
      const installation = examineInstallation(json ? { language: 'en', timeZone: 'UTC' } : clock);
      const source = live ? await examineSource(createProgress(process.stderr, clock.language)) : null;
      if (json) printJson(output, { ...installation, live: source });
      else {
        const reader = {
          ...clock,
          texts: terminalTextsOf(clock.language),
          columns: output.columns,
          hasColours: output.hasColours ?? false,
        };
        output.out(renderInstallation(installation, reader) + (source === null ? '' : renderSource(source, reader)));
      }
      finish(exitCodeFor(installation, source));
    });
}

/** A source that cannot be reached is transient; a table that does not fit is not. A first start has no database yet. */
function exitCodeFor({ hasDatabase, checks }: InstallationReport, source: LiveReport | null): number {
  if (source !== null && !source.isReached) return exitCodeOf('source-unavailable');
  if (source !== null) {
    const findings = source.datasets.flatMap((dataset) => dataset.findings);
    if (findings.some(({ isOfSettings }) => isOfSettings !== true)) return exitCodeOf('source-contract');
    const isMistaken = findings.length > 0 || source.places.some(({ weight }) => weight !== 'note');
    if (isMistaken) return exitCodeOf('settings-invalid');
  }
  const isBroken = hasDatabase && checks.some(({ name, ok }) => name === 'database' && !ok);
  return isBroken ? exitCodeOf('store-integrity') : 0;
}
