import { typedCommand } from '../../typed-command.ts';
import { joined, quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { type FolderTrouble, withoutStop } from './service-trouble.ts';

/** What operations are told of a folder of settings that cannot be used, or worked for, in plain nynorsk. */
export function folderNn(trouble: FolderTrouble): ToldTrouble {
  const { folder, municipality, isServed, isToldToOthers, said } = trouble;
  const who = municipality ?? folder;
  const check = typedCommand('config check', folder);
  const whyYou = isToldToOthers ? `Du får vite det fordi ${who} ikkje kan varslast på eigne kanalar.` : '';
  if (trouble.kind === 'work-failed') {
    const isFull = trouble.why === 'full';
    const reason = isFull ? 'disken som databasen ligg på, er full' : quotedText(withoutStop(said), 'nn');
    return {
      happened: `Næringspuls kan ikkje arbeide for ${who}`,
      sentence: joined(`Næringspuls kan ikkje ta inn tal eller vurdere indikatorar for ${who}: ${reason}.`, whyYou),
      action: isFull
        ? 'Gi plass på disken. Tenesta prøver igjen av seg sjølv.'
        : 'Rett det som står der. Tenesta prøver igjen av seg sjølv.',
    };
  }
  return {
    happened: `Innstillingane for ${who} kan ikkje brukast`,
    sentence: joined(
      `Innstillingane i ${folder} kan ikkje brukast: ${quotedText(withoutStop(said), 'nn')}.`,
      isServed ? `${who} blir følgd vidare med innstillingane frå før.` : `${who} blir ikkje følgd før det er retta.`,
      whyYou,
    ),
    action: isServed
      ? `Rett det som står der, sjå etter med \`${check}\`, og last tenesta på nytt.`
      : `Rett det som står der, og sjå etter med \`${check}\`. Tenesta prøver igjen kvart minutt.`,
  };
}
