import { quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { type ServiceTrouble, type WhyTexts, withoutStop } from './service-trouble.ts';

const WHY: WhyTexts = {
  away: 'the folder is not there',
  full: 'the disk is full',
  closed: 'the file is open in another program, or the folder is closed to the service',
};

/** What operations are told of the files that the service keeps, in plain English. */
export function serviceEn(trouble: ServiceTrouble): ToldTrouble {
  if (trouble.kind === 'drill-failed') {
    const { file, said } = trouble;
    return {
      happened: 'A backup cannot be used',
      sentence: `The service tried the backup ${file}, and it cannot take the place of the database: ${quotedText(withoutStop(said), 'en')}.`,
      action: `See what is wrong, with \`naeringspuls restore --verify ${file}\`. The next backup is tried as well.`,
    };
  }
  const why = trouble.why === 'other' ? quotedText(withoutStop(trouble.said), 'en') : WHY[trouble.why];
  if (trouble.kind === 'copy-failed') {
    return {
      happened: 'The copy for analysts is not up to date',
      sentence: `The copy for analysts, ${trouble.file}, could not be replaced: ${why}. The copy before it stays.`,
      action:
        'Close the file where it is open, or give the service write access to the folder. It is tried again after the next run.',
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
