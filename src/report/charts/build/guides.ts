import type { Rule } from '../../../model/plan/rule.ts';
import { amountOf } from '../../context.ts';
import type { Guide, KeyEntry } from '../chart.ts';
import { decimalsOf } from '../draw/axis.ts';
import { marginOf } from './bands.ts';
import { type Frame, publishedDecimals } from './frame.ts';
import { numberIn } from './lines.ts';

/** A line with the words that explain it. */
export interface NamedGuide extends Guide {
  readonly name: string;
}

/** The lines that a rule on levels asks about; none for a rule that asks about none. */
export function guidesOf(frame: Frame): readonly NamedGuide[] {
  const { rule } = frame;
  if (rule.id === 'threshold') return limitsOf(frame, rule);
  if (rule.id === 'target') return targetOf(frame, rule);
  if (rule.id === 'stable-or-improved') return baseOf(frame, rule);
  return rule.id === 'against' ? requiredOf(frame, rule) : [];
}

/** The key entries of lines that are explained. */
export function guideKey(guides: readonly NamedGuide[]): readonly KeyEntry[] {
  return guides.map(({ kind, name }) => ({ sign: kind, text: name }));
}

/** What is worked out from the settings; a unit that begins with a number is left to the axis, beside a number it misleads. */
function amount({ context, unit, decimals: most }: Frame, value: number, decimals = publishedDecimals([value], most)) {
  return amountOf(context, value, decimals, /^\d/.test(unit) ? '' : unit);
}

/** What stands in the settings, with the decimals it is written with there. */
function asWritten(frame: Frame, value: number): string {
  return amount(frame, value, decimalsOf(value));
}

/** A level line over all periods, or from one of them on; also over a single one. */
function level({ slots, step }: Frame, kind: Guide['kind'], value: number, name: string, from?: number): NamedGuide {
  const first = Math.max(from ?? -Infinity, slots[0]?.at ?? 0);
  const last = slots.at(-1)?.at ?? first;
  const end = last > first ? last : first + step;
  return { kind, name, positions: [first, end].map((at) => ({ at, value })) };
}

function limitsOf(frame: Frame, { min, max, outer }: Extract<Rule, { id: 'threshold' }>): readonly NamedGuide[] {
  const { limit } = frame.words.names;
  const named = [
    ['limit', 'min', min],
    ['limit', 'max', max],
    ['outer', 'outerMin', outer?.min],
    ['outer', 'outerMax', outer?.max],
  ] as const;
  return named.flatMap(([kind, name, value]) =>
    value === undefined ? [] : [level(frame, kind, value, limit[name](asWritten(frame, value)))],
  );
}

/** The goal, and the straight path to it from the base on, flat after its year. */
function targetOf(frame: Frame, rule: Extract<Rule, { id: 'target' }>): readonly NamedGuide[] {
  const { indicator, part, slots, words } = frame;
  const { base = null, goal = null } = indicator.facts.parts[part] ?? {};
  if (goal === null) return [];
  const told = rule.value === undefined ? amount(frame, goal) : asWritten(frame, rule.value);
  const limit = level(frame, 'limit', goal, words.names.goal(String(rule.year), told));
  const start = slots.find(({ period }) => period === base?.period);
  const end = slots.find(({ period }) => Math.floor(period / 1000) === rule.year);
  if (rule.path === 'at-end' || base === null || start === undefined || end === undefined) return [limit];
  const positions = [
    { at: start.at, value: base.value },
    { at: end.at, value: goal },
  ];
  return [limit, { kind: 'path', name: words.names.path, positions }];
}

/** The lowest (for a decrease the highest) that the base and its margin leave room for. */
function baseOf(frame: Frame, rule: Extract<Rule, { id: 'stable-or-improved' }>): readonly NamedGuide[] {
  const base = frame.indicator.facts.parts[frame.part]?.base ?? null;
  if (rule.base === undefined || base === null) return [];
  const start = frame.slots.find(({ period }) => period === base.period);
  if (start === undefined) return [];
  const margin = marginOf(rule.base.tolerance, base.value) * (rule.direction === 'increase' ? -1 : 1);
  const value = base.value + margin;
  const name = frame.words.names.base[rule.direction](start.label, amount(frame, value));
  return [level(frame, 'base', value, name, start.at)];
}

/** What the other place's level asks of the own one. */
function requiredOf({ slots, words }: Frame, rule: Extract<Rule, { id: 'against' }>): readonly NamedGuide[] {
  const found = slots.flatMap(({ at, point }) => {
    const other = point?.places?.find(({ id }) => id === rule.place);
    const value = numberIn(other?.level);
    if (other === undefined || value === null) return [];
    return [{ at, name: other.name, value: rule.as === 'share' ? (value * rule.min) / 100 : value + rule.min }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const positions = found.map(({ at, value }) => ({ at, value }));
  return [{ kind: 'limit', name: words.names.required(first.name), positions }];
}
