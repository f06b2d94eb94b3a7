import { gunzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { findTaken, findWaiting, listTaken, listWaiting } from '../../app/files/find-file.ts';
import { acceptFile } from '../../app/files/take-file-in.ts';
import { previewImport, previewRead } from '../../app/files/preview-import.ts';
import { named } from '../../app/files/read-handed-in.ts';
import { dropFile, readWithout, undoImport } from '../../app/files/undo-import.ts';
import { sayingItself } from '../../app/saying-itself.ts';
import { withApp } from '../../app/with-app.ts';
import type { CommandContext } from '../command-context.ts';
import { filesDocument, previewDocument } from '../import-document.ts';
import { renderFiles, renderPreview } from '../import-report.ts';
import { printJson } from '../print.ts';
import { readerOf } from '../reader.ts';
import { reportDelivery } from '../report-delivery.ts';
import { showImport } from '../show-import.ts';

interface Flags {
  readonly json?: true;
  readonly dryRun?: true;
}

const FILE = 'name of the file, or its number in `import list`';

/** The commands about held and imported files. */
export function addKeptImports(group: Command, context: CommandContext): void {
  addList(group, context);
  addShow(group, context);
  addAccept(group, context);
  addDrop(group, context);
  addUndo(group, context);
}

function addList(group: Command, { output }: CommandContext): void {
  group
    .command('list')
    .description('Every file: those that are held, and those imported, with who, when, and what each changed.')
    .option('--json', 'one JSON document (held, taken)')
    .action(({ json }: Flags) =>
      withApp('read', (app) => {
        const files = { held: listWaiting(app), taken: listTaken(app) };
        if (json) printJson(output, filesDocument(files));
        else output.out(renderFiles(files, readerOf(app, output)));
      }),
    );
}

function addShow(group: Command, { output }: CommandContext): void {
  group
    .command('show')
    .description('What a held file would do, and why it is held; changes nothing.')
    .argument('<file>', FILE)
    .option('--json', 'as of --dry-run')
    .action((reference: string, { json }: Flags) =>
      withApp('write', async (app) => {
        const { kind, name, body, action } = findWaiting(app, reference);
        const seen = await previewImport(app, named(kind, name, gunzipSync(body), action));
        if (json) printJson(output, previewDocument(seen));
        else output.out(renderPreview(seen, app, readerOf(app, output)));
      }),
    );
}

function addAccept(group: Command, { output, finish }: CommandContext): void {
  group
    .command('accept')
    .description('Takes a held file in on your word, which is remembered with what was odd about it.')
    .argument('<file>', FILE)
    .option('--json', 'the report as one JSON document')
    .action((reference: string, { json }: Flags) =>
      withApp('write', async (app) => {
        const report = await acceptFile(sayingItself(app), reference);
        showImport(app, output, { name: reference, report, json: json ?? false });
        finish(reportDelivery(output, report.delivery, app.settings.plan.language));
      }),
    );
}

function addDrop(group: Command, { output }: CommandContext): void {
  group
    .command('drop')
    .description('Puts a held file away; no figure changes.')
    .argument('<file>', FILE)
    .option('--json', 'one JSON document (message)')
    .action((reference: string, { json }: Flags) =>
      withApp('write', (app) => {
        const message = dropFile(app, reference);
        if (json) printJson(output, { message });
        else output.out(`${message}\n`);
      }),
    );
}

function addUndo(group: Command, { output, finish }: CommandContext): void {
  group
    .command('undo')
    .description('Takes one file back, as a revision; what was in force stays known as of its day.')
    .argument('<file>', FILE)
    .option('--dry-run', 'show what it would do, and change nothing')
    .option('--json', 'the report as one JSON document')
    .action((reference: string, { json, dryRun }: Flags) =>
      withApp('write', async (app) => {
        if (dryRun) {
          const seen = previewRead(app, await readWithout(app, findTaken(app, reference)));
          if (json) printJson(output, previewDocument(seen));
          else output.out(renderPreview(seen, app, readerOf(app, output)));
          return;
        }
        const report = await undoImport(sayingItself(app), reference);
        showImport(app, output, { name: reference, report, json: json ?? false });
        finish(reportDelivery(output, report.delivery, app.settings.plan.language));
      }),
    );
}
