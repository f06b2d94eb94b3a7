import type { IndicatorFile } from './indicator-file.ts';
import { allowedWords } from './nearest-word.ts';
import type { Finding, Path } from './problem.ts';

const AT: Path = ['workedExample'];

/**
 * A worked example must have one figure per period, groups for diversity and own figures for every other measure, and
 * exactly the regions the own municipality is compared with (`null`: not known, so not checked).
 */
export function checkWorkedExample(indicator: IndicatorFile, regions: readonly string[] | null): readonly Finding[] {
  const { periods, own, groups, peers = {} } = indicator.workedExample;
  const wanted = indicator.measure === 'diversity' ? 'groups' : 'own';
  const lists: [Path, readonly number[]][] = [
    ...(own === undefined ? [] : [[[...AT, 'own'], own] satisfies [Path, number[]]]),
    ...entries(groups ?? {}, [...AT, 'groups']),
    ...entries(peers, [...AT, 'peers']),
  ];
  const uneven = lists
    .filter(([, figures]) => figures.length !== periods.length)
    .map(([path, figures]) => ({
      path,
      text: `${figures.length} figures stand here for ${periods.length} periods; write one for each.`,
    }));
  const missing = `'${wanted}' is missing: the example of the measure '${indicator.measure}' begins with it.`;
  return [
    ...((wanted === 'groups' ? groups : own) === undefined ? [{ path: AT, text: missing }] : []),
    ...uneven,
    ...(regions === null ? [] : checkRegions(Object.keys(peers), regions)),
  ];
}

function entries(figures: Readonly<Record<string, readonly number[]>>, path: Path): [Path, readonly number[]][] {
  return Object.entries(figures).map(([id, list]) => [[...path, id], list]);
}

function checkRegions(written: readonly string[], regions: readonly string[]): readonly Finding[] {
  const unknown = written
    .filter((id) => !regions.includes(id))
    .map((id) => ({
      path: [...AT, 'peers', id],
      onKey: true,
      text: `'${id}' is not a region this indicator is compared with; ${allowedWords(id, regions)}`,
    }));
  const absent = regions.filter((id) => !written.includes(id));
  if (absent.length === 0) return unknown;
  return [
    ...unknown,
    { path: [...AT, 'peers'], text: `The example lacks figures for ${absent.map((id) => `'${id}'`).join(', ')}.` },
  ];
}
