import type { IndicatorDefinition } from '../model/plan/indicator.ts';
import type { Geography, PeerGroup, Place } from '../model/data/place.ts';
import { placesAgainst } from '../model/plan/rule-reach.ts';
import { isObject } from '../model/shape.ts';

/**
 * Everything in the settings that can move a verdict, as one canonical JSON text: rule, measure, inputs, step, peers
 * and the code history of the places involved. Wording, units and decimals shown are left out, and the order in which
 * regions, members and keys are written does not matter. Two definitions with the same text judge alike; the caller
 * makes the fingerprint of it.
 */
export function definitionText(definition: IndicatorDefinition, geography: Geography): string {
  const group = geography.peerGroups.find(({ id }) => id === definition.peers);
  const inputs = definition.inputs.map(
    ({ dataset, terms, leftOut, over, proxy, whole, secondTable, afterSwitch, per }) => ({
      dataset,
      terms,
      leftOut,
      over,
      proxy,
      whole,
      secondTable,
      afterSwitch,
      per,
    }),
  );
  const { measure, rule, step, requiredPeers } = definition;
  return canonicalJson({
    inputs,
    measure,
    rule,
    step,
    requiredPeers,
    peers: group && peersOf(group),
    own: geography.own,
    places: placesOf(geography, group, placesAgainst(rule)),
  });
}

/**
 * Who an indicator is compared with, as one canonical JSON text; `null` for nobody. With it a change of the group is told
 * from a change of the rule.
 */
export function peersText(definition: IndicatorDefinition, geography: Geography): string | null {
  const group = geography.peerGroups.find(({ id }) => id === definition.peers);
  return group === undefined ? null : canonicalJson(peersOf(group));
}

function peersOf({ id, confirmed, regions }: PeerGroup) {
  const members = regions.map((region) => ({ id: region.id, members: region.members.toSorted() }));
  return { id, confirmed, regions: members.toSorted((a, b) => compare(a.id, b.id)) };
}

/** Code history of the own municipality, the peers, single places compared with, and their counties. */
function placesOf(
  { own, municipalities, counties }: Geography,
  group: PeerGroup | undefined,
  against: readonly string[],
) {
  const codes = new Set([own, ...(group?.regions.flatMap((region) => region.members) ?? []), ...against]);
  const involved = municipalities.filter(({ code }) => codes.has(code));
  const theirs = new Set(involved.map(({ county }) => county));
  return [...involved, ...counties.filter(({ code }) => theirs.has(code) || codes.has(code))]
    .map(({ level, code, county, codes: history }: Place) => ({ level, code, county, history }))
    .toSorted((a, b) => compare(`${a.level} ${a.code}`, `${b.level} ${b.code}`));
}

/** JSON with the keys of every object in order and keys without a value left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, nested: unknown) =>
    isObject(nested) ? Object.fromEntries(Object.entries(nested).sort(([a], [b]) => compare(a, b))) : nested,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
