import { levelOf } from '../../model/data/place.ts';
import type { DatasetDimensions } from './dataset-dimensions.ts';
import { isKnownPlace, type KnownPlaces, unknownPlace } from '../known-places.ts';
import type { IndicatorFile } from '../files/indicator-file.ts';
import { allowedWords } from '../../platform/nearest-word.ts';
import type { PeersFile } from '../files/peers-file.ts';
import type { SettingsFinding } from '../problem.ts';
import { simpleRules } from '../files/simple-rules.ts';

interface PlaceContext {
  readonly datasets: ReadonlyMap<string, DatasetDimensions>;
  readonly groups: PeersFile['groups'] | null;
  readonly own: string | null;
  /** `null` where regions.yaml could not be read. */
  readonly known: KnownPlaces | null;
}

/** The single place that a rule compares with must be another than the own one, and one whose figures are fetched. */
export function checkPlaces(indicator: IndicatorFile, around: PlaceContext): readonly SettingsFinding[] {
  return simpleRules(indicator.rule).flatMap(({ rule, path }) => {
    if (rule.id !== 'against') return [];
    const at = [...path, 'place'];
    const isMunicipality = levelOf(rule.place) === 'municipality';
    const found = isMunicipality ? checkMunicipality(rule.place, around) : checkWider(rule.place, indicator, around);
    return found.map((text) => ({ path: at, text }));
  });
}

function checkWider(code: string, { inputs }: IndicatorFile, { datasets, known }: PlaceContext): readonly string[] {
  if (known !== null && !isKnownPlace(code, known)) return [unknownPlace(code, known)];
  const used = [
    ...new Set(inputs.flatMap(({ dataset, per }) => [dataset, ...(per === undefined ? [] : [per.dataset])])),
  ];
  return used
    .filter((id) => datasets.get(id)?.byPlace === false)
    .map(
      (id) =>
        `'${id}' is not fetched by place, so ${levelOf(code) === 'country' ? 'the country' : 'the county'} ('${code}') cannot stand beside the municipality in it: write another place, or take the figures from a dataset that is.`,
    );
}

function checkMunicipality(code: string, { groups, own, known }: PlaceContext): readonly string[] {
  if (code === own) return [`'${code}' is the own municipality; write the place it is compared with.`];
  if (known !== null && !isKnownPlace(code, known)) return [unknownPlace(code, known)];
  if (groups === null) return [];
  const fetched = groups.flatMap(({ regions }) => regions.flatMap(({ members }) => members));
  if (fetched.includes(code)) return [];
  return [
    `'${code}' is in no group of peers.yaml, and is therefore not fetched: add it to one; ${allowedWords(code, ['0', ...new Set(fetched)])}`,
  ];
}
