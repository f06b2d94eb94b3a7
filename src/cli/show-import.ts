import type { ImportReport } from '../app/files/take-file-in.ts';
import type { App } from '../app/open-app.ts';
import { reportDocument } from './import-document.ts';
import { type Output, printJson, renderLines } from './print.ts';
import { readerOf } from './reader.ts';
import { renderChanges } from './status-table.ts';

/** What a run that took a file in, or back, did; in words or as one JSON document. */
export function showImport(
  app: App,
  output: Output,
  { name, report, json }: { readonly name: string; readonly report: ImportReport; readonly json: boolean },
): void {
  const { message, assessments } = report;
  if (json) {
    printJson(output, reportDocument(report));
    return;
  }
  const reader = readerOf(app, output);
  output.out(`${renderLines([`${name}: ${message}`], reader.columns)}\n${renderChanges(assessments, reader)}`);
}
