import type { NamedThing } from '../../model/refusal.ts';
import { mailText } from '../mail/mail-text.ts';
import { momentText } from '../terminal/moment.ts';
import type { RefusalTexts } from './refusal-texts.ts';
import { storageNb } from './storage-nb.ts';

const NONE: Readonly<Record<NamedThing, (name: string) => string>> = {
  indicator: (name) => `Det finnes ingen indikator «${name}».`,
  job: (name) => `Det finnes ingen jobb «${name}».`,
  dataset: (name) => `Det finnes ikke noe datasett «${name}».`,
  channel: (name) => `Det finnes ingen kanal «${name}».`,
  table: (name) => `Ikke noe datasett bygger på en tabell «${name}».`,
  alert: (name) => `Det finnes ikke noe varsel ${name}.`,
};

const NO_KNOWN: Readonly<Record<NamedThing, string>> = {
  indicator: 'Planen har ingen indikatorer.',
  job: 'Det finnes ingen jobber.',
  dataset: 'Det finnes ingen datasett.',
  channel: 'Kanaler settes opp i config/alerts.yaml.',
  table: 'Kjør «naeringspuls ingest» først.',
  alert: '«naeringspuls alerts list» viser varslene og hva det ble av dem.',
};

const NETWORK: Readonly<Record<string, string>> = {
  ENOTFOUND: 'navnetjeneren kjenner ikke navnet',
  EAI_AGAIN: 'navnetjeneren svarte ikke',
  ECONNREFUSED: 'forbindelsen ble avvist',
  ECONNRESET: 'forbindelsen ble brutt',
  ECONNABORTED: 'forbindelsen ble brutt',
  EPIPE: 'forbindelsen ble brutt',
  ERR_BAD_RESPONSE: 'svaret ble avbrutt',
  ERR_STREAM_PREMATURE_CLOSE: 'svaret ble avbrutt',
  ETIMEDOUT: 'forbindelsen tok for lang tid',
  EHOSTUNREACH: 'det finnes ingen vei dit',
  ENETUNREACH: 'det er ikke noe nettverk',
  ERR_FR_TOO_MANY_REDIRECTS: 'den sender videre i ring',
  timeout: 'det kom ikke noe helt svar i tide',
};

