import type { Command } from 'commander';
import { acknowledgeNotes, listNotes, type NoteLine } from '../../app/messages/acknowledge-notes.ts';
import { withApp } from '../../app/with-app.ts';
import { shortDay } from '../../words/terminal/moment.ts';
import type { CommandContext } from '../command-context.ts';
import { printJson, renderLines } from '../print.ts';
import { type Reader, readerOf } from '../reader.ts';
import { renderTable } from '../table.ts';

export function addNotesCommand(program: Command, context: CommandContext): void {
  const group = program.command('notes').description('What the source says beside the figures, and who has read it.');
  addList(group, context);
  addAck(group, context);
}

function addList(group: Command, { output }: CommandContext): void {
  group
    .command('list', { isDefault: true })
    .description(
      'Every note of the tables in use and every new label of a code, unread ones that should be read first.',
    )
    .option('--json', 'one JSON document: table, kind, words, variable, category, mandatory, since, read, datasets')
    .action(async ({ json }: { readonly json?: true }) => {
      await withApp('read', (app) => {
        const notes = listNotes(app);
        if (json) printJson(output, notes);
        else output.out(render(notes, readerOf(app, output)));
      });
    });
}

function addAck(group: Command, { output }: CommandContext): void {
  group
    .command('ack')
    .description(
      'Marks what a table says as read: it stands beside the indicators no longer. A rewritten note is unread again.',
    )
    .argument('<table>', 'number of the table, such as 07984')
    .option('--by <name>', 'who has read it; the user who runs the command when left out')
    .option('--json', 'one JSON document: what has been marked, as `notes list --json` has it')
    .action(async (table: string, { json, by }: { readonly json?: true; readonly by?: string }) => {
      await withApp('write', (app) => {
        const marked = acknowledgeNotes(app, { table, by });
        if (json) {
          printJson(output, marked);
          return;
        }
        const { texts, columns } = readerOf(app, output);
        const lines = [texts.upkeep.notes.marked(marked.length), ...marked.map(({ words }) => `  ${words}`)];
        output.out(`${renderLines(lines, columns)}\n`);
      });
    });
}

function render(notes: readonly NoteLine[], reader: Reader): string {
  const said = reader.texts.upkeep.notes;
  if (notes.length === 0) return `${said.none}\n`;
  const rows = notes.map(({ table, kind, words, variable, category, mandatory, since, read }) => [
    table,
    said.kinds[kind === 'label' ? 'label' : mandatory ? 'mandatory' : 'note'],
    [variable, category].filter((one) => one !== null).join(' '),
    words,
    shortDay(since, reader),
    read === null ? '–' : said.readBy(read.by, shortDay(read.at, reader)),
  ]);
  return `${renderTable(said.heading, rows, reader.columns)}\n`;
}
