import type { NamedThing } from '../../model/refusal.ts';
import { mailText } from '../mail/mail-text.ts';
import { momentText } from '../terminal/moment.ts';
import type { RefusalTexts } from './refusal-texts.ts';
import { storageNn } from './storage-nn.ts';

const NONE: Readonly<Record<NamedThing, (name: string) => string>> = {
  indicator: (name) => `Det finst ingen indikator «${name}».`,
  job: (name) => `Det finst ingen jobb «${name}».`,
  dataset: (name) => `Det finst ikkje noko datasett «${name}».`,
  channel: (name) => `Det finst ingen kanal «${name}».`,
  table: (name) => `Ikkje noko datasett byggjer på ein tabell «${name}».`,
  alert: (name) => `Det finst ikkje noko varsel ${name}.`,
};

const NO_KNOWN: Readonly<Record<NamedThing, string>> = {
  indicator: 'Planen har ingen indikatorar.',
  job: 'Det finst ingen jobbar.',
  dataset: 'Det finst ingen datasett.',
  channel: 'Kanalar blir sette opp i config/alerts.yaml.',
  table: 'Køyr «naeringspuls ingest» først.',
  alert: '«naeringspuls alerts list» viser varsla og kva det vart av dei.',
};

const NETWORK: Readonly<Record<string, string>> = {
  ENOTFOUND: 'namnetenaren kjenner ikkje namnet',
  EAI_AGAIN: 'namnetenaren svara ikkje',
  ECONNREFUSED: 'sambandet vart avvist',
  ECONNRESET: 'sambandet vart brote',
  ECONNABORTED: 'sambandet vart brote',
  EPIPE: 'sambandet vart brote',
  ERR_BAD_RESPONSE: 'svaret vart avbrote',
  ERR_STREAM_PREMATURE_CLOSE: 'svaret vart avbrote',
  ETIMEDOUT: 'sambandet tok for lang tid',
  EHOSTUNREACH: 'det finst ingen veg dit',
  ENETUNREACH: 'det er ikkje noko nettverk',
  ERR_FR_TOO_MANY_REDIRECTS: 'han sender vidare i ring',
  timeout: 'det kom ikkje noko heilt svar i tide',
};