/** Plain bokmål. */
export const refusalsNb: RefusalTexts = {
  ...storageNb,
  'run-going-on': ({ since, pid, freeAfterMinutes }, clock) => ({
    message: `En annen kjøring har holdt på siden ${momentText(since, clock)} (prosess ${pid}).`,
    hint: `Vent til den er ferdig. Er prosessen død, er plassen ledig ${freeAfterMinutes} minutter etter siste livstegn.`,
  }),
  'run-taken-over': () => ({
    message: 'En annen prosess har overtatt denne kjøringen.',
    hint: 'Denne var stille for lenge, kanskje fordi maskinen sov. Kjør på nytt når den andre er ferdig.',
  }),
  'database-written': ({ file }) => ({
    message: `En annen prosess skriver til databasen ${file}.`,
    hint: 'Vent til den andre kjøringen er ferdig, eller stopp den, og prøv igjen.',
  }),
  'unknown-name': ({ thing, name, known, nearest }) => {
    const meant = nearest === null ? '' : `Mente du «${nearest}»? `;
    return {
      message: NONE[thing](name),
      hint: known.length === 0 ? NO_KNOWN[thing] : `${meant}Velg mellom ${known.join(', ')}.`,
    };
  },
  'nothing-assessed': ({ day }) => ({
    message: `Ingenting var vurdert ${day}.`,
    hint: 'Velg en senere dag; «naeringspuls history <indikator>» viser når hver av dem ble vurdert første gang.',
  }),
  'no-date': ({ text }) => ({
    message: `«${text}» er ikke en dato.`,
    hint: 'Skriv en dato som 2026-02-26.',
  }),
  'day-out-of-reach': ({ day, first, last }) => ({
    message: `${day} er ${day < first ? 'over' : 'mer enn et år fram'}.`,
    hint: `Skriv en dag fra ${first} til ${last}, som --until ${last}: ingenting settes til side for alltid.`,
  }),
  'no-reason': () => ({
    message: 'Begrunnelsen er tom.',
    hint: 'Skriv med noen få ord hvorfor det ikke trengs noen påminnelse.',
  }),
  'nothing-to-remind-of': ({ indicator, statusText }) => {
    const is = statusText === null ? 'er ikke vurdert' : `har statusen «${statusText}»`;
    return {
      message: `${indicator} ${is}, og det sendes bare påminnelse om en ambisjon som ikke er oppfylt.`,
      hint: '«naeringspuls status» viser statusen til hver indikator.',
    };
  },
  'alert-delivered': ({ id }) => ({
    message: `Varsel ${id} er levert i alle kanalene det ble laget for.`,
    hint: NO_KNOWN.alert,
  }),
  'nothing-unread': ({ table, hasNotes }) => ({
    message: `Tabell ${table} har ${hasNotes ? 'ingen uleste merknader' : 'ingen merknader'}.`,
    hint: '«naeringspuls notes» viser alle merknader, og hvem som har lest dem.',
  }),
  'channel-closed': ({ name, variable }) =>
    variable === null
      ? {
          message: `Kanalen «${name}» har ingen mottakere.`,
          hint: 'Skriv dem under «to» i config/alerts.yaml, som [naering@example.org].',
        }
      : {
          message: `Kanalen «${name}» er ikke i bruk: ${variable} er ikke satt.`,
          hint: `Sett ${variable} der programmet startes; den er hemmelig.`,
        },
  'mail-refused': ({ fault }) => mailText(fault, 'nb'),
  'test-undelivered': ({ name, fault }) => {
    const { message, hint } = mailText(fault, 'nb');
    return { message: `Testen ble ikke levert gjennom «${name}»: ${message}`, hint };
  },
  'file-exists': ({ file, kind }) =>
    kind === 'backup'
      ? {
          message: `Det er allerede en fil i ${file}.`,
          hint: 'Gi sikkerhetskopien et annet navn, eller erstatt filen med --force.',
        }
      : {
          message: `${file} finnes fra før og er ikke laget av dette programmet.`,
          hint: 'Skriv et annet filnavn; en side som er laget før, blir erstattet.',
        },
  'foreign-folder': ({ folder, file }) => ({
    message: `I mappen ${folder} ligger ${file}, som ikke kommer fra noe uttrekk.`,
    hint: 'Skriv en mappe som er tom eller ikke finnes ennå. Et tidligere uttrekk erstattes bare når ingenting er lagt til.',
  }),
  'parquet-locale': ({ locale }) => ({
    message: `Parquet har tall og ikke noe desimaltegn: «--locale ${locale}» gjelder bare CSV.`,
    hint: 'Utelat --locale, eller skriv «--format csv».',
  }),
  'no-file-named': () => ({
    message: 'Det er ikke nevnt noen fil.',
    hint: 'Skriv «import survey <fil.csv>», eller «import survey --withdraw <indikator> <år>».',
  }),
  'one-figure-at-a-time': () => ({
    message: '--withdraw tar én indikator og ett år, uten fil og uten --replace.',
    hint: 'Skriv «import survey <fil.csv>», eller «import survey --withdraw <indikator> <år>».',
  }),
  unreachable: ({ host, proxy, code }) => {
    const isUntrusted = /CERT|SIGNATURE/.test(code);
    return {
      message: `Får ikke kontakt med ${host}${proxy === null ? '' : ` gjennom mellomtjeneren ${proxy}`}: ${networkText(code)}.`,
      hint: isUntrusted
        ? 'En mellomtjener eller et filter som åpner kryptert trafikk, signerer den med sitt eget sertifikat: skriv filen (PEM) med utstederens sertifikat i NODE_EXTRA_CA_CERTS, eller få verten sluppet gjennom. Se også på klokken.'
        : `Sjekk nettverket, mellomtjeneren og adressen; når ikke andre tjenesten heller, vent og kjør på nytt.${proxy === null ? '' : ' Mellomtjeneren er den som HTTPS_PROXY eller HTTP_PROXY nevner; NO_PROXY nevner verter som ikke trenger noen.'}`,
    };
  },
};

function networkText(code: string): string {
  const known = NETWORK[code];
  if (known !== undefined) return code === 'timeout' ? known : `${known} (${code})`;
  if (/CERT|SIGNATURE|TLS|SSL|EPROTO/.test(code)) return `sertifikatet eller krypteringen ble ikke godtatt (${code})`;
  return `forespørselen mislyktes${code === '' ? '' : ` (${code})`}`;
}
