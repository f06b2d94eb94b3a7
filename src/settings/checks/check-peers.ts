import type { PeersFile } from '../files/peers-file.ts';
import type { PlanFile } from '../files/plan-file.ts';
import type { SettingsFinding } from '../problem.ts';
import { type KnownPlaces, namesOf, unknownMunicipality } from '../known-places.ts';
import { findDuplicates } from './duplicates.ts';

type Group = PeersFile['groups'][number];

/** The own municipality must be one of today, under one of its names. */
export function checkPlan(plan: PlanFile, places: KnownPlaces): readonly SettingsFinding[] {
  const { code, name } = plan.municipality;
  const known = places.municipalities.get(code);
  if (known === undefined) return [{ path: ['municipality', 'code'], text: unknownMunicipality(code, places, name) }];
  const names = namesOf(known);
  if (names.includes(name)) return [];
  const text = `Municipality '${code}' is called '${names.join("' or '")}', and '${name}' here.`;
  return [{ path: ['municipality', 'name'], text }];
}

/** Groups, and regions within a group, must have ids of their own, and members of today, each once. */
export function checkPeers(peers: PeersFile, places: KnownPlaces): readonly SettingsFinding[] {
  const groups = findDuplicates(peers.groups.map(({ id }) => id)).map((index) => ({
    path: ['groups', index, 'id'],
    text: `The group '${peers.groups[index]?.id ?? ''}' stands above already; every group has an id of its own.`,
  }));
  return [...groups, ...peers.groups.flatMap((group, index) => checkGroup(group, index, places))];
}

function checkGroup(group: Group, index: number, places: KnownPlaces): readonly SettingsFinding[] {
  const regions = ['groups', index, 'regions'];
  const sameId = findDuplicates(group.regions.map(({ id }) => id)).map((region) => ({
    path: [...regions, region, 'id'],
    text: `The region '${group.regions[region]?.id ?? ''}' stands in the group '${group.id}' already.`,
  }));
  const members = group.regions.flatMap((region, r) =>
    region.members.map((code, m) => ({ code, name: region.name, path: [...regions, r, 'members', m] })),
  );
  const unknown = members
    .filter(({ code }) => !places.municipalities.has(code))
    .map(({ code, name, path }) => ({ path, text: unknownMunicipality(code, places, name) }));
  const twice = findDuplicates(members.map(({ code }) => code))
    .flatMap((position) => members.slice(position, position + 1))
    .map(({ code, path }) => ({
      path,
      text: `Municipality '${code}' is in the group '${group.id}' already and would count twice.`,
    }));
  return [...sameId, ...unknown, ...twice];
}
