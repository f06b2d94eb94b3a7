import type { IndicatorDefinition } from '../../model/plan/indicator.ts';
import type { ReplacedVariable } from '../../source/describe/compare-tables.ts';

/** Groups of a dataset's variable that are other groups in the next table. */
interface OtherGroups extends ReplacedVariable {
  readonly datasetId: string;
  /** True where the periods before stay with the old table: the old groups are then asked for too. */
  readonly isBreak: boolean;
}

/**
 * What must be written in the files of the indicators when a dataset goes over to other groups, in sentences: the new
 * groups, and the second table, which is asked for the same ones. None where no indicator takes groups from the dataset.
 */
export function adviceToIndicators(
  { datasetId, code, by, isBreak }: OtherGroups,
  indicators: readonly IndicatorDefinition[],
): readonly string[] {
  return indicators.flatMap(({ id, inputs }) =>
    inputs.flatMap(({ dataset, secondTable }) => {
      if (dataset !== datasetId && secondTable !== datasetId) return [];
      const file = `indicators/${id}.yaml`;
      const groups = isBreak
        ? `In ${file}, write the groups of ${by.code} under \`afterSwitch\`, within the entry of \`inputs\` for ${dataset}; config/README.md shows how.`
        : `In ${file}, write the groups of ${by.code} in the place of those of ${code}.`;
      const other = dataset === datasetId ? secondTable : dataset;
      const both =
        secondTable === undefined
          ? []
          : [
              `${id} asks ${dataset} and its \`secondTable\` ${secondTable} for the same groups: switch ${other ?? ''} too, with lines of its own in datasets.yaml, or leave \`secondTable\` out of ${file}.`,
            ];
      return [...(dataset === datasetId ? [groups] : []), ...both];
    }),
  );
}
