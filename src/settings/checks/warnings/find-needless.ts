import { type KnownPlace, membersOf } from '../../../model/data/place.ts';
import { simpleRules } from '../../files/simple-rules.ts';
import type { Path, SettingsWarning } from '../../problem.ts';
import type { Config, ConfigFile } from '../../read-config.ts';
import { textsOfIndicator, textsOfPlan, textsOfReport } from './plan-texts.ts';
import { type PlacedText, strayNames } from './stray-names.ts';

/**
 * What stands in the settings for nothing, or for another plan: groups that no indicator is compared with, places in
 * regions.yaml that are in no group, and texts that name a municipality that the plan has nothing to do with, or a peer
 * where nothing is compared. Nothing is refused for it. Files that could not be read are not looked at.
 */
export function findNeedless(config: Config, places: readonly KnownPlace[]): readonly SettingsWarning[] {
  return [...unusedGroups(config), ...unusedPlaces(config), ...otherPlans(config, places)];
}

function unusedGroups({ peers, indicators }: Config): readonly SettingsWarning[] {
  if (indicators.some(({ content }) => content === null)) return [];
  const used = new Set(indicators.map(({ content }) => content?.peers));
  // A place that a rule names is fetched as a member of whichever group it is in.
  const named = new Set(
    indicators.flatMap(({ content }) =>
      content === null
        ? []
        : simpleRules(content.rule).flatMap(({ rule }) => (rule.id === 'against' ? rule.place : [])),
    ),
  );
  return (peers.content?.groups ?? []).flatMap((group, index) =>
    used.has(group.id) || membersOf([group]).some((code) => named.has(code))
      ? []
      : [
          warning(
            peers,
            ['groups', index, 'id'],
            `No indicator is compared with '${group.id}': its figures are fetched for nothing. Take the group out, or name it in an indicator.`,
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

function otherPlans(
  { plan, peers, indicators, report }: Config,
  places: readonly KnownPlace[],
): readonly SettingsWarning[] {
  if (plan.content === null || peers.content === null) return [];
  const own = plan.content.municipality;
  const concerned = { own, peers: new Set(membersOf(peers.content.groups)) };
  const warn = (file: ConfigFile<unknown>, texts: readonly PlacedText[]) =>
    strayNames(texts, places, concerned).map(({ path, name, isPeer }) =>
      warning(file, path, `'${keyOf(path)}' speaks of ${name}, ${isPeer ? peerText(own.name) : otherText(own.name)}`),
    );
  return [
    ...warn(plan, textsOfPlan(plan.content)),
    ...(report.content === null ? [] : warn(report, textsOfReport(report.content))),
    ...indicators.flatMap((file) => (file.content === null ? [] : warn(file, textsOfIndicator(file.content)))),
  ];
}

/** The key that a text stands under, also where it is one of a list. */
function keyOf(path: Path): string {
  return path.filter((part) => typeof part === 'string').at(-1) ?? '';
}

function otherText(own: string): string {
  return `which the plan of ${own} has nothing to do with. Write it for ${own}.`;
}

function peerText(own: string): string {
  return `a peer, where nothing is compared. Write it for ${own}.`;
}

function warning(file: ConfigFile<unknown>, path: Path, text: string): SettingsWarning {
  return { file: file.file, ...file.locate(path), text, write: [] };
}
