import { isDeepStrictEqual } from 'node:util';
import type { AbsoluteTolerance, Tolerance } from '../../model/plan/rule.ts';
import { readsBase } from '../../model/plan/rule-reach.ts';
import type { IndicatorFile } from '../files/indicator-file.ts';
import type { SettingsFinding, Path } from '../problem.ts';
import { simpleRules, type SimpleRule } from '../files/simple-rules.ts';

type RuleOf<Id extends SimpleRule['id']> = Extract<SimpleRule, { id: Id }>;
type Measure = IndicatorFile['measure'];

/** Every rule of an indicator must be able to speak: of its measure, and with limits, years and margins that fit. */
export function checkRules({ rule, measure }: IndicatorFile): readonly SettingsFinding[] {
  const rules = simpleRules(rule);
  return [...rules.flatMap(({ rule: one, path }) => checkRule(one, path, measure)), ...checkRepeated(rules)];
}

/** A requirement that stands twice would count twice. */
function checkRepeated(parts: ReturnType<typeof simpleRules>): readonly SettingsFinding[] {
  const isTwice = (at: number) => parts.slice(0, at).some(({ rule }) => isDeepStrictEqual(rule, parts[at]?.rule));
  return parts.flatMap(({ path }, at) =>
    isTwice(at) ? [{ path, text: 'This part stands twice, and would count twice: change one, or take it away.' }] : [],
  );
}

function checkRule(rule: SimpleRule, path: Path, measure: Measure): readonly SettingsFinding[] {
  switch (rule.id) {
    case 'relative-position':
      return only(['gap'], measure, path, "'relative-position' judges the distance to the peers: write measure: gap");
    case 'growth-lead': {
      const text = "'growth-lead' compares growth: write measure: growth (or level, or ratio)";
      return only(['growth', 'level', 'ratio'], measure, path, text);
    }
    case 'rank': {
      const text = "'rank' counts the places that are better: write measure: level, growth or ratio";
      return only(['level', 'growth', 'ratio'], measure, path, text);
    }
    case 'against':
      return only(['level', 'ratio'], measure, path, "'against' compares levels: write measure: level or ratio");
    case 'annual-change':
      return checkDemand(rule, path, measure);
    case 'threshold':
      return checkThreshold(rule, path);
    case 'target':
      return checkTarget(rule, path, measure);
    case 'stable-or-improved':
    case 'no-worse-than-mean':
    case 'not-set':
      return [];
  }
}

function only(measures: readonly Measure[], measure: Measure, path: Path, text: string): readonly SettingsFinding[] {
  return measures.includes(measure) ? [] : [{ path, text: `${text}, not '${measure}'.` }];
}

function checkDemand(
  { atLeast, tolerance }: RuleOf<'annual-change'>,
  path: Path,
  measure: Measure,
): readonly SettingsFinding[] {
  if (atLeast === undefined) return [];
  const at = [...path, 'atLeast'];
  if ('percentOfPrevious' in atLeast && isDifference(measure)) {
    const text = `A growth cannot be demanded of the measure '${measure}', which may be nil or less: write { absolute: … }.`;
    return [{ path: at, text }];
  }
  const [demand, margin] = [sizeOf(atLeast), sizeOf(tolerance)];
  if (margin === 0) return demand > 0 ? [] : [{ path: at, text: 'A demanded change is above 0.' }];
  if ('absolute' in atLeast !== 'absolute' in tolerance) {
    const text =
      "Write 'atLeast' and 'tolerance' the same way, both absolute or both percentOfPrevious: the change that is demanded must be greater than the tolerance.";
    return [{ path: at, text }];
  }
  return demand > margin ? [] : [{ path: at, text: 'The change that is demanded must be greater than the tolerance.' }];
}

/** Measures that may be nil or negative, of which a percentage says nothing. */
function isDifference(measure: Measure): boolean {
  return measure === 'growth' || measure === 'gap';
}

function sizeOf(tolerance: Tolerance | AbsoluteTolerance): number {
  return 'absolute' in tolerance ? tolerance.absolute : tolerance.percentOfPrevious;
}

function checkThreshold({ min, max, outer }: RuleOf<'threshold'>, path: Path): readonly SettingsFinding[] {
  if (min === undefined && max === undefined)
    return [{ path, text: "A threshold has a limit: write 'min', 'max' or both." }];
  const crossed = min !== undefined && max !== undefined && min > max;
  const empty = outer !== undefined && outer.min === undefined && outer.max === undefined;
  return [
    ...(crossed ? [{ path: [...path, 'min'], text: `The lower limit ${min} is above the upper one, ${max}.` }] : []),
    ...(empty ? [{ path: [...path, 'outer'], text: "Write 'min', 'max' or both here, or leave 'outer' out." }] : []),
    ...checkOuter(outer?.min, min, [...path, 'outer', 'min'], 'below'),
    ...checkOuter(outer?.max, max, [...path, 'outer', 'max'], 'above'),
  ];
}

function checkOuter(
  outer: number | undefined,
  inner: number | undefined,
  path: Path,
  side: 'below' | 'above',
): readonly SettingsFinding[] {
  if (outer === undefined) return [];
  const key = side === 'below' ? 'min' : 'max';
  if (inner === undefined) return [{ path, text: `This outer limit has no '${key}' inside it: write that too.` }];
  const isOutside = side === 'below' ? outer < inner : outer > inner;
  return isOutside ? [] : [{ path, text: `An outer limit is ${side} the limit itself, ${inner}.` }];
}

function checkTarget(rule: RuleOf<'target'>, path: Path, measure: Measure): readonly SettingsFinding[] {
  const { value, change, base, year, path: way } = rule;
  if ((value === undefined) === (change === undefined)) {
    return [{ path, text: "A target is a 'value' to be reached or a 'change' from the base: write one of the two." }];
  }
  if (change !== undefined && 'percentOfBase' in change && isDifference(measure)) {
    const text = `A change in per cent says nothing of the measure '${measure}', which may be nil or less: write { absolute: … }.`;
    return [{ path: [...path, 'change'], text }];
  }
  if (base === undefined) {
    const why = change === undefined ? 'a straight path begins in' : 'a change is counted from';
    return readsBase(rule) ? [{ path, text: `'base' is missing: the year that ${why}.` }] : [];
  }
  if (!readsBase(rule)) {
    const text = "A value that is to be reached at the end is not counted from any year; leave 'base' out.";
    return [{ path: [...path, 'base'], onKey: true, text }];
  }
  const isEarly = way === 'straight' ? base < year : base <= year;
  return isEarly ? [] : [{ path: [...path, 'base'], text: `The base must be before the year of the target, ${year}.` }];
}
