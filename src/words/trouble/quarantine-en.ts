import { QUARANTINE_REASONS, type QuarantineReason } from '../../model/data/quarantine-reason.ts';
import type { WrittenFacts } from './facts.ts';
import type { ToldFailure } from './told.ts';

type Words = (facts: WrittenFacts) => readonly [what: string, lookAt: string];

const REASONS: Readonly<Record<QuarantineReason, Words>> = {
  'lost-dimension': ({ text }) => [
    `The table no longer has the variable ${text('variable')}.`,
    'See whether the table counts something else now.',
  ],
  'lost-code': (facts) => [
    `The table no longer has ${codes(facts)} of the variable ${facts.text('variable')}.`,
    'See whether the codes were renamed or merged.',
  ],
  'lost-period': (facts) => [
    `The table no longer has figures for ${facts.text('codes')}${more(facts)}.`,
    'See whether the table was cut short, or another has taken over.',
  ],
  'changed-unit': ({ text }) => [
    `The unit has changed from “${text('before')}” to “${text('after')}” (${text('contents')}).`,
    'Compare a figure with the same figure of before.',
  ],
  'changed-decimals': ({ text }) => [
    `The figures had ${decimals(text('before'))} and now have ${decimals(text('after'))} (${text('contents')}).`,
    'Look at the margins of the indicators that use the figures.',
  ],
  'fewer-cells': ({ number }) => [
    `The answer has ${number('cells')} figures, and the last one had ${number('before')}.`,
    'See what the table no longer has.',
  ],
  'tenfold-jump': ({ number, text }) => [
    `A figure is revised to ten times what it was or more, or to a tenth or less: ${number('before')} became ${number('after')} in ${text('period')} (the codes ${text('cell')}).`,
    'Compare the figure with the table in Statbank, and see in its notes whether the unit has changed.',
  ],
  'figures-vanished': ({ number }) => [
    `${number('gone')} of ${number('of')} figures are gone or have become 0.`,
    'See whether the table is being updated just now, or whether codes of places or industries have changed.',
  ],
  'new-period-out-of-scale': ({ has, number, text }) =>
    has('times')
      ? [
          `The figures for ${text('period')} in table ${text('table')} are ${number('times')} times those in table ${text('earlierTable')}, which they go on from.`,
          'See whether the two tables count the same, in the same unit.',
        ]
      : [
          `The figures for ${text('period')} come to ${number('after')} in all, against ${number('before')} for ${text('earlier')}.`,
          'See whether the unit has changed, and whether the newest period is whole.',
        ],
  'parts-differ': ({ has, number, text }) => [
    `The parts of ${text('variable')} come to ${number('sum')} in ${text('period')}, and the table itself gives ${number('whole')} in all${has('place') ? ` (${text('place')})` : ''}.${has('uncounted') ? ` The variable also has ${text('uncounted')}, which is not counted.` : ''}`,
    'See whether a group was divided or has another code.',
  ],
};

/** Why a publication is held back, in plain English. */
export function quarantineEn(facts: WrittenFacts, dataset: string): ToldFailure {
  const reason = QUARANTINE_REASONS.find((one) => one === facts.text('reason'));
  const accept = `If the figures are right, \`naeringspuls ingest --accept ${dataset}\` takes them in.`;
  if (reason === undefined) {
    return {
      reason: 'The new figures differ so much from those of before that somebody must look at them.',
      action: accept,
    };
  }
  const [what, lookAt] = REASONS[reason](facts);
  const unit =
    'If SSB means it, write the new unit as the `unit` in `datasets.yaml` of the settings, and declare a break in `config/corrections.yaml`.';
  return { reason: what, action: `${lookAt} ${reason === 'changed-unit' ? unit : accept}` };
}

function codes(facts: WrittenFacts): string {
  return `the ${facts.text('codes').includes(',') ? 'codes' : 'code'} ${facts.text('codes')}${more(facts)}`;
}

function more(facts: WrittenFacts): string {
  const count = facts.text('more');
  return count === '' || count === '0' ? '' : ` and ${count} more`;
}

function decimals(count: string): string {
  return count === '1' ? '1 decimal' : `${count} decimals`;
}
