import type { Status } from '../../model/plan/assessment.ts';
import { LOCALES } from '../locale.ts';
import type { MessageTexts } from './texts.ts';

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Plain English. */
export const messageTextsEn: MessageTexts = {
  locale: LOCALES.en,
  news: { good: 'good news', bad: 'bad news' },
  labels: {
    ...{ ambition: 'Ambition', meaning: 'The figure', period: 'Period', cause: 'Cause', margin: 'Margin' },
    ...{ flags: 'Note', source: 'Source', next: 'Next', action: 'What to do' },
    ...{ statistic: 'Statistics', indicators: 'Indicators' },
  },
  page: 'See the whole plan',
  indicatorLink: 'See the indicator',
  lead: (indicators, plan, municipality) =>
    `Here is what is new about ${number(indicators)} ${indicators === 1 ? 'indicator' : 'indicators'} of ${plan}, ${municipality}.`,
  overviewLead: (plan, municipality) =>
    `This is the first assessment of ${plan}, ${municipality}. A message comes when the status of an indicator changes.`,
  overviewSubject: (municipality) => `First assessment of the business plan (${municipality})`,
  troubleLead: (municipality) =>
    `This is about running Næringspuls for ${municipality}, not about the plan's indicators.`,
  subject: (indicators, municipality, cause) =>
    `News about ${number(indicators)} indicators${cause === null ? '' : `: ${cause}`} (${municipality})`,
  subjectOfSame: (happened, indicators, municipality) =>
    `${happened}: ${number(indicators)} indicators (${municipality})`,
  troubleSubject: (municipality) => `${municipality}: running Næringspuls`,
  troubleSubjectOfOne: (happened, municipality) => `${happened} (${municipality})`,
  troubleSubjectOfSeveral: (happened, others, municipality) =>
    `${happened}, and ${number(others)} ${others === 1 ? 'thing' : 'things'} more (${municipality})`,
  troubleIsOver: (title) => `In order again: ${title}`,
  subjectOfOne: (happened, title, municipality) => `${happened}: ${title} (${municipality})`,
  happened: {
    ...{ 'on-track': 'Met', 'partly-met': 'Partly met', stable: 'Unchanged', 'off-track': 'Not met' },
    ...{ alike: 'About the same', 'too-little': 'Too small a change' },
    ...{ 'ambition-not-set': 'Ambition not set', 'not-measured': 'No longer measured' },
    ...{ insufficient: 'Cannot be judged', break: 'Cannot be judged', 'no-longer-met': 'No longer met' },
    ...{ 'first-assessment': 'First assessment', 'first-measurement': 'First measurement', reminder: 'Reminder' },
    ...{ correction: 'Correction', settled: 'Has settled', unsettled: 'Changes often' },
  },
  closing: (municipality) => `From Næringspuls, which follows the business plan of ${municipality}`,
  troubleClosing: 'There is one message when something goes wrong, and one when it is in order again.',
  standing: (word, status) => (status === 'stable' ? `${word} (the ambition is not met)` : arrivedAt(word, status)),
  arrivedAt,
  firstMeasurement: 'There is a first measurement. The municipality can now set the level of its ambition',
  firstAssessment: (to) => `First assessment: ${to}`,
  correction: (from, to) => `Correction: still ${to}. The change to ${from} the same day no longer holds`,
  unsettled: (from, to, { changes, withinDays }) =>
    `The status changes often: ${number(changes)} times in ${withinDays} days, last from ${from} to ${to}. ` +
    `The next message comes when it has been stable for ${withinDays} days`,
  settled: (to) => `Has settled: ${to}`,
  reminder: (to, since) => `Reminder: ${to} since ${since}`,
  ordinary: 'The change is no larger than is usual from year to year.',
  marginDecided: 'The margin decided the verdict. It is set in Næringspuls and has not been politically adopted.',
  nextFigures: (month) => `New figures are expected in ${month}.`,
  trouble: 'Something is wrong',
  troubleOver: 'In order again',
  notice: 'For your information',
  wasAbout: (sentence) => `It was about this: ${sentence}`,
  nothingToDo: 'There is nothing you need to do.',
  published: (date) => `published ${date}`,
  handedIn: (date) => `handed in ${date}`,
  testSubject: (subject) => `TEST – ${subject}`,
  testLead: {
    staff: 'This is a test. Nothing has changed; the indicator below is made up.',
    operations: 'This is a test. Nothing is wrong; what is told below is made up.',
  },
  example: {
    title: 'Made-up indicator',
    from: 'Unchanged',
    to: 'Met',
    cause: 'this is a test',
    sentence: 'The figure for 2025 is 1\u202f234.5, up 12.3 from 1\u202f222.2 in 2024. The ambition is met.',
    ambition: 'A yearly increase in something made up',
    meaning: 'A made-up figure.',
  },
  troubleExample: {
    title: 'Made-up table',
    happened: 'SSB table 00000 is late',
    sentence: 'SSB table 00000 is late: it was last published on 6 June 2025. There is nothing you need to do.',
  },
};

function number(count: number): string {
  return NUMBERS[count] ?? String(count);
}

function arrivedAt(word: string, status: Status): string {
  return status === 'break' ? `Cannot be judged: ${lowered(word)}` : word;
}

function lowered(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
