import { type IndicatorDefinition, usedDatasets } from '../plan/indicator.ts';
import type { Geography, PeerGroup } from './place.ts';
import { placesAgainst } from '../plan/rule-reach.ts';

/**
 * The settings' places as far as one dataset is asked about them: the own one, the peer groups of the indicators that
 * take figures from it, and of other groups the regions with a place that such an indicator's rule names. A dataset that
 * no indicator uses is kept for every group there is.
 */
export function placesAskedOf(
  datasetId: string,
  { geography, indicators }: { readonly geography: Geography; readonly indicators: readonly IndicatorDefinition[] },
): Geography {
  const users = indicators.filter((indicator) => usedDatasets(indicator).includes(datasetId));
  if (users.length === 0) return geography;
  const groups = new Set(users.flatMap(({ peers }) => peers ?? []));
  const named = new Set(users.flatMap(({ rule }) => placesAgainst(rule)));
  const narrowed = geography.peerGroups.map((group) => (groups.has(group.id) ? group : regionsWith(named, group)));
  return { ...geography, peerGroups: narrowed.filter(({ regions }) => regions.length > 0) };
}

function regionsWith(codes: ReadonlySet<string>, group: PeerGroup): PeerGroup {
  const isNamed = (members: readonly string[]) => members.some((code) => codes.has(code));
  return { ...group, regions: group.regions.filter(({ members }) => isNamed(members)) };
}
