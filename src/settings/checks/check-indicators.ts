import { basename } from 'node:path';
import { checkInputs } from './check-inputs.ts';
import { checkPercentages } from './check-percentages.ts';
import { checkPlaces } from './check-places.ts';
import { checkRules } from './check-rules.ts';
import { checkWorkedExample } from './check-worked-example.ts';
import type { DatasetDimensions } from './dataset-dimensions.ts';
import type { KnownPlaces } from '../known-places.ts';
import type { IndicatorFile } from '../files/indicator-file.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { PeersFile } from '../files/peers-file.ts';
import type { SettingsFinding } from '../problem.ts';
import { simpleRules } from '../files/simple-rules.ts';

/** What one indicator is checked against; `null` where the file that says it could not be read. */
export interface IndicatorSurroundings {
  readonly datasets: ReadonlyMap<string, DatasetDimensions>;
  readonly groups: PeersFile['groups'] | null;
  /** Today's code of the own municipality. */
  readonly own: string | null;
  readonly known: KnownPlaces | null;
}

/** The parts of one indicator must make sense together, and name datasets and peers there are. */
export function checkIndicator(
  indicator: IndicatorFile,
  file: string,
  around: IndicatorSurroundings,
): readonly SettingsFinding[] {
  const name = basename(file, '.yaml');
  const misnamed = `The id is '${indicator.id}' and the file is '${name}.yaml'; they must be the same.`;
  return [
    ...(indicator.id === name ? [] : [{ path: ['id'], text: misnamed }]),
    ...checkInputs(indicator, around.datasets),
    ...checkRules(indicator),
    ...checkPlaces(indicator, around),
    ...checkComparison(indicator, around),
    ...checkPercentages(indicator, around),
    ...checkWorkedExample(indicator, comparedRegionIds(indicator, around)),
  ];
}

function checkComparison(indicator: IndicatorFile, around: IndicatorSurroundings): readonly SettingsFinding[] {
  const { peers, requiredPeers, measure } = indicator;
  const comparing = simpleRules(indicator.rule).find(
    ({ rule }) => rule.id === 'growth-lead' || rule.id === 'relative-position' || rule.id === 'rank',
  );
  const needed = measure === 'gap' || comparing !== undefined;
  if (peers === undefined) {
    const because = measure === 'gap' ? "The measure 'gap'" : `The rule '${comparing?.rule.id ?? ''}'`;
    const missing = `${because} compares with others: write which after 'peers:', a group of peers.yaml.`;
    const useless = "'requiredPeers' stands here without 'peers'.";
    return [
      ...(needed ? [{ path: measure === 'gap' ? ['measure'] : (comparing?.path ?? ['rule']), text: missing }] : []),
      ...(requiredPeers === undefined ? [] : [{ path: ['requiredPeers'], onKey: true, text: useless }]),
    ];
  }
  if (!needed) {
    return [
      {
        path: ['peers'],
        onKey: true,
        text: "Neither the measure nor the rule compares with others; leave 'peers' out.",
      },
    ];
  }
  return around.groups === null ? [] : checkGroup(peers, indicator, around);
}

function checkGroup(
  peers: string,
  indicator: IndicatorFile,
  around: IndicatorSurroundings,
): readonly SettingsFinding[] {
  const ids = (around.groups ?? []).map(({ id }) => id);
  if (!ids.includes(peers)) {
    return [{ path: ['peers'], text: `The peer group '${peers}' is not in peers.yaml; ${allowedWords(peers, ids)}` }];
  }
  const regions = comparedRegionIds(indicator, around);
  const { requiredPeers = 0 } = indicator;
  if (regions === null) return [];
  const besides = `'${peers}' has ${regions.length} besides the own municipality`;
  const required = { path: ['requiredPeers'], text: `${requiredPeers} peers are required, and ${besides}.` };
  const tooEasy = simpleRules(indicator.rule).flatMap(({ rule, path }) => {
    if (rule.id !== 'rank' || rule.within <= regions.length) return [];
    const text = `Every rank is within ${rule.within}, as ${besides}: write at most ${regions.length}.`;
    return [{ path: [...path, 'within'], text }];
  });
  return [...(requiredPeers > regions.length ? [required] : []), ...tooEasy];
}

/** Ids of the regions the own municipality is compared with; `null` when that is not known. */
function comparedRegionIds({ peers }: IndicatorFile, { groups, own }: IndicatorSurroundings): readonly string[] | null {
  const group = groups?.find(({ id }) => id === peers);
  if (group === undefined || own === null) return null;
  return group.regions.filter(({ members }) => members.some((code) => code !== own)).map(({ id }) => id);
}
