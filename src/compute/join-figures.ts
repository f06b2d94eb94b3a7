import type { ComparedFigures, FiguresByPeriod, InputFigures } from './input-figures.ts';

/** What the tables of one dataset say, each of the periods that are its own. */
export interface FiguresOfSpan {
  readonly figures: InputFigures;
  readonly holds: (period: number) => boolean;
}

/** One course of figures over every table, oldest first; nothing is added up across them. Throws for no table. */
export function joinFigures(spans: readonly FiguresOfSpan[]): InputFigures {
  const last = spans.at(-1)?.figures;
  if (last === undefined) throw new RangeError('there is no table to read');
  if (spans.length === 1) return last;
  const all = <T>(mapOf: (figures: InputFigures) => ReadonlyMap<number, T>): ReadonlyMap<number, T> =>
    new Map(spans.flatMap(({ figures, holds }) => [...mapOf(figures)].filter(([period]) => holds(period))));
  return {
    selections: spans.flatMap(({ figures }) => figures.selections),
    periods: spans.flatMap(({ figures, holds }) => figures.periods.filter(holds)),
    own: all(({ own }) => own),
    diversity: last.diversity === null ? null : all(({ diversity }) => diversity ?? new Map<never, never>()),
    bounds: all(({ bounds }) => bounds),
    bounding: spans.flatMap(({ figures }) => figures.bounding),
    parts: all(({ parts }) => parts),
    peers: last.peers.map((one) => joinCompared(one, spans, ({ peers }) => peers)),
    places: last.places.map((one) => joinCompared(one, spans, ({ places }) => places)),
  };
}

function joinCompared(
  { region }: ComparedFigures,
  spans: readonly FiguresOfSpan[],
  listOf: (figures: InputFigures) => readonly ComparedFigures[],
): ComparedFigures {
  const found = spans.flatMap(({ figures, holds }) => {
    const same = listOf(figures).find((one) => one.region.id === region.id);
    return same === undefined ? [] : [{ same, holds }];
  });
  const levels: FiguresByPeriod = new Map(
    found.flatMap(({ same, holds }) => [...same.levels].filter(([period]) => holds(period))),
  );
  return { region, levels, ratioIn: (period) => found.find(({ holds }) => holds(period))?.same.ratioIn(period) };
}
