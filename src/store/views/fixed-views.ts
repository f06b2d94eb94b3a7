import { FIGURE_VIEWS } from './figure-views.ts';
import { SERIES_VIEWS } from './series-views.ts';
import { SOURCE_VIEWS } from './source-views.ts';
import { STATUS_VIEWS } from './status-views.ts';
import type { View } from './view.ts';

/** Every view for analysts but those of the datasets: there whatever is stored, and their names and columns a promise. */
export const FIXED_VIEWS: readonly View[] = [...SERIES_VIEWS, ...SOURCE_VIEWS, ...FIGURE_VIEWS, ...STATUS_VIEWS];

/** Tables analysts read as they are, which no view stands for. */
export const ANALYST_TABLES = ['out_place', 'out_peer_group', 'out_term', 'out_verdict', 'out_report'] as const;

/** Names no dataset can have for its view. */
export const TAKEN_NAMES: ReadonlySet<string> = new Set([...FIXED_VIEWS.map(({ name }) => name), ...ANALYST_TABLES]);
