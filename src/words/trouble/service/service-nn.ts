import { quotedText } from '../facts.ts';
import type { ToldTrouble } from '../told.ts';
import { type ServiceTrouble, type WhyTexts, withoutStop } from './service-trouble.ts';

const WHY: WhyTexts = {
  away: 'mappa er ikkje der',
  full: 'disken er full',
  closed: 'fila er open i eit anna program, eller mappa er stengd for tenesta',
};

/** What operations are told of the files that the service keeps, in plain nynorsk. */
export function serviceNn(trouble: ServiceTrouble): ToldTrouble {
  if (trouble.kind === 'drill-failed') {
    const { file, said } = trouble;
    return {
      happened: 'Ein tryggingskopi kan ikkje takast i bruk',
      sentence: `Tenesta prøvde tryggingskopien ${file}, og han kan ikkje ta plassen til databasen: ${quotedText(withoutStop(said), 'nn')}.`,
      action: `Sjå kva som er gale, med \`naeringspuls restore --verify ${file}\`. Neste tryggingskopi blir òg prøvd.`,
    };
  }
  const why = trouble.why === 'other' ? quotedText(withoutStop(trouble.said), 'nn') : WHY[trouble.why];
  if (trouble.kind === 'copy-failed') {
    return {
      happened: 'Kopien for analytikarar er ikkje oppdatert',
      sentence: `Kopien for analytikarar, ${trouble.file}, kunne ikkje bytast ut: ${why}. Kopien frå før står.`,
      action:
        'Lat att fila der ho er open, eller gi tenesta skrivetilgang til mappa. Det blir prøvd igjen etter neste køyring.',
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
