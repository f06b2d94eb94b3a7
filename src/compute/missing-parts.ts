import type { StoredDataset } from '../model/data/dataset.ts';
import type { MissingPart } from '../model/plan/indicator-series.ts';
import type { Place } from '../model/data/place.ts';
import { periodFromKey } from '../model/time-period.ts';
import { figureOf, sourceSymbol } from './missing.ts';
import type { PlaceSelection } from './place-series.ts';
import { factsOf, placeFigure, regionCodes } from './place-series.ts';
import type { SelectedSeries, SelectedTerm } from './select-term.ts';

/** Whose figure, of which period. */
export interface PartsAsked {
  readonly role: MissingPart['role'];
  readonly place: Place | undefined;
  readonly period: number;
}

/**
 * What is missing from the figure of a place in a period: every cell without a number, and every listed category without
 * a row. Nothing when the figure is there; one part for the place itself when it has no code or no series.
 */
export function missingParts(selection: PlaceSelection, { role, place, period }: PartsAsked): readonly MissingPart[] {
  const figure = placeFigure(selection, place, period);
  if ('value' in figure) return [];
  const shared = {
    role,
    place: selection.dataset.regions === null || place === undefined ? null : { code: place.code, name: place.name },
    period: periodFromKey(period).code,
  };
  const whole = { ...shared, series: null, label: '', reason: figure.missing, symbol: null, taken: false };
  const codes = regionCodes(selection, place, period);
  if (typeof codes === 'string') return [whole];
  const { dataset } = selection;
  const parts = codes.flatMap((code) =>
    (selection.terms ?? []).flatMap((term) => [
      ...(term.byRegion.get(code) ?? []).flatMap((one) => withoutNumber(dataset, term, one, period)),
      ...withoutRow(dataset, term, code, period),
    ]),
  );
  return parts.length === 0 ? [whole] : parts.map((part) => ({ ...shared, ...part }));
}

type Part = Pick<MissingPart, 'series' | 'label' | 'reason' | 'symbol' | 'taken'>;

function withoutNumber(
  dataset: StoredDataset,
  term: SelectedTerm,
  { series, byPeriod }: SelectedSeries,
  period: number,
): readonly Part[] {
  const observation = byPeriod.get(period);
  if (observation === undefined) return [];
  const figure = figureOf(observation, factsOf(dataset, series));
  if ('value' in figure) return [];
  const named = [...new Set([...term.listed.map(([dimension]) => dimension), ...term.open])];
  const label = named.map((dimension) => labelOf(dataset, dimension, series.categories[dimension] ?? '')).join(', ');
  const { taken } = observation;
  const { missing: reason } = figure;
  const symbol = reason === 'unknown-symbol' ? observation.symbol : sourceSymbol(observation);
  return [{ series: series.key, label, reason, symbol, taken }];
}

/** Listed categories that no series of the place has a row for. */
function withoutRow(dataset: StoredDataset, term: SelectedTerm, region: string, period: number): readonly Part[] {
  const present = (term.byRegion.get(region) ?? []).filter(({ byPeriod }) => byPeriod.has(period));
  return term.listed
    .filter(([dimension, code]) => !present.some(({ series }) => series.categories[dimension] === code))
    .map(([dimension, code]) => ({
      series: null,
      label: labelOf(dataset, dimension, code),
      reason: 'not-in-dataset' as const,
      symbol: null,
      taken: false,
    }));
}

/** What the dataset calls a category; its code where it has no label. */
export function labelOf({ labels }: StoredDataset, dimension: string, code: string): string {
  return labels[dimension]?.[code] ?? code;
}
