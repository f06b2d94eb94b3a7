import type { StoredDataset } from '../model/data/dataset.ts';
import type { IndicatorInput } from '../model/plan/indicator.ts';
import type { IndicatorPoint } from '../model/plan/indicator-series.ts';
import { SURVEY } from '../model/data/survey.ts';
import { placeFigure, selectSeries } from './place-series.ts';
import { categoriesOf } from './select-term.ts';

/**
 * The points of an index with the number of answers behind each. The same points where the dataset is not a survey, the
 * index is made of several questions, or the file does not say how many answered.
 */
export function addRespondents(
  points: readonly IndicatorPoint[],
  { terms: [term, ...others] }: Pick<IndicatorInput, 'terms'>,
  dataset: StoredDataset,
): readonly IndicatorPoint[] {
  const questions = term?.[SURVEY.dimension];
  const isOneQuestion = others.length === 0 && Array.isArray(questions) && questions.length === 1;
  if (dataset.publication.datasetId !== SURVEY.dataset || term === undefined || !isOneQuestion) return points;
  const answers = selectSeries(dataset, categoriesOf(dataset), [{ ...term, ContentsCode: [SURVEY.respondents] }]);
  return points.map((point) => {
    const count = placeFigure(answers, undefined, point.period);
    return 'value' in count ? { ...point, respondents: count.value } : point;
  });
}
