import type { App } from '../app/open-app.ts';
import { nearestTo } from '../app/upkeep/nearest-database.ts';
import { terminalTextsOf } from '../words/terminal/language.ts';
import type { Output } from './print.ts';

/** Says beside the results that the command has made a database where there was none, and which other one there is. */
export function tellNewDatabase({ store, settings }: Pick<App, 'store' | 'settings'>, { err }: Output): void {
  if (!store.isNew) return;
  const { newDatabase } = terminalTextsOf(settings.plan.language).upkeep;
  err(`${newDatabase(store.file, nearestTo(store))}\n`);
}
