import type { ImportReport } from '../app/files/take-file-in.ts';
import type { App } from '../app/open-app.ts';
import { terminalTextsOf } from '../words/terminal/language.ts';
import { reportDocument } from './import-report.ts';
import { type Output, printJson } from './print.ts';
import { renderChanges } from './status-table.ts';

/** What a run that took a file in, or back, did; in words or as one JSON document. */
export function showImport(
  app: App,
  output: Output,
  { name, report, json }: { readonly name: string; readonly report: ImportReport; readonly json: boolean },
): void {
  const { language } = app.settings.plan;
  const { message, assessments } = report;
  if (json) printJson(output, reportDocument(report));
  else output.out(`${name}: ${message}\n${renderChanges(assessments, terminalTextsOf(language), language)}`);
}
