import { parseTimePeriod } from '../../../model/time-period.ts';
import type { SeriesBreak } from '../../../model/plan/series-facts.ts';
import { capitalised } from '../../../words/capital.ts';
import { listed } from '../../../words/list.ts';
import type { AxisMark, ChartPoint } from '../chart.ts';
import type { Frame } from './frame.ts';
import type { Slot } from './slots.ts';

/** The breaks as marks half a step before the first figures after them, each with its reason. */
export function breakMarks(frame: Frame): readonly AxisMark[] {
  const { slots, step, words } = frame;
  return slots.flatMap((slot) =>
    slot.breaks.length === 0
      ? []
      : [{ at: slot.at - step / 2, label: words.break.label(uncapitalised(reasonOf(frame, slot.breaks))) }],
  );
}

/** Several breaks at one place are told together, and the places that the source has marked by name. */
function reasonOf({ words, context }: Frame, breaks: readonly SeriesBreak[]): string {
  const kinds = [...new Set(breaks.map(({ kind }) => kind))];
  const reasons = kinds.map((kind) => {
    const details = [...new Set(breaks.filter((one) => one.kind === kind).map(({ detail }) => detail))];
    return words.break.reason[kind](
      kind === 'marked-break' ? listed(details, context.input.language) : details.join('; '),
    );
  });
  return reasons.join('; ').replace(/\.$/, '');
}

/** A name in capitals is left as it is. */
function uncapitalised(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** The notes of the municipality: numbered marks in the picture, one a period, and every note as a line below it. */
export function annotationsOf({ indicator, slots, context }: Frame): {
  readonly notes: readonly AxisMark[];
  readonly annotations: readonly string[];
} {
  const notes = indicator.annotations;
  const numbers = new Map<number, readonly number[]>();
  const annotations = notes.map(({ period, text }, index) => {
    const slot = slotAt(slots, period);
    if (slot !== undefined) numbers.set(slot.at, [...(numbers.get(slot.at) ?? []), index + 1]);
    const known = parseTimePeriod(period);
    return `${slot?.label ?? (known === null ? period : labelOf(context, known.code))}: ${text}`;
  });
  return {
    notes: [...numbers].map(([at, those]) => ({ at, label: those.join(', ') })),
    annotations,
  };
}

function labelOf({ input }: Frame['context'], code: string): string {
  const period = parseTimePeriod(code);
  return period === null ? code : input.wording.period(period.year * 1000);
}

/** The slot of a period; of a year, or a date in it, the first of that year. */
function slotAt(slots: readonly Slot[], code: string): Slot | undefined {
  const year = Number(code.slice(0, 4));
  const exact = slots.find(({ label, period }) => label === code || codeIs(period, code));
  return exact ?? slots.find(({ period }) => Math.floor(period / 1000) === year);
}

function codeIs(period: number, code: string): boolean {
  const parsed = parseTimePeriod(code);
  return parsed !== null && Math.floor(period / 1000) === parsed.year && period % 1000 === parsed.subPeriod;
}

/** What is said below a picture: each break with its reason, what lacks, and what is provisional. */
export function remarksOf(frame: Frame, own: readonly ChartPoint[]): readonly string[] {
  const { slots, words, context } = frame;
  const { language } = context.input;
  const broken = slots
    .filter(({ breaks }) => breaks.length > 0)
    .map((slot) => words.break.told(slot.label, uncapitalised(reasonOf(frame, slot.breaks))));
  const last = slots.findLastIndex(({ point }) => point !== null);
  const lacking = own
    .filter(({ value, bounds, startsAnew }, index) => value === null && bounds === null && !startsAnew && index <= last)
    .map(({ label }) => label);
  const provisional = own
    .filter(({ marks, value }) => value !== null && marks.includes('provisional'))
    .map(({ label }) => label);
  return [
    ...broken,
    ...(lacking.length === 0 ? [] : [words.lacking(listed(lacking, language))]),
    ...(provisional.length === 0 ? [] : [words.provisionalIs(listed(provisional, language))]),
  ].map((sentence) => `${capitalised(sentence)}.`);
}
