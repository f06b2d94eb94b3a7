import type { Successor, TableStanding } from '../../model/data/source-description.ts';

/** Why a table can no longer be counted on; `rests` says who rests on it. */
export function whatIsWrong({ kind, table, lastPeriod }: TableStanding, rests: string): string {
  const until = lastPeriod === null ? '' : ` and ends with ${lastPeriod}`;
  if (kind === 'closed')
    return `Table ${table} is marked as discontinued${until}: it will get no new figures, and ${rests}.`;
  if (kind === 'gone') return `Table ${table} is gone, and ${rests}. What is stored stays in force.`;
  return `Table ${table} stands still at ${lastPeriod ?? 'its last period'} while a table of the same title goes on, and ${rests}.`;
}

/** The table that continues, and how to switch; where none was found, where to look. */
export function whatToDo({ successor }: Pick<TableStanding, 'successor'>): string {
  if (successor === null) {
    return 'No table that goes on was found by its title: look the statistic up in Statbank, and name its table in datasets.yaml of the settings.';
  }
  return `Table ${describeSuccessor(successor)} seems to go on from it: \`naeringspuls doctor --live\` prints the lines that would switch, and what the switch breaks.`;
}

/** Number and title of a table, without number and years in the title. */
export function describeSuccessor({ table, label }: Successor): string {
  const title = label.replace(/^\s*\d+\s*:\s*/, '').replace(/\s+\d{4}\S*\s*-\s*\d{4}\S*$/, '');
  return `${table} («${title}»)`;
}
