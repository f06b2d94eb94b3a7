import type { PeersFile } from '../files/peers-file.ts';
import type { PlanFile } from '../files/plan-file.ts';
import type { SettingsFinding } from '../problem.ts';
import type { RegionsFile } from '../files/regions-file.ts';
import { findDuplicates } from './duplicates.ts';

type Group = PeersFile['groups'][number];

/** The own municipality must have a code history, under the same name. */
export function checkPlan(plan: PlanFile, regions: RegionsFile): readonly SettingsFinding[] {
  const { code, name } = plan.municipality;
  const known = regions.municipalities.find((place) => place.code === code);
  if (known === undefined) return [{ path: ['municipality', 'code'], text: withoutHistory(code) }];
  if (known.name === name) return [];
  const text = `Municipality '${code}' is called '${known.name}' in regions.yaml, and '${name}' here.`;
  return [{ path: ['municipality', 'name'], text }];
}

/** Groups, and regions within a group, must have ids of their own, and members with a code history, each once. */
export function checkPeers(peers: PeersFile, regions: RegionsFile): readonly SettingsFinding[] {
  const known = new Set(regions.municipalities.map(({ code }) => code));
  const groups = findDuplicates(peers.groups.map(({ id }) => id)).map((index) => ({
    path: ['groups', index, 'id'],
    text: `The group '${peers.groups[index]?.id ?? ''}' stands above already; every group has an id of its own.`,
  }));
  return [...groups, ...peers.groups.flatMap((group, index) => checkGroup(group, index, known))];
}

function checkGroup(group: Group, index: number, known: ReadonlySet<string>): readonly SettingsFinding[] {
  const regions = ['groups', index, 'regions'];
  const sameId = findDuplicates(group.regions.map(({ id }) => id)).map((region) => ({
    path: [...regions, region, 'id'],
    text: `The region '${group.regions[region]?.id ?? ''}' stands in the group '${group.id}' already.`,
  }));
  const members = group.regions.flatMap((region, r) =>
    region.members.map((code, m) => ({ code, path: [...regions, r, 'members', m] })),
  );
  const unknown = members
    .filter(({ code }) => !known.has(code))
    .map(({ code, path }) => ({ path, text: withoutHistory(code) }));
  const twice = findDuplicates(members.map(({ code }) => code))
    .flatMap((position) => members.slice(position, position + 1))
    .map(({ code, path }) => ({
      path,
      text: `Municipality '${code}' is in the group '${group.id}' already and would count twice.`,
    }));
  return [...sameId, ...unknown, ...twice];
}

function withoutHistory(code: string): string {
  return `Municipality '${code}' has no entry in regions.yaml; add its codes and their years there.`;
}
