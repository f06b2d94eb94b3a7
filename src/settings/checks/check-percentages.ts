import type { ContentsSelection } from '../../model/data/job.ts';
import { CONTENTS, type DatasetDimensions } from './dataset-dimensions.ts';
import type { IndicatorFile, InputEntry } from '../files/indicator-file.ts';
import type { PeersFile } from '../files/peers-file.ts';
import type { SettingsFinding } from '../problem.ts';
import { simpleRules } from '../files/simple-rules.ts';

interface PercentageContext {
  readonly datasets: ReadonlyMap<string, DatasetDimensions>;
  readonly groups: PeersFile['groups'] | null;
  /** Today's code of the own municipality, which is left out of every comparison. */
  readonly own: string | null;
}

/**
 * A percentage is never summed over places: neither over all peers, as `pooled` does, nor over the members of a region.
 * Groups are not checked where `peers.yaml` could not be read.
 */
export function checkPercentages(
  indicator: IndicatorFile,
  { datasets, groups, own }: PercentageContext,
): readonly SettingsFinding[] {
  const used = indicator.inputs.flatMap((one) => [one, ...(one.per === undefined ? [] : [one.per])]);
  const input = used.find((one) => holdsPercentages(one, datasets.get(one.dataset)?.contents ?? []));
  if (input === undefined) return [];
  const never = `'${input.dataset}' holds percentages, which are never summed over places`;
  const pooled = simpleRules(indicator.rule).flatMap(({ rule, path }) =>
    rule.id === 'growth-lead' && rule.against === 'pooled'
      ? [{ path: [...path, 'against'], text: `${never}; 'pooled' sums the peers: write mean, median or each.` }]
      : [],
  );
  const summed = (groups?.find(({ id }) => id === indicator.peers)?.regions ?? [])
    .filter(({ members }) => members.filter((code) => code !== own).length > 1)
    .map(({ id }) => `'${id}'`);
  if (summed.length === 0) return pooled;
  const several = `of the group '${indicator.peers ?? ''}' the members of ${summed.join(', ')} would be`;
  const text = `${never}, and ${several}. Compare with a group in peers.yaml whose regions have one member each.`;
  return [...pooled, { path: ['peers'], text }];
}

function holdsPercentages({ terms }: Pick<InputEntry, 'terms'>, contents: readonly ContentsSelection[]): boolean {
  const percentages = contents.filter(({ quantity }) => quantity === 'percentage');
  return terms.some((term) => {
    const selection = term[CONTENTS];
    return percentages.some(({ code }) => {
      if (selection === undefined || code === undefined) return true;
      return 'not' in selection ? !selection.not.includes(code) : selection.includes(code);
    });
  });
}
