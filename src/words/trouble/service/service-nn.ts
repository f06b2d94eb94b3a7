import type { OutputProblem } from '../../../model/trouble.ts';
import { dateText } from '../../date-text.ts';
import { quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { folderNn } from './folder-nn.ts';
import { type OutputTexts, type ServiceTrouble, type WhyTexts, withoutStop } from './service-trouble.ts';

const WHY: WhyTexts = {
  away: 'mappa er ikkje der',
  full: 'disken er full',
  closed: 'fila er open i eit anna program, eller mappa er stengd for tenesta',
};

const OUTPUT: OutputTexts = {
  'page-failed': {
    happened: 'Sida for tilsette er ikkje oppdatert',
    what: 'Sida for tilsette',
    stays: 'Sida frå før står.',
  },
  'copy-failed': {
    happened: 'Kopien for analytikarar er ikkje oppdatert',
    what: 'Kopien for analytikarar',
    stays: 'Kopien frå før står.',
  },
  'workbook-failed': {
    happened: 'Arbeidsboka for analytikarar er ikkje oppdatert',
    what: 'Arbeidsboka for analytikarar',
    stays: 'Arbeidsboka frå før står.',
  },
};
const CLOSED_ACTION =
  'Lat att fila der ho er open, eller gi tenesta skrivetilgang til mappa. Under systemd må mappa òg stå i ' +
  '`ReadWritePaths` for tenesta (`systemctl edit naeringspuls`). Det blir prøvd igjen etter neste køyring.';
const OUTPUT_ACTION: Readonly<Record<OutputProblem, string>> = {
  away: 'Sjå om mappa finst, og om disken er kopla til. Det blir prøvd igjen etter neste køyring.',
  full: 'Gi plass på disken. Det blir prøvd igjen etter neste køyring.',
  closed: CLOSED_ACTION,
  other: CLOSED_ACTION,
};

/** What operations are told of the service itself: its files, channels and settings, in plain nynorsk. */
export function serviceNn(trouble: ServiceTrouble): ToldTrouble {
  if (trouble.kind === 'drill-failed') {
    const { file, said } = trouble;
    return {
      happened: 'Ein tryggingskopi kan ikkje takast i bruk',
      sentence: `Tenesta prøvde tryggingskopien ${file}, og han kan ikkje ta plassen til databasen: ${quotedText(withoutStop(said), 'nn')}.`,
      action: `Sjå kva som er gale, med \`naeringspuls restore --verify ${file}\`. Neste tryggingskopi blir òg prøvd.`,
    };
  }
  if (trouble.kind === 'delivery') {
    const { channel, since, givenUp, said } = trouble;
    const lost = givenUp === 0 ? '' : ` ${givenUp} ${givenUp === 1 ? 'melding er gitt opp' : 'meldingar er gitt opp'}.`;
    return {
      happened: `Meldingar kjem ikkje fram på kanalen ${channel}`,
      sentence: `Den eldste meldinga som ikkje har kome fram på kanalen ${channel}, er frå ${dateText(since, 'nn')}. Siste svar: ${quotedText(withoutStop(said), 'nn')}.${lost}`,
      action: `Rett oppsettet for kanalen, og prøv det med \`naeringspuls alerts test ${channel}\`. Meldingar som er gitt opp, blir sende på nytt med \`naeringspuls alerts resend\`.`,
    };
  }
  if (trouble.kind === 'settings-refused' || trouble.kind === 'work-failed') return folderNn(trouble);
  const why = trouble.why === 'other' ? quotedText(withoutStop(trouble.said), 'nn') : WHY[trouble.why];
  if (trouble.kind !== 'backup-failed') {
    const { happened, what, stays } = OUTPUT[trouble.kind];
    return {
      happened,
      sentence: `${what}, ${trouble.file}, kunne ikkje bytast ut: ${why}. ${stays}`,
      action: OUTPUT_ACTION[trouble.why],
    };
  }
  const { folder, isSecond } = trouble;
  return isSecond
    ? {
        happened: 'Tryggingskopien manglar på den andre staden',
        sentence: `Tryggingskopien er laga, men kunne ikkje kopierast til ${folder}: ${why}.`,
        action: 'Sjå om disken er kopla til, og om tenesta kan skrive der. Det blir prøvd igjen etter neste køyring.',
      }
    : {
        happened: 'Tryggingskopien i dag er ikkje laga',
        sentence: `Tryggingskopien i dag kunne ikkje skrivast i ${folder}: ${why}. Dei frå før står.`,
        action: 'Gi tenesta skrivetilgang til mappa, og gi plass på disken. Det blir prøvd igjen etter neste køyring.',
      };
}