/** Plain nynorsk. */
export const refusalsNn: RefusalTexts = {
  ...storageNn,
  'run-going-on': ({ since, pid, freeAfterMinutes }, clock) => ({
    message: `Ei anna køyring har halde på sidan ${momentText(since, clock)} (prosess ${pid}).`,
    hint: `Vent til ho er ferdig. Er prosessen død, er plassen ledig ${freeAfterMinutes} minutt etter siste livsteikn.`,
  }),
  'run-taken-over': () => ({
    message: 'Ein annan prosess har teke over denne køyringa.',
    hint: 'Denne var stille for lenge, kanskje fordi maskina sov. Køyr på nytt når den andre er ferdig.',
  }),
  'database-written': ({ file }) => ({
    message: `Ein annan prosess skriv til databasen ${file}.`,
    hint: 'Vent til den andre køyringa er ferdig, eller stopp ho, og prøv igjen.',
  }),
  'unknown-name': ({ thing, name, known, nearest }) => {
    const meant = nearest === null ? '' : `Meinte du «${nearest}»? `;
    return {
      message: NONE[thing](name),
      hint: known.length === 0 ? NO_KNOWN[thing] : `${meant}Vel mellom ${known.join(', ')}.`,
    };
  },
  'nothing-assessed': ({ day }) => ({
    message: `Ingenting var vurdert ${day}.`,
    hint: 'Vel ein seinare dag; «naeringspuls history <indikator>» viser når kvar av dei vart vurdert første gong.',
  }),
  'no-date': ({ text }) => ({
    message: `«${text}» er ikkje ein dato.`,
    hint: 'Skriv ein dato som 2026-02-26.',
  }),
  'day-out-of-reach': ({ day, first, last }) => ({
    message: `${day} er ${day < first ? 'over' : 'meir enn eit år fram'}.`,
    hint: `Skriv ein dag frå ${first} til ${last}, som --until ${last}: ingenting blir sett til side for alltid.`,
  }),
  'no-reason': () => ({
    message: 'Grunngivinga er tom.',
    hint: 'Skriv med nokre få ord kvifor det ikkje trengst noka påminning.',
  }),
  'nothing-to-remind-of': ({ indicator, statusText }) => {
    const is = statusText === null ? 'er ikkje vurdert' : `har statusen «${statusText}»`;
    return {
      message: `${indicator} ${is}, og det blir berre sendt påminning om ein ambisjon som ikkje er oppfylt.`,
      hint: '«naeringspuls status» viser statusen til kvar indikator.',
    };
  },
  'alert-delivered': ({ id }) => ({
    message: `Varsel ${id} er levert i alle kanalane det vart laga for.`,
    hint: NO_KNOWN.alert,
  }),
  'nothing-unread': ({ table, hasNotes }) => ({
    message: `Tabell ${table} har ${hasNotes ? 'ingen ulesne merknader' : 'ingen merknader'}.`,
    hint: '«naeringspuls notes» viser alle merknader, og kven som har lese dei.',
  }),
  'channel-closed': ({ name, variable }) =>
    variable === null
      ? {
          message: `Kanalen «${name}» har ingen mottakarar.`,
          hint: 'Skriv dei under «to» i config/alerts.yaml, som [naering@example.org].',
        }
      : {
          message: `Kanalen «${name}» er ikkje i bruk: ${variable} er ikkje sett.`,
          hint: `Set ${variable} der programmet blir starta; han er hemmeleg.`,
        },
  'mail-refused': ({ fault }) => mailText(fault, 'nn'),
  'test-undelivered': ({ name, fault }) => {
    const { message, hint } = mailText(fault, 'nn');
    return { message: `Testen vart ikkje levert gjennom «${name}»: ${message}`, hint };
  },
  'file-exists': ({ file, kind }) =>
    kind === 'backup'
      ? {
          message: `Det er alt ei fil i ${file}.`,
          hint: 'Gi tryggingskopien eit anna namn, eller erstatt fila med --force.',
        }
      : {
          message: `${file} finst frå før og er ikkje laga av dette programmet.`,
          hint: 'Skriv eit anna filnamn; ei side som er laga før, blir erstatta.',
        },
  'foreign-folder': ({ folder, file }) => ({
    message: `I mappa ${folder} ligg ${file}, som ikkje kjem frå noko uttrekk.`,
    hint: 'Skriv ei mappe som er tom eller ikkje finst enno. Eit tidlegare uttrekk blir berre erstatta når ingenting er lagt til.',
  }),
  'parquet-locale': ({ locale }) => ({
    message: `Parquet har tal og ikkje noko desimalteikn: «--locale ${locale}» gjeld berre CSV.`,
    hint: 'Lat vere å skrive --locale, eller skriv «--format csv».',
  }),
  'no-file-named': () => ({
    message: 'Det er ikkje nemnt noka fil.',
    hint: 'Skriv «import survey <fil.csv>», eller «import survey --withdraw <indikator> <år>».',
  }),
  'one-figure-at-a-time': () => ({
    message: '--withdraw tek éin indikator og eitt år, utan fil og utan --replace.',
    hint: 'Skriv «import survey <fil.csv>», eller «import survey --withdraw <indikator> <år>».',
  }),
  unreachable: ({ host, proxy, code }) => {
    const isUntrusted = /CERT|SIGNATURE/.test(code);
    return {
      message: `Får ikkje kontakt med ${host}${proxy === null ? '' : ` gjennom mellomtenaren ${proxy}`}: ${networkText(code)}.`,
      hint: isUntrusted
        ? 'Ein mellomtenar eller eit filter som opnar kryptert trafikk, signerer han med sitt eige sertifikat: skriv fila (PEM) med sertifikatet til utskrivaren i NODE_EXTRA_CA_CERTS, eller få verten sleppt gjennom. Sjå òg på klokka.'
        : `Sjekk nettverket, mellomtenaren og adressa; når ikkje andre tenesta heller, vent og køyr på nytt.${proxy === null ? '' : ' Mellomtenaren er den som HTTPS_PROXY eller HTTP_PROXY nemner; NO_PROXY nemner vertar som ikkje treng nokon.'}`,
    };
  },
};

function networkText(code: string): string {
  const known = NETWORK[code];
  if (known !== undefined) return code === 'timeout' ? known : `${known} (${code})`;
  if (/CERT|SIGNATURE|TLS|SSL|EPROTO/.test(code)) return `sertifikatet eller krypteringa vart ikkje godteken (${code})`;
  return `førespurnaden mislukkast${code === '' ? '' : ` (${code})`}`;
}
