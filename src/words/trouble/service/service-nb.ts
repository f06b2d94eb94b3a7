import type { OutputProblem } from '../../../model/trouble.ts';
import { dateText } from '../../date-text.ts';
import { quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { folderNb } from './folder-nb.ts';
import { type OutputTexts, type ServiceTrouble, type WhyTexts, withoutStop } from './service-trouble.ts';

const WHY: WhyTexts = {
  away: 'mappen er ikke der',
  full: 'disken er full',
  closed: 'filen er åpen i et annet program, eller mappen er lukket for tjenesten',
};

const OUTPUT: OutputTexts = {
  'page-failed': {
    happened: 'Siden for ansatte er ikke oppdatert',
    what: 'Siden for ansatte',
    stays: 'Siden fra før står.',
  },
  'copy-failed': {
    happened: 'Kopien for analytikere er ikke oppdatert',
    what: 'Kopien for analytikere',
    stays: 'Kopien fra før står.',
  },
  'workbook-failed': {
    happened: 'Arbeidsboken for analytikere er ikke oppdatert',
    what: 'Arbeidsboken for analytikere',
    stays: 'Arbeidsboken fra før står.',
  },
};
const CLOSED_ACTION =
  'Lukk filen der den er åpen, eller gi tjenesten skrivetilgang til mappen. Under systemd må mappen også stå i ' +
  '`ReadWritePaths` for tjenesten (`systemctl edit naeringspuls`). Det prøves igjen etter neste kjøring.';
const OUTPUT_ACTION: Readonly<Record<OutputProblem, string>> = {
  away: 'Se om mappen finnes, og om disken er koblet til. Det prøves igjen etter neste kjøring.',
  full: 'Gi plass på disken. Det prøves igjen etter neste kjøring.',
  closed: CLOSED_ACTION,
  other: CLOSED_ACTION,
};

/** What operations are told of the service itself: its files, channels and settings, in plain bokmål. */
export function serviceNb(trouble: ServiceTrouble): ToldTrouble {
  if (trouble.kind === 'drill-failed') {
    const { file, said } = trouble;
    return {
      happened: 'En sikkerhetskopi kan ikke tas i bruk',
      sentence: `Tjenesten prøvde sikkerhetskopien ${file}, og den kan ikke ta databasens plass: ${quotedText(withoutStop(said), 'nb')}.`,
      action: `Se hva som er galt, med \`naeringspuls restore --verify ${file}\`. Neste sikkerhetskopi prøves også.`,
    };
  }
  if (trouble.kind === 'delivery') {
    const { channel, since, givenUp, said } = trouble;
    const lost = givenUp === 0 ? '' : ` ${givenUp} ${givenUp === 1 ? 'melding er' : 'meldinger er'} gitt opp.`;
    return {
      happened: `Meldinger kommer ikke fram på kanalen ${channel}`,
      sentence: `Den eldste meldingen som ikke er kommet fram på kanalen ${channel}, er fra ${dateText(since, 'nb')}. Siste svar: ${quotedText(withoutStop(said), 'nb')}.${lost}`,
      action: `Rett oppsettet for kanalen, og prøv det med \`naeringspuls alerts test ${channel}\`. Meldinger som er gitt opp, sendes på nytt med \`naeringspuls alerts resend\`.`,
    };
  }
  if (trouble.kind === 'settings-refused' || trouble.kind === 'work-failed') return folderNb(trouble);
  const why = trouble.why === 'other' ? quotedText(withoutStop(trouble.said), 'nb') : WHY[trouble.why];
  if (trouble.kind !== 'backup-failed') {
    const { happened, what, stays } = OUTPUT[trouble.kind];
    return {
      happened,
      sentence: `${what}, ${trouble.file}, kunne ikke erstattes: ${why}. ${stays}`,
      action: OUTPUT_ACTION[trouble.why],
    };
  }
  const { folder, isSecond } = trouble;
  return isSecond
    ? {
        happened: 'Sikkerhetskopien mangler på det andre stedet',
        sentence: `Sikkerhetskopien er laget, men kunne ikke kopieres til ${folder}: ${why}.`,
        action: 'Se om disken er koblet til, og om tjenesten kan skrive der. Det prøves igjen etter neste kjøring.',
      }
    : {
        happened: 'Dagens sikkerhetskopi er ikke laget',
        sentence: `Dagens sikkerhetskopi kunne ikke skrives i ${folder}: ${why}. De fra før står.`,
        action: 'Gi tjenesten skrivetilgang til mappen, og gi plass på disken. Det prøves igjen etter neste kjøring.',
      };
}
