import { parseTimePeriod, periodKey } from '../../model/time-period.ts';
import { placesAgainst } from '../../model/plan/rule-reach.ts';
import type { IndicatorFile } from '../files/indicator-file.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { SettingsFinding, Path } from '../problem.ts';

const AT: Path = ['workedExample'];

/**
 * A worked example must have one figure per period, groups for diversity and own figures for every other measure, and
 * exactly the regions the own municipality is compared with (`null`: not known, so not checked).
 */
export function checkWorkedExample(
  indicator: IndicatorFile,
  regions: readonly string[] | null,
): readonly SettingsFinding[] {
  const { periods, own, groups, peers = {}, per, perPeers = {}, places = {} } = indicator.workedExample;
  const wanted = indicator.measure === 'diversity' ? 'groups' : 'own';
  const unread = wanted === 'own' ? (groups === undefined ? [] : ['groups']) : own === undefined ? [] : ['own'];
  const lists: [Path, readonly number[]][] = [
    ...(own === undefined ? [] : [[[...AT, 'own'], own] satisfies [Path, number[]]]),
    ...entries(groups ?? {}, [...AT, 'groups']),
    ...entries(peers, [...AT, 'peers']),
    ...(per === undefined ? [] : [[[...AT, 'per'], per] satisfies [Path, number[]]]),
    ...entries(perPeers, [...AT, 'perPeers']),
    ...entries(places, [...AT, 'places']),
  ];
  const uneven = lists
    .filter(([, figures]) => figures.length !== periods.length)
    .map(([path, figures]) => ({
      path,
      text: `${figures.length} figures stand here for ${periods.length} periods; write one for each${figures.length === 2 * periods.length ? ', and decimals with a point' : ''}.`,
    }));
  const missing = `'${wanted}' is missing: the example of the measure '${indicator.measure}' begins with it.`;
  return [
    ...((wanted === 'groups' ? groups : own) === undefined ? [{ path: AT, text: missing }] : []),
    ...checkOrder(periods),
    ...uneven,
    ...unread.map((key) => ({
      path: [...AT, key],
      onKey: true,
      text: `'${key}' is not read by the measure '${indicator.measure}'; leave it out.`,
    })),
    ...checkRatio(indicator),
    ...checkPlaces(indicator),
    ...(regions === null ? [] : checkRegions(Object.keys(peers), regions)),
  ];
}

/** Figures are read in the order of the periods, which are told apart by them. */
function checkOrder(periods: readonly string[]): readonly SettingsFinding[] {
  return periods.slice(1).flatMap((code, index) => {
    const before = periods[index] ?? code;
    const [last, next] = [parseTimePeriod(before), parseTimePeriod(code)];
    if (last === null || next === null || periodKey(next) > periodKey(last)) return [];
    const text = `'${code}' does not come after '${before}': write each period once, the oldest first.`;
    return [{ path: [...AT, 'periods', index + 1], text }];
  });
}

/** What the figures of a ratio are divided by, own and peers'; of no other measure. */
function checkRatio({
  measure,
  workedExample: { per, peers = {}, perPeers = {} },
}: IndicatorFile): readonly SettingsFinding[] {
  const written = [...(per === undefined ? [] : ['per']), ...(Object.keys(perPeers).length === 0 ? [] : ['perPeers'])];
  if (measure !== 'ratio') {
    return written.map((key) => ({
      path: [...AT, key],
      onKey: true,
      text: `'${key}' belongs to the measure 'ratio'.`,
    }));
  }
  const without = Object.keys(peers).filter((id) => !(id in perPeers));
  const missing = "'per' is missing: the example of a ratio needs what the own figures are divided by.";
  const text = `'perPeers' lacks what ${without.map((id) => `'${id}'`).join(', ')} is divided by.`;
  return [
    ...(per === undefined ? [{ path: AT, text: missing }] : []),
    ...(without.length === 0 ? [] : [{ path: AT, text }]),
  ];
}

/** Exactly the places that a rule `against` names. */
function checkPlaces({ rule, workedExample: { places = {} } }: IndicatorFile): readonly SettingsFinding[] {
  const named = placesAgainst(rule);
  const absent = named.filter((code) => !(code in places)).map((code) => `'${code}'`);
  const unknown = Object.keys(places).filter((code) => !named.includes(code));
  return [
    ...unknown.map((code) => ({
      path: [...AT, 'places', code],
      onKey: true,
      text: `No rule of this indicator compares with '${code}'; leave it out.`,
    })),
    ...(absent.length === 0
      ? []
      : [{ path: AT, text: `The example lacks 'places' with figures for ${absent.join(', ')}.` }]),
  ];
}

function entries(figures: Readonly<Record<string, readonly number[]>>, path: Path): [Path, readonly number[]][] {
  return Object.entries(figures).map(([id, list]) => [[...path, id], list]);
}

function checkRegions(written: readonly string[], regions: readonly string[]): readonly SettingsFinding[] {
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
