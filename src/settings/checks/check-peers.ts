import { COUNTRY, THE_COUNTRY } from '../../model/data/place.ts';
import type { PeersFile } from '../files/peers-file.ts';
import type { PlanFile } from '../files/plan-file.ts';
import type { SettingsFinding } from '../problem.ts';
import { isKnownPlace, type KnownPlaces, namesOf, unknownPlace } from '../known-places.ts';
import { findDuplicates } from './duplicates.ts';

type Group = PeersFile['groups'][number];

/** The own municipality must be one of today, under one of its names, and the plan begin before it ends. */
export function checkPlan(plan: PlanFile, places: KnownPlaces): readonly SettingsFinding[] {
  return [...checkOwn(plan, places), ...checkYears(plan)];
}

function checkYears({ since, horizonYear }: PlanFile): readonly SettingsFinding[] {
  if (since === undefined || since <= horizonYear) return [];
  const text = `The plan began in ${since}, and its ambitions are set for ${horizonYear}: write the year it began, or leave this out.`;
  return [{ path: ['since'], text }];
}

function checkOwn(plan: PlanFile, places: KnownPlaces): readonly SettingsFinding[] {
  const { code, name } = plan.municipality;
  const known = places.municipalities.get(code);
  if (known === undefined) return [{ path: ['municipality', 'code'], text: unknownPlace(code, places, name) }];
  const names = namesOf(known);
  if (names.includes(name)) return [];
  const meant = [...places.municipalities.values()].filter((place) => namesOf(place).includes(name));
  const others = meant.map((place) => `, or the code of ${name}, '${place.code}'`).join('');
  const text = `Municipality '${code}' is called '${names.join("' or '")}', and '${name}' here: write the name it has${others}.`;
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
    .filter(({ code }) => !isKnownPlace(code, places))
    .map(({ code, name, path }) => ({ path, text: unknownPlace(code, places, name) }));
  const twice = findDuplicates(members.map(({ code }) => code))
    .flatMap((position) => members.slice(position, position + 1))
    .map(({ code, path }) => ({
      path,
      text: `'${code}' is in the group '${group.id}' already and would count twice.`,
    }));
  return [
    ...sameId,
    ...unknown,
    ...twice,
    ...calledOtherwise(members, places),
    ...group.regions.flatMap((region, r) => calledByAnother(region, [...regions, r, 'name'], places)),
    ...partsOfOthers(members, group.id, places),
  ];
}

interface Member {
  readonly code: string;
  /** Of the region it is in. */
  readonly name: string;
  readonly path: SettingsFinding['path'];
}

/** Counties in a region that bears the name of a municipality: two digits of its code were forgotten. */
function calledOtherwise(
  members: readonly Member[],
  { municipalities, counties }: KnownPlaces,
): readonly SettingsFinding[] {
  return members.flatMap(({ code, name, path }) => {
    const county = counties.get(code);
    const meant = [...municipalities.values()].find((place) => place.county === code && namesOf(place).includes(name));
    if (county === undefined || meant === undefined || namesOf(county).includes(name)) return [];
    const text = `'${code}' is the county ${county.name}, and the region is called ${name}: write '${meant.code}', or call it by the county.`;
    return [{ path, text }];
  });
}

/** A region that bears the name of a municipality which is not in it. */
function calledByAnother(
  { name, members }: Group['regions'][number],
  path: SettingsFinding['path'],
  { municipalities }: KnownPlaces,
): readonly SettingsFinding[] {
  const within = members.flatMap((code) => municipalities.get(code) ?? (code === COUNTRY ? THE_COUNTRY : []));
  // What is unknown, or a county, is told where its code stands.
  if (within.length < members.length) return [];
  const bearers = [...municipalities.values()].filter((place) => namesOf(place).includes(name));
  const [bearer] = bearers;
  if (bearer === undefined || bearers.some(({ code }) => members.includes(code))) return [];
  const found = within.map((place) => `'${place.code}' ${place.name}`).join(', ');
  const text = `The region is called ${name}, and '${bearer.code}' ${bearer.name} is not in it, but ${found} is: write the code that is meant, or the name.`;
  return [{ path, text }];
}

/** Members whose figures are part of another's: a municipality of a county in the group, and any beside the country. */
function partsOfOthers(
  members: readonly Member[],
  group: string,
  { municipalities }: KnownPlaces,
): readonly SettingsFinding[] {
  const codes = new Set(members.map(({ code }) => code));
  return members.flatMap(({ code, path }) => {
    const around = [municipalities.get(code)?.county, ...(code === COUNTRY ? [] : [COUNTRY])];
    const whole = around.find((one) => one !== undefined && codes.has(one));
    if (whole === undefined) return [];
    const text = `'${code}' is part of '${whole}', which is in the group '${group}' too, and would count twice: write one of them.`;
    return [{ path, text }];
  });
}
