import { SYMBOL_MEANINGS } from '../../model/data/symbol-meaning.ts';
import type { Trouble } from '../../model/trouble.ts';
import { dateText, timeText } from '../date-text.ts';
import { handlingTextsOf } from '../file/language.ts';
import { listed } from '../list.ts';
import { missingFiles } from './missing-files.ts';
import { questionSentence } from '../question/question-sentence.ts';
import { changeNb } from './change-nb.ts';
import { joined, linesByPlace, plainTitle, saidIn } from './facts.ts';
import { failureNb, silenceNb } from './failure-nb.ts';
import { placeNb } from './place-nb.ts';
import { isServiceTrouble } from './service/service-trouble.ts';
import { serviceNb } from './service/service-nb.ts';
import type { ToldTrouble, TroubleNames } from './told.ts';

const NOTHING = 'Du trenger ikke gjøre noe.';
const ASKS_AGAIN = `${NOTHING} Næringspuls spør igjen av seg selv.`;

type Of<Kind extends Trouble['kind']> = Extract<Trouble, { kind: Kind }>;

/** What operations are told, in plain bokmål. */
export function tellNb(trouble: Trouble, names: TroubleNames): ToldTrouble {
  if (isServiceTrouble(trouble)) return serviceNb(trouble);
  switch (trouble.kind) {
    case 'refused':
      return refused(trouble, names);
    case 'no-answer':
    case 'never-answered':
      return silent(trouble, names);
    case 'late':
      return late(trouble, names);
    case 'zero': {
      const [what, place] = [names.dataset(trouble.dataset), trouble.place ?? 'hele landet'];
      return {
        happened: `${what} viser 0 der det ikke kan være 0`,
        sentence: `${what} viser 0 for ${place} i ${trouble.period}. Det kan ikke være et tall, så tallet regnes som manglende.`,
        action: `Er 0 riktig, kjør \`naeringspuls ingest --accept ${trouble.item}\`. Ellers trenger du ikke gjøre noe.`,
      };
    }
    case 'symbol':
      return symbol(trouble, names);
    case 'clock':
      return {
        happened: 'Klokken på maskinen går feil',
        sentence:
          `Den nyeste kjøringen i databasen er fra ${instant(trouble.newest)}, og klokken på denne maskinen viser ` +
          `${instant(trouble.now)}. Klokken har gått for fort, eller går for sent. Svar fra kilden avvises til det tidspunktet.`,
        action: 'Still klokken, og kjør `naeringspuls repair clock`.',
      };
    case 'standing':
      return standing(trouble);
    case 'missing-places': {
      const what = `SSB-tabell ${trouble.table}`;
      const places = trouble.missing.map(({ code, name }) => (name === code ? code : `${name} (${code})`));
      const files = missingFiles(trouble.missing, { line: 'linje', places: 'skriver ut oppføringen som gjelder' });
      return {
        happened: `${what} mangler ${trouble.missing.length === 1 ? 'et sted' : 'steder'} det spørres etter`,
        sentence: `${what} har ikke ${listed(places, 'nb')}, som det spørres etter. Tall derfra mangler, og resten er tatt inn.`,
        action: `Se om kodene er rette i ${listed(files, 'nb')}.`,
      };
    }
    case 'places': {
      const lines = [...linesByPlace(trouble.findings)].map(
        ([place, write]) =>
          `Skriv dette under \`codes\` for ${place} i \`config/regions.yaml\` (\`naeringspuls config places\` skriver ut oppføringen som gjelder):\n${write.join('\n')}`,
      );
      return {
        happened: 'Steder i innstillingene stemmer ikke med kilden',
        sentence: trouble.findings.map(placeNb).join(' '),
        action:
          lines.length === 0
            ? 'Rett oppføringen for stedet i `config/regions.yaml`; `naeringspuls config places` skriver ut den som gjelder, og `naeringspuls doctor` sier hva som står igjen.'
            : lines.join('\n'),
      };
    }
    case 'descriptions':
      return descriptions(trouble);
    case 'found': {
      const what = names.dataset(trouble.dataset);
      return {
        happened: `Nye tall i ${what}, som SSBs liste ikke viste`,
        sentence:
          `Nye tall ble funnet da hele tabell ${trouble.table} ble lest. SSBs liste over endrede tabeller hadde ikke vist ` +
          `dem. ${handlingTextsOf('nb').changes(trouble.counts)}`,
        action: `Tallene er lagret. ${NOTHING}`,
      };
    }
    case 'file-refused':
      return {
        happened: `Filen «${trouble.name}» er avvist`,
        sentence: saidIn(trouble, 'nb') ?? `Filen «${trouble.name}» er avvist. Ingen tall er endret.`,
        action: 'Rett filen, og lever den på nytt med `naeringspuls import`.',
      };
    case 'file-held': {
      const { name, questions } = trouble;
      const asked = questions.map((question) => `\n- ${questionSentence(question, 'nb')}`);
      return {
        happened: `Filen «${name}» er holdt tilbake`,
        sentence: `${handlingTextsOf('nb').held(name)}${asked.join('')}`,
        action:
          `Se hva filen ville gi, med \`naeringspuls import show "${name}"\`. Er den rett, ta den inn med ` +
          `\`naeringspuls import accept "${name}"\`; er den ikke det, legg den bort med \`naeringspuls import drop "${name}"\`.`,
      };
    }
  }
}

