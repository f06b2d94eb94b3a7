import type { CategorySelection, ContentsSelection, DatasetDefinition, JobDefinition } from '../../model/data/job.ts';
import { SURVEY } from '../../model/data/survey.ts';
import { dimensionsKept } from '../override-dataset.ts';

/** The codes of a dimension, or how many it has where only the source knows them. */
export type DimensionCodes = readonly string[] | 'one' | 'several';

/** What a dataset is known to hold before it is fetched; regions and time are left out. */
export interface DatasetDimensions {
  readonly codes: ReadonlyMap<string, DimensionCodes>;
  /** False when the table may bring dimensions of its own. */
  readonly complete: boolean;
  /** What a job fetches of it; empty for an imported one, which holds no percentages of places. */
  readonly contents: readonly ContentsSelection[];
  /** Is it asked for by place, whichever alternative is taken? Then the country can be asked for too. */
  readonly byPlace: boolean;
  /** What it holds of its table now, where that is kept by other dimensions than what was read of its first one. */
  readonly afterSwitch: DatasetDimensions | null;
}

/** The dimension that distinguishes kinds of figures. */
export const CONTENTS = 'ContentsCode';

const IMPORTED: Readonly<Record<string, Readonly<Record<string, DimensionCodes>>>> = {
  [SURVEY.dataset]: { [SURVEY.dimension]: 'several', [CONTENTS]: [SURVEY.index, SURVEY.respondents] },
  'municipal-emissions': { Sektor: 'several', Utslippskilde: 'several', Klimagass: 'several', [CONTENTS]: 'one' },
};

/** Dataset → dimensions whose categories the publisher adds and renames: what is not counted waits for a decision. */
export const OPEN_DIMENSIONS: Readonly<Record<string, readonly string[]>> = { 'municipal-emissions': ['Sektor'] };

/** Every dataset that a job fetches or the municipality imports, by id. */
export function datasetDimensions(jobs: readonly JobDefinition[]): ReadonlyMap<string, DatasetDimensions> {
  const fetched = jobs
    .flatMap((job) => job.datasets)
    .map((definition): [string, DatasetDimensions] => {
      const first = definition.earlier?.[0] ?? definition;
      const isOther = dimensionsKept(first).join() !== dimensionsKept(definition).join();
      return [definition.id, { ...fetchedOf(first), afterSwitch: isOther ? fetchedOf(definition) : null }];
    });
  const imported = Object.entries(IMPORTED).map(([id, codes]): [string, DatasetDimensions] => {
    const held = { codes: new Map(Object.entries(codes)), complete: true, contents: [], byPlace: false };
    return [id, { ...held, afterSwitch: null }];
  });
  return new Map([...imported, ...fetched]);
}

/** As they are kept: what is the same quantity as a category of before has its name. */
function fetchedOf({ contents, alternatives, sameAs = [] }: DatasetDefinition): DatasetDimensions {
  const selections = alternatives.flatMap(({ select }) => Object.entries(select));
  const codes = new Map(
    selections.map(([variable, selection]): [string, DimensionCodes] => {
      const same = sameAs.find((one) => one.variable === variable);
      return same === undefined ? [variable, codesOf(selection)] : [same.dimension, [same.keptAs]];
    }),
  );
  return {
    codes: codes.set(CONTENTS, contentsCodes(contents)),
    complete: alternatives.every(({ otherVariables }) => otherVariables === 'refuse'),
    contents,
    byPlace: alternatives.every(({ regions }) => regions !== undefined),
    afterSwitch: null,
  };
}

function codesOf(selection: CategorySelection): DimensionCodes {
  if (selection === '*') return 'several';
  if ('codes' in selection) return selection.codes;
  return 'labelled' in selection ? 'one' : selection;
}

function contentsCodes(contents: readonly ContentsSelection[]): DimensionCodes {
  const codes = contents.flatMap(({ code }) => (code === undefined ? [] : [code]));
  if (codes.length === contents.length) return codes;
  return contents.length === 1 ? 'one' : 'several';
}
