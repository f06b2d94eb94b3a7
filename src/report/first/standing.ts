import type { Status } from '../../model/plan/assessment.ts';
import { JUDGED, type JudgedCount, type Standing } from '../../words/page/first.ts';
import type { Context } from '../context.ts';
import type { PageIndicator } from '../page-input.ts';

/** Counts the indicators by what is said of them; those measured for another place or by something else apart. */
export function standingOf({ input }: Context): Standing {
  const { indicators, municipality, wording } = input;
  const judged = indicators.filter(({ assessment }) => JUDGED.includes(assessment.status));
  const proxies = judged.filter(isProxy);
  const places = proxies.flatMap(({ assessment: { coverage } }) =>
    coverage === null || coverage === 'municipality' ? [] : [wording.place(coverage, municipality)],
  );
  const of = (...statuses: readonly Status[]) =>
    indicators.filter(({ assessment }) => statuses.includes(assessment.status)).length;
  return {
    municipality,
    own: countJudged(judged.filter((one) => !isProxy(one))),
    proxy: countJudged(proxies),
    proxyPlaces: places.length < proxies.length ? [] : [...new Set(places)],
    notSet: of('ambition-not-set'),
    notMeasured: of('not-measured'),
    unsettled: of('insufficient', 'break'),
  };
}

/** Is it measured for another place, or by something that stands in for it? */
export function isProxy({ assessment }: PageIndicator): boolean {
  return assessment.flags.includes('proxy');
}

function countJudged(indicators: readonly PageIndicator[]): JudgedCount {
  const of = (status: Status) => indicators.filter(({ assessment }) => assessment.status === status).length;
  const [stable, off] = [of('stable'), of('off-track')];
  return { all: indicators.length, met: of('on-track'), partly: of('partly-met'), notMet: stable + off, stable };
}
