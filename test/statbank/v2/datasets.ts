import type { Language, StatbankTable } from '../table.ts';
import type { ApiRequest, ApiView } from './api.ts';
import { buildDataset } from './json-stat.ts';
import type { Placement } from './post-body.ts';
import { selectionFromBody } from './post-body.ts';
import { codeListFor, selectionFromQuery, splitCodes } from './query.ts';
import type { Query } from './query.ts';
import { defaultSelection, offeredValues, resolveSelection } from './selection.ts';
import type { SelectedDimension } from './selection.ts';

/** Metadata: every variable with all its values, or those of `codelist[Var]`; no figures. */
export function metadata(table: StatbankTable, language: Language, query: Query, view: ApiView): unknown {
  const dimensions = table.variables.map((variable) => ({
    variable,
    values: offeredValues(table, variable, codeListFor(query, variable.code)),
  }));
  const { base, codeListsKey } = view;
  return buildDataset({ table, language, dimensions, kind: 'metadata', base, codeListsKey });
}

/** Data of a GET or POST; without a selection the table's default one. */
export function data(
  table: StatbankTable,
  language: Language,
  query: Query,
  request: ApiRequest,
  view: ApiView,
): unknown {
  const posted = request.method === 'POST' ? selectionFromBody(request.body, request.contentType) : null;
  const asked = posted?.selection ?? selectionFromQuery(query);
  const dimensions = resolveSelection(table, asked.length === 0 ? defaultSelection(table) : asked, view.takesTwice);
  const placement = posted === null ? placementFromQuery(query) : posted.placement;
  const { base, codeListsKey } = view;
  return buildDataset({ table, language, dimensions: placed(dimensions, placement), kind: 'data', base, codeListsKey });
}

function placementFromQuery(query: Query): Placement {
  const codes = (name: string): readonly string[] => splitCodes(query.get(name) ?? '').filter((code) => code !== '');
  return { heading: codes('heading'), stub: codes('stub') };
}

/** Stub first, heading last; a placement that does not name every selected variable exactly once is ignored in silence. */
function placed(dimensions: readonly SelectedDimension[], placement: Placement | null): readonly SelectedDimension[] {
  if (placement === null || (placement.heading.length === 0 && placement.stub.length === 0)) return dimensions;
  const codes = dimensions.map(({ variable }) => variable.code);
  const others = (side: readonly string[]): readonly string[] =>
    codes.filter((code) => !side.some((named) => named.toLowerCase() === code.toLowerCase()));
  const stub = placement.stub.length > 0 ? placement.stub : others(placement.heading);
  const heading = placement.heading.length > 0 ? placement.heading : others(placement.stub);
  const order = [...stub, ...heading].map((code) =>
    codes.findIndex((known) => known.toLowerCase() === code.toLowerCase()),
  );
  const complete = order.length === codes.length && new Set(order).size === codes.length && !order.includes(-1);
  return complete ? order.flatMap((position) => dimensions[position] ?? []) : dimensions;
}
