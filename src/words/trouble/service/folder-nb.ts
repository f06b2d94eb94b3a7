import { typedCommand } from '../../typed-command.ts';
import { joined, quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { type FolderTrouble, withoutStop } from './service-trouble.ts';

/** What operations are told of a folder of settings that cannot be used, or worked for, in plain bokmål. */
export function folderNb(trouble: FolderTrouble): ToldTrouble {
  const { folder, municipality, isServed, isToldToOthers, said } = trouble;
  const who = municipality ?? folder;
  const check = typedCommand('config check', folder);
  const whyYou = isToldToOthers ? `Du får vite det fordi ${who} ikke kan varsles på egne kanaler.` : '';
  if (trouble.kind === 'work-failed') {
    const isFull = trouble.why === 'full';
    const reason = isFull ? 'disken som databasen ligger på, er full' : quotedText(withoutStop(said), 'nb');
    return {
      happened: `Næringspuls kan ikke arbeide for ${who}`,
      sentence: joined(`Næringspuls kan ikke ta inn tall eller vurdere indikatorer for ${who}: ${reason}.`, whyYou),
      action: isFull
        ? 'Gi plass på disken. Tjenesten prøver igjen av seg selv.'
        : 'Rett det som står der. Tjenesten prøver igjen av seg selv.',
    };
  }
  return {
    happened: `Innstillingene for ${who} kan ikke brukes`,
    sentence: joined(
      `Innstillingene i ${folder} kan ikke brukes: ${quotedText(withoutStop(said), 'nb')}.`,
      isServed ? `${who} følges videre med innstillingene fra før.` : `${who} følges ikke før det er rettet.`,
      whyYou,
    ),
    action: isServed
      ? `Rett det som står der, se etter med \`${check}\`, og last tjenesten på nytt.`
      : `Rett det som står der, og se etter med \`${check}\`. Tjenesten prøver igjen hvert minutt.`,
  };
}
