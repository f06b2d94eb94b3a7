import { quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { type ServiceTrouble, type WhyTexts, withoutStop } from './service-trouble.ts';

const WHY: WhyTexts = {
  away: 'mappen er ikke der',
  full: 'disken er full',
  closed: 'filen er åpen i et annet program, eller mappen er lukket for tjenesten',
};

/** What operations are told of the files that the service keeps, in plain bokmål. */
export function serviceNb(trouble: ServiceTrouble): ToldTrouble {
  if (trouble.kind === 'drill-failed') {
    const { file, said } = trouble;
    return {
      happened: 'En sikkerhetskopi kan ikke tas i bruk',
      sentence: `Tjenesten prøvde sikkerhetskopien ${file}, og den kan ikke ta databasens plass: ${quotedText(withoutStop(said), 'nb')}.`,
      action: `Se hva som er galt, med \`naeringspuls restore --verify ${file}\`. Neste sikkerhetskopi prøves også.`,
    };
  }
  const why = trouble.why === 'other' ? quotedText(withoutStop(trouble.said), 'nb') : WHY[trouble.why];
  if (trouble.kind === 'copy-failed') {
    return {
      happened: 'Kopien for analytikere er ikke oppdatert',
      sentence: `Kopien for analytikere, ${trouble.file}, kunne ikke erstattes: ${why}. Kopien fra før står.`,
      action:
        'Lukk filen der den er åpen, eller gi tjenesten skrivetilgang til mappen. Det prøves igjen etter neste kjøring.',
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
