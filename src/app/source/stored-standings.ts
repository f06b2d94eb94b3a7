import type { TableStanding } from '../../model/data/source-description.ts';
import { readCatalogue } from '../../store/intake/catalogue.ts';
import type { App } from '../open-app.ts';

/** Tables in use that can no longer be counted on, each with the datasets that rest on it. */
export function readStandings({
  settings,
  store,
}: Pick<App, 'settings' | 'store'>): ReadonlyMap<string, { standing: TableStanding; datasets: readonly string[] }> {
  const stored = new Map(readCatalogue(store).map(({ datasetId, standing }) => [datasetId, standing]));
  const found = new Map<string, { standing: TableStanding; datasets: readonly string[] }>();
  for (const { id, table } of settings.jobs.flatMap((job) => job.datasets)) {
    const standing = stored.get(id) ?? null;
    // What is stored of a table that the settings have left says nothing of the one they name now.
    if (standing === null || (typeof table === 'string' && table !== standing.table)) continue;
    const others = found.get(standing.table);
    const newest = others !== undefined && others.standing.successor !== null ? others.standing : standing;
    found.set(standing.table, { standing: newest, datasets: [...(others?.datasets ?? []), id] });
  }
  return found;
}
