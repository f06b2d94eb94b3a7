import { LOCALES } from '../locale.ts';
import type { MessageTexts } from './texts.ts';

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Plain English. */
export const messageTextsEn: MessageTexts = {
  locale: LOCALES.en,
  news: { good: 'good news', bad: 'bad news' },
  labels: { period: 'Period', cause: 'Cause', flags: 'Note', source: 'Source' },
  page: 'See the whole plan',
  lead: (indicators, plan, municipality) =>
    `Here is what is new about ${number(indicators)} ${indicators === 1 ? 'indicator' : 'indicators'} of ${plan}, ${municipality}.`,
  troubleLead: (municipality) =>
    `This is about running Næringspuls for ${municipality}, not about the plan's indicators.`,
  subject: (indicators, municipality) =>
    `${municipality}: news about ${number(indicators)} ${indicators === 1 ? 'indicator' : 'indicators'} of the business plan`,
  troubleSubject: (municipality) => `${municipality}: running Næringspuls`,
  subjectOfOne: (title, municipality) => `${municipality}: ${title}`,
  closing: (municipality) => `From Næringspuls, which follows the business plan of ${municipality}`,
  troubleClosing: 'There is one message when something goes wrong, and one when it is in order again.',
  firstMeasurement: 'There is a first measurement. The municipality can now set the ambition',
  firstAssessment: (to, isUnmet) => `First assessment: ${to}${isUnmet ? ' (the ambition is not met)' : ''}`,
  unjudged: (to) => `Cannot be judged: ${to.toLowerCase()}`,
  correction: (from, to) => `Correction: still ${to}. The change to ${from} the same day no longer holds`,
  unsettled: (from, to, { changes, withinDays }) =>
    `The status changes often: ${number(changes)} times in ${withinDays} days, last from ${from} to ${to}. ` +
    `The next message comes when it has been stable for ${withinDays} days`,
  settled: (to) => `Has settled: ${to}`,
  reminder: (to, since) => `Reminder: ${to} since ${since}`,
  trouble: 'Something is wrong',
  troubleOver: 'In order again',
  notice: 'For your information',
  wasAbout: (sentence) => `It was about this: ${sentence}`,
  published: (date) => `published ${date}`,
  handedIn: (date) => `handed in ${date}`,
  testSubject: (subject) => `TEST – ${subject}`,
  testLead: 'This is a test. Nothing has changed; the indicator below is made up.',
  example: {
    title: 'Made-up indicator',
    from: 'Unchanged',
    to: 'Met',
    cause: 'this is a test',
    sentence: 'The figure for 2025 is 1\u202F234.5, up 12.3 from 1\u202F222.2 in 2024. The ambition is met.',
  },
};

function number(count: number): string {
  return NUMBERS[count] ?? String(count);
}
