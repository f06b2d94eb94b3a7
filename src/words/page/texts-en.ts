import { evidenceEn } from './evidence/evidence-en.ts';
import { firstEn } from './first-en.ts';
import { toldEn } from './told-en.ts';
import type { PageTexts } from './texts.ts';

/** Plain English. */
export const textsEn: PageTexts = {
  pageTitle: (municipality, plan) => `${plan} – ${municipality}`,
  first: firstEn,
  told: toldEn,
  skip: 'Skip to the content',
  ambition: 'Ambition',
  period: 'Period',
  value: 'Value',
  inARow: (status, count) => `${status} ${count} periods in a row`,
  cause: 'Cause',
  noValue: 'No measurement',
  unchanged: (previousPeriod) => `unchanged from ${previousPeriod}`,
  moved: (up, change, previousPeriod) => `${up ? 'up' : 'down'} ${change} from ${previousPeriod}`,
  leadOver: (ahead, lead) => `${lead} ${ahead ? 'ahead of' : 'behind'} the comparison group`,
  proposedGroup: 'proposed comparison group',
  evidence: evidenceEn,
  past: {
    title: 'Status period by period',
    all: 'Value and status in each period',
    status: 'Status',
    lead: "Today's rule on the figures of each period.",
  },
  revisions: {
    title: 'Corrections since last time',
    none: 'The source has corrected none of the figures used here.',
    lead: (date) => `The source corrected figures on ${date}.`,
    peers: (names) => `Figures of ${names} in the comparison group were corrected too.`,
    before: 'Was',
    after: 'Is now',
    published: 'The figure the source revised',
    calculated: 'Calculated from it',
  },
  source: {
    title: 'Source',
    source: 'Source',
    table: 'Table',
    updated: 'Updated by the source',
    retrieved: 'Retrieved',
    licence: 'Licence',
    terms: (host) => `the terms of ${host}`,
    measurement: 'Measurement by the plan',
    references: 'Read more',
  },
  unmeasured: {
    title: 'What is not measured, or only indirectly',
    lead: 'Missing figures never count as a good result. Here is what is not measured or cannot be assessed, and why.',
    none: 'Everything in the plan is measured and assessed.',
  },
  guide: {
    title: 'How to read this page',
    statuses: {
      'on-track': 'The ambition was met in the latest period.',
      'partly-met': 'Some of the demands of a compound ambition were met, or the figure lay between two limits.',
      stable: 'No change beyond the margin. The ambition is not met.',
      alike:
        'No difference beyond the margin from those compared with, or from the path to the target. The ambition is not met.',
      'too-little': 'A change beyond the margin, but less than the plan demands. The ambition is not met.',
      'off-track':
        'It went the wrong way, was weaker than in the comparison group, or did not reach the limit or the path to the target.',
      'ambition-not-set': 'Measured, but no ambition has been adopted.',
      'not-measured': 'There is no measurement yet.',
      insufficient:
        'Measured, but the latest period cannot be judged. The reason, and what was last known, stand beside the indicator.',
      break: 'The two periods cannot be compared.',
    },
    terms: [
      [
        'Latest period',
        'The newest period the source has published, for any place. Where a figure is missing in it, it cannot be judged, and what was last known stands beside it.',
      ],
      [
        'Withheld',
        'The source has the figure, and does not show it for reasons of confidentiality. It never counts as 0.',
      ],
    ],
    flagsTitle: 'Notes',
    flags: {
      proxy: 'The figure stands in for something that is not measured, or is for a larger area than the municipality.',
      provisional: 'The source says that the figure is provisional.',
      stale: 'The source has not come with new figures as often as expected.',
      corrected:
        'The municipality has corrected at least one of the figures; reason and reference stand by the figure.',
      bounded:
        'Some groups are withheld for confidentiality; both ends of the index were calculated and give the same status.',
      'within-uncertainty': 'The change is smaller than two standard errors of the survey.',
      revised: 'The source has corrected one of the figures used.',
      'within-variation': 'The change is no larger than is usual from year to year.',
    },
    proposed: 'The municipality has not adopted whom it compares itself with, so the group is a proposal.',
  },
  quoted: (text) => `“${text}”`,
  toTop: 'To the overview',
  annotations: 'Events worth knowing about',
  ask: 'Questions about the figures? Ask',
  contact: 'Ask',
  readPlan: 'Read the plan',
};
