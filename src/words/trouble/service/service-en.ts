import type { OutputProblem } from '../../../model/trouble.ts';
import { dateText } from '../../date-text.ts';
import { quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { folderEn } from './folder-en.ts';
import { type OutputTexts, type ServiceTrouble, type WhyTexts, withoutStop } from './service-trouble.ts';

const WHY: WhyTexts = {
  away: 'the folder is not there',
  full: 'the disk is full',
  closed: 'the file is open in another program, or the folder is closed to the service',
};

const OUTPUT: OutputTexts = {
  'page-failed': {
    happened: 'The page for staff is not up to date',
    what: 'The page for staff',
    stays: 'The page before it stays.',
  },
  'copy-failed': {
    happened: 'The copy for analysts is not up to date',
    what: 'The copy for analysts',
    stays: 'The copy before it stays.',
  },
  'workbook-failed': {
    happened: 'The workbook for analysts is not up to date',
    what: 'The workbook for analysts',
    stays: 'The workbook before it stays.',
  },
};
const CLOSED_ACTION =
  'Close the file where it is open, or give the service write access to the folder. Under systemd the folder must also ' +
  'stand in `ReadWritePaths` of the service (`systemctl edit naeringspuls`). It is tried again after the next run.';
const OUTPUT_ACTION: Readonly<Record<OutputProblem, string>> = {
  away: 'See whether the folder is there, and whether its disk is attached. It is tried again after the next run.',
  full: 'Make room on the disk. It is tried again after the next run.',
  closed: CLOSED_ACTION,
  other: CLOSED_ACTION,
};

/** What operations are told of the service itself: its files, channels and settings, in plain English. */
export function serviceEn(trouble: ServiceTrouble): ToldTrouble {
  if (trouble.kind === 'drill-failed') {
    const { file, said } = trouble;
    return {
      happened: 'A backup cannot be used',
      sentence: `The service tried the backup ${file}, and it cannot take the place of the database: ${quotedText(withoutStop(said), 'en')}.`,
      action: `See what is wrong, with \`naeringspuls restore --verify ${file}\`. The next backup is tried as well.`,
    };
  }
  if (trouble.kind === 'delivery') {
    const { channel, since, givenUp, said } = trouble;
    const lost = givenUp === 0 ? '' : ` ${givenUp} ${givenUp === 1 ? 'message has' : 'messages have'} been given up.`;
    return {
      happened: `Messages do not arrive on the channel ${channel}`,
      sentence: `The oldest message that has not arrived on the channel ${channel} is of ${dateText(since, 'en')}. The last answer: ${quotedText(withoutStop(said), 'en')}.${lost}`,
      action: `Correct the settings of the channel, and try them with \`naeringspuls alerts test ${channel}\`. Messages that were given up are sent again with \`naeringspuls alerts resend\`.`,
    };
  }
  if (trouble.kind === 'settings-refused' || trouble.kind === 'work-failed') return folderEn(trouble);
  const why = trouble.why === 'other' ? quotedText(withoutStop(trouble.said), 'en') : WHY[trouble.why];
  if (trouble.kind !== 'backup-failed') {
    const { happened, what, stays } = OUTPUT[trouble.kind];
    return {
      happened,
      sentence: `${what}, ${trouble.file}, could not be replaced: ${why}. ${stays}`,
      action: OUTPUT_ACTION[trouble.why],
    };
  }
  const { folder, isSecond } = trouble;
  return isSecond
    ? {
        happened: 'The backup is missing in the second place',
        sentence: `The backup has been made, but could not be copied to ${folder}: ${why}.`,
        action:
          'See whether the disk is attached, and whether the service may write there. It is tried again after the next run.',
      }
    : {
        happened: 'The backup of today has not been made',
        sentence: `The backup of today could not be written in ${folder}: ${why}. Those before it stay.`,
        action:
          'Give the service write access to the folder, and make room on the disk. It is tried again after the next run.',
      };
}
