import type { KnownPlace } from '../../../model/data/place.ts';
import type { Path, SettingsWarning } from '../../problem.ts';
import type { Config, ConfigFile } from '../../read-config.ts';
import { strayNames } from './stray-names.ts';

/**
 * What stands in the settings for nothing, or for another plan: groups that no indicator is compared with, places in
 * regions.yaml that are in no group, and texts that name a municipality that the plan has nothing to do with. Nothing is
 * refused for it. Files that could not be read are not looked at.
 */
export function findNeedless(config: Config, places: readonly KnownPlace[]): readonly SettingsWarning[] {
  return [...unusedGroups(config), ...unusedPlaces(config), ...otherPlans(config, places)];
}

function unusedGroups({ peers, indicators }: Config): readonly SettingsWarning[] {
  const used = new Set(indicators.map(({ content }) => content?.peers));
  if (indicators.some(({ content }) => content === null)) return [];
  return (peers.content?.groups ?? []).flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [
          warning(
            peers,
            ['groups', index, 'id'],
            `No indicator is compared with '${id}': its figures are fetched for nothing. Take the group out, or name it in an indicator.`,
          ),
        ],
  );
}

function unusedPlaces({ regions, peers, plan }: Config): readonly SettingsWarning[] {
  if (peers.content === null || plan.content === null) return [];
  const used = new Set([plan.content.municipality.code, ...membersOf(peers.content.groups)]);
  return (regions.content?.municipalities ?? []).flatMap(({ code, name }, index) =>
    used.has(code)
      ? []
      : [
          warning(
            regions,
            ['municipalities', index, 'code'],
            `${name} ('${code}') is neither the own municipality nor in a group of peers.yaml. Take the entry out.`,
          ),
        ],
  );
}

function otherPlans({ plan, peers, indicators }: Config, places: readonly KnownPlace[]): readonly SettingsWarning[] {
  if (plan.content === null || peers.content === null) return [];
  const concerned = { own: plan.content.municipality, peers: membersOf(peers.content.groups) };
  return indicators.flatMap((file) =>
    file.content === null
      ? []
      : strayNames(file.content, places, concerned).map(({ path, name }) =>
          warning(
            file,
            path,
            `'${String(path.at(-1))}' speaks of ${name}, which the plan of ${concerned.own.name} has nothing to do with. Write it for ${concerned.own.name}.`,
          ),
        ),
  );
}

function membersOf(groups: NonNullable<Config['peers']['content']>['groups']): ReadonlySet<string> {
  return new Set(groups.flatMap(({ regions }) => regions.flatMap(({ members }) => members)));
}

function warning(file: ConfigFile<unknown>, path: Path, text: string): SettingsWarning {
  return { file: file.file, ...file.locate(path), text, write: [] };
}
