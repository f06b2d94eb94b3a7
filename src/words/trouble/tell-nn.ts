import { SYMBOL_MEANINGS } from '../../model/data/symbol-meaning.ts';
import type { Trouble } from '../../model/trouble.ts';
import { dateText, timeText } from '../date-text.ts';
import { handlingTextsOf } from '../file/language.ts';
import { listed } from '../list.ts';
import { missingFiles } from './missing-files.ts';
import { questionSentence } from '../question/question-sentence.ts';
import { changeNn } from './change-nn.ts';
import { joined, linesByPlace, plainTitle, saidIn } from './facts.ts';
import { failureNn, silenceNn } from './failure-nn.ts';
import { placeNn } from './place-nn.ts';
import { isServiceTrouble } from './service/service-trouble.ts';
import { serviceNn } from './service/service-nn.ts';
import type { ToldTrouble, TroubleNames } from './told.ts';

const NOTHING = 'Du treng ikkje gjere noko.';
const ASKS_AGAIN = `${NOTHING} Næringspuls spør igjen av seg sjølv.`;

type Of<Kind extends Trouble['kind']> = Extract<Trouble, { kind: Kind }>;

/** What operations are told, in plain nynorsk. */
export function tellNn(trouble: Trouble, names: TroubleNames): ToldTrouble {
  if (isServiceTrouble(trouble)) return serviceNn(trouble);
  switch (trouble.kind) {
    case 'refused':
      return refused(trouble, names);
    case 'no-answer':
    case 'never-answered':
      return silent(trouble, names);
    case 'late':
      return late(trouble, names);
    case 'zero': {
      const [what, place] = [names.dataset(trouble.dataset), trouble.place ?? 'heile landet'];
      return {
        happened: `${what} viser 0 der det ikkje kan vere 0`,
        sentence: `${what} viser 0 for ${place} i ${trouble.period}. Det kan ikkje vere eit tal, så talet blir rekna som manglande.`,
        action: `Er 0 rett, køyr \`naeringspuls ingest --accept ${trouble.item}\`. Elles treng du ikkje gjere noko.`,
      };
    }
    case 'symbol':
      return symbol(trouble, names);
    case 'clock':
      return {
        happened: 'Klokka på maskina går feil',
        sentence:
          `Den nyaste køyringa i databasen er frå ${instant(trouble.newest)}, og klokka på denne maskina viser ` +
          `${instant(trouble.now)}. Klokka har gått for fort, eller går for seint. Svar frå kjelda blir avviste fram til det tidspunktet.`,
        action: 'Still klokka, og køyr `naeringspuls repair clock`.',
      };
    case 'standing':
      return standing(trouble);
    case 'missing-places': {
      const what = `SSB-tabell ${trouble.table}`;
      const places = trouble.missing.map(({ code, name }) => (name === code ? code : `${name} (${code})`));
      const files = missingFiles(trouble.missing, { line: 'linje', places: 'skriv ut oppføringa som gjeld' });
      return {
        happened: `${what} manglar ${trouble.missing.length === 1 ? 'ein stad' : 'stader'} det er spurt etter`,
        sentence: `${what} har ikkje ${listed(places, 'nn')}, som det er spurt etter. Tal derifrå manglar, og resten er teke inn.`,
        action: `Sjå om kodane er rette i ${listed(files, 'nn')}.`,
      };
    }
    case 'places': {
      const lines = [...linesByPlace(trouble.findings)].map(
        ([place, write]) =>
          `Skriv dette under \`codes\` for ${place} i \`config/regions.yaml\` (\`naeringspuls config places\` skriv ut oppføringa som gjeld):\n${write.join('\n')}`,
      );
      return {
        happened: 'Stader i innstillingane stemmer ikkje med kjelda',
        sentence: trouble.findings.map(placeNn).join(' '),
        action:
          lines.length === 0
            ? 'Rett oppføringa for staden i `config/regions.yaml`; `naeringspuls config places` skriv ut den som gjeld, og `naeringspuls doctor` seier kva som står igjen.'
            : lines.join('\n'),
      };
    }
    case 'descriptions':
      return descriptions(trouble);
    case 'found': {
      const what = names.dataset(trouble.dataset);
      return {
        happened: `Nye tal i ${what}, som SSB si liste ikkje viste`,
        sentence:
          `Nye tal vart funne då heile tabell ${trouble.table} vart lesen. SSB si liste over endra tabellar hadde ikkje vist ` +
          `dei. ${handlingTextsOf('nn').changes(trouble.counts)}`,
        action: `Tala er lagra. ${NOTHING}`,
      };
    }
    case 'file-refused':
      return {
        happened: `Fila «${trouble.name}» er avvist`,
        sentence: saidIn(trouble, 'nn') ?? `Fila «${trouble.name}» er avvist. Ingen tal er endra.`,
        action: 'Rett fila, og lever ho på nytt med `naeringspuls import`.',
      };
    case 'file-held': {
      const { name, questions } = trouble;
      const asked = questions.map((question) => `\n- ${questionSentence(question, 'nn')}`);
      return {
        happened: `Fila «${name}» er halden tilbake`,
        sentence: `${handlingTextsOf('nn').held(name)}${asked.join('')}`,
        action:
          `Sjå kva fila ville gi, med \`naeringspuls import show "${name}"\`. Er ho rett, ta ho inn med ` +
          `\`naeringspuls import accept "${name}"\`; er ho ikkje det, legg ho bort med \`naeringspuls import drop "${name}"\`.`,
      };
    }
  }
}