function refused({ dataset, failure }: Of<'refused'>, names: TroubleNames): ToldTrouble {
  const what = names.dataset(dataset);
  const { reason, action } = failureNb(failure, dataset);
  return {
    happened: `Nye tall fra ${what} er ikke tatt inn`,
    sentence: joined(`Det siste svaret for ${what} er ikke tatt inn, og tallene fra før står.`, reason),
    action: action ?? ASKS_AGAIN,
  };
}

function silent(trouble: Of<'no-answer' | 'never-answered'>, names: TroubleNames): ToldTrouble {
  const [what, date] = [names.dataset(trouble.dataset), dateText(trouble.since, 'nb')];
  const { reason, action } = silenceNb(trouble.failure);
  const said =
    trouble.kind === 'no-answer'
      ? `Det er ikke kommet svar for ${what} siden ${date}.`
      : `Det er aldri kommet svar for ${what}, som det ble spurt etter første gang ${date}.`;
  return { happened: `Det kommer ikke svar for ${what}`, sentence: joined(said, reason), action: action ?? ASKS_AGAIN };
}

function late({ dataset, publishedAt, days }: Of<'late'>, names: TroubleNames): ToldTrouble {
  const [what, date] = [names.dataset(dataset), dateText(publishedAt, 'nb')];
  if (names.isFile(dataset)) {
    return {
      happened: `${what} er forsinket`,
      sentence: `${what} er forsinket: den ble levert sist ${date}, og det ventes en ny minst hver ${days}. dag.`,
      action: 'Lever den nye filen med `naeringspuls import` når den er klar.',
    };
  }
  return {
    happened: `${what} er forsinket`,
    sentence: `${what} er forsinket: siste publisering var ${date}, og det ventes nye tall minst hver ${days}. dag.`,
    action: 'Du trenger ikke gjøre noe med mindre SSB sier at tabellen er lagt ned.',
  };
}

function symbol({ table, symbol: shown, found }: Of<'symbol'>, names: TroubleNames): ToldTrouble {
  const what = table === null ? names.dataset(found[0]?.dataset ?? '') : `SSB-tabell ${table}`;
  const cells = found.reduce((sum, one) => sum + one.cells, 0);
  const where = cells === 1 ? 'én celle' : `${cells} celler, først i den`;
  const written = `'${shown.replaceAll("'", "''")}'`;
  return {
    happened: `${what} viser et ukjent tegn`,
    sentence:
      `${what} viser tegnet «${shown}», som ingen har forklart, i ${where} med kodene ${found[0]?.cell ?? ''}. ` +
      'Står tegnet i stedet for et tall, regnes tallet som manglende; står det ved siden av, gjelder tallet.',
    action:
      'Slå opp hva tegnet betyr, i merknadene til tabellen, og skriv det i `symbols.yaml` ved siden av de andre ' +
      `innstillingene, på en linje under \`symbols:\`, slik: \`${written}: missing\`. Det kan være ` +
      `${SYMBOL_MEANINGS.map((one) => `\`${one}\``).join(', ')}.`,
  };
}

function standing({ standing: { kind, table, lastPeriod, successor } }: Of<'standing'>): ToldTrouble {
  const what = `SSB-tabell ${table}`;
  const last = lastPeriod === null ? '' : ` Siste periode er ${lastPeriod}.`;
  const action =
    successor === null
      ? 'Det er ikke funnet noen tabell som fortsetter den. Slå statistikken opp i Statistikkbanken, og skriv tabellnummeret i `datasets.yaml` blant innstillingene.'
      : `Tabell ${successor.table} («${plainTitle(successor.label)}») ser ut til å fortsette den. \`naeringspuls doctor --live\` skriver ut linjene som bytter tabell, og sier hva byttet bryter.`;
  const said = {
    closed: [`${what} er avsluttet`, `SSB har avsluttet tabell ${table}, som ikke får nye tall.${last}`],
    gone: [`${what} er borte`, `SSB kjenner ikke lenger tabell ${table}. Tallene fra før står.${last}`],
    'standing-still': [
      `${what} står stille`,
      `SSB-tabell ${table} står stille, mens en annen tabell med samme tittel har nyere tall.${last}`,
    ],
  }[kind];
  return { happened: said[0] ?? '', sentence: said[1] ?? '', action };
}

function descriptions({ tables }: Of<'descriptions'>): ToldTrouble {
  const numbers = tables.map(({ table }) => table);
  const lines = tables.flatMap(({ breaks }) => breaks);
  return {
    happened: `SSB sier noe nytt om tabell ${listed(numbers, 'nb')}`,
    sentence: tables
      .map(({ table, changes }) => {
        const clauses = [...new Set(changes.map(changeNb))];
        return `Om tabell ${table} sier SSB noe annet enn før: ${clauses.join('; ')}.`;
      })
      .join('\n'),
    action:
      lines.length === 0
        ? `${NOTHING} Merknadene kan leses med \`naeringspuls notes\`.`
        : `En merknad taler om et brudd. Kan tallene ikke sammenliknes, skriv under \`breaks\` i \`config/corrections.yaml\`:\n${lines.join('\n')}`,
  };
}

function instant(at: string): string {
  return `${dateText(at, 'nb')} kl. ${timeText(at, 'nb')}`;
}
