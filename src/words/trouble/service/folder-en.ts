import { typedCommand } from '../../typed-command.ts';
import { joined, quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { type FolderTrouble, withoutStop } from './service-trouble.ts';

/** What operations are told of a folder of settings that cannot be used, or worked for, in plain English. */
export function folderEn(trouble: FolderTrouble): ToldTrouble {
  const { folder, municipality, isServed, isToldToOthers, said } = trouble;
  const who = municipality ?? folder;
  const check = typedCommand('config check', folder);
  const whyYou = isToldToOthers ? `You are told since ${who} has no channel of its own that can be used.` : '';
  if (trouble.kind === 'work-failed') {
    const isFull = trouble.why === 'full';
    const reason = isFull ? 'the disk that holds the database is full' : quotedText(withoutStop(said), 'en');
    return {
      happened: `Næringspuls cannot work for ${who}`,
      sentence: joined(`Næringspuls cannot take in figures or assess indicators for ${who}: ${reason}.`, whyYou),
      action: isFull
        ? 'Make room on the disk. The service tries again by itself.'
        : 'Put right what is named. The service tries again by itself.',
    };
  }
  return {
    happened: `The settings of ${who} cannot be used`,
    sentence: joined(
      `The settings in ${folder} cannot be used: ${quotedText(withoutStop(said), 'en')}.`,
      isServed ? `${who} is followed with the settings it had.` : `${who} is not followed until it is put right.`,
      whyYou,
    ),
    action: isServed
      ? `Put right what is named, check it with \`${check}\`, and reload the service.`
      : `Put right what is named, and check it with \`${check}\`. The service tries again every minute.`,
  };
}