function refused({ dataset, failure }: Of<'refused'>, names: TroubleNames): ToldTrouble {
  const what = names.dataset(dataset);
  const { reason, action } = failureNn(failure, dataset);
  return {
    happened: `Nye tal frå ${what} er ikkje tekne inn`,
    sentence: joined(`Det siste svaret for ${what} er ikkje teke inn, og tala frå før står.`, reason),
    action: action ?? ASKS_AGAIN,
  };
}

function silent(trouble: Of<'no-answer' | 'never-answered'>, names: TroubleNames): ToldTrouble {
  const [what, date] = [names.dataset(trouble.dataset), dateText(trouble.since, 'nn')];
  const { reason, action } = silenceNn(trouble.failure);
  const said =
    trouble.kind === 'no-answer'
      ? `Det er ikkje kome svar for ${what} sidan ${date}.`
      : `Det er aldri kome svar for ${what}, som det vart spurt etter første gongen ${date}.`;
  return { happened: `Det kjem ikkje svar for ${what}`, sentence: joined(said, reason), action: action ?? ASKS_AGAIN };
}

function late({ dataset, publishedAt, days }: Of<'late'>, names: TroubleNames): ToldTrouble {
  const [what, date] = [names.dataset(dataset), dateText(publishedAt, 'nn')];
  if (names.isFile(dataset)) {
    return {
      happened: `${what} er forseinka`,
      sentence: `${what} er forseinka: ho vart levert sist ${date}, og ei ny er venta minst kvar ${days}. dag.`,
      action: 'Lever den nye fila med `naeringspuls import` når ho er klar.',
    };
  }
  return {
    happened: `${what} er forseinka`,
    sentence: `${what} er forseinka: siste publisering var ${date}, og nye tal er venta minst kvar ${days}. dag.`,
    action: 'Du treng ikkje gjere noko med mindre SSB seier at tabellen er lagd ned.',
  };
}

function symbol({ table, symbol: shown, found }: Of<'symbol'>, names: TroubleNames): ToldTrouble {
  const what = table === null ? names.dataset(found[0]?.dataset ?? '') : `SSB-tabell ${table}`;
  const cells = found.reduce((sum, one) => sum + one.cells, 0);
  const where = cells === 1 ? 'éi celle' : `${cells} celler, først i den`;
  const written = `'${shown.replaceAll("'", "''")}'`;
  return {
    happened: `${what} viser eit ukjent teikn`,
    sentence:
      `${what} viser teiknet «${shown}», som ingen har forklart, i ${where} med kodane ${found[0]?.cell ?? ''}. ` +
      'Står teiknet i staden for eit tal, blir talet rekna som manglande; står det ved sida av, gjeld talet.',
    action:
      'Slå opp kva teiknet tyder, i merknadene til tabellen, og skriv det i `symbols.yaml` ved sida av dei andre ' +
      `innstillingane, på ei linje under \`symbols:\`, slik: \`${written}: missing\`. Det kan vere ` +
      `${SYMBOL_MEANINGS.map((one) => `\`${one}\``).join(', ')}.`,
  };
}

function standing({ standing: { kind, table, lastPeriod, successor } }: Of<'standing'>): ToldTrouble {
  const what = `SSB-tabell ${table}`;
  const last = lastPeriod === null ? '' : ` Siste periode er ${lastPeriod}.`;
  const action =
    successor === null
      ? 'Det er ikkje funne nokon tabell som held fram etter han. Slå statistikken opp i Statistikkbanken, og skriv tabellnummeret i `datasets.yaml` blant innstillingane.'
      : `Tabell ${successor.table} («${plainTitle(successor.label)}») ser ut til å halde fram etter han. \`naeringspuls doctor --live\` skriv ut linjene som byter tabell, og seier kva bytet bryt.`;
  const said = {
    closed: [`${what} er avslutta`, `SSB har avslutta tabell ${table}, som ikkje får nye tal.${last}`],
    gone: [`${what} er borte`, `SSB kjenner ikkje lenger tabell ${table}. Tala frå før står.${last}`],
    'standing-still': [
      `${what} står stille`,
      `SSB-tabell ${table} står stille, medan ein annan tabell med same tittel har nyare tal.${last}`,
    ],
  }[kind];
  return { happened: said[0] ?? '', sentence: said[1] ?? '', action };
}

function descriptions({ tables }: Of<'descriptions'>): ToldTrouble {
  const numbers = tables.map(({ table }) => table);
  const lines = tables.flatMap(({ breaks }) => breaks);
  return {
    happened: `SSB seier noko nytt om tabell ${listed(numbers, 'nn')}`,
    sentence: tables
      .map(({ table, changes }) => {
        const clauses = [...new Set(changes.map(changeNn))];
        return `Om tabell ${table} seier SSB noko anna enn før: ${clauses.join('; ')}.`;
      })
      .join('\n'),
    action:
      lines.length === 0
        ? `${NOTHING} Merknadene kan lesast med \`naeringspuls notes\`.`
        : `Ein merknad fortel om eit brot. Kan tala ikkje samanliknast, skriv under \`breaks\` i \`config/corrections.yaml\`:\n${lines.join('\n')}`,
  };
}

function instant(at: string): string {
  return `${dateText(at, 'nn')} kl. ${timeText(at, 'nn')}`;
}
