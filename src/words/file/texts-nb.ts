import type { FileTexts } from './texts-en.ts';

/** As the English texts, in bokmål: what stands after «Filen … er avvist: » begins with a small letter. */
export const textsNb: FileTexts = {
  refused: (file, sentence) => `Filen «${file}» er avvist: ${sentence}`,
  refusedFor: (file, count) =>
    `Filen «${file}» er avvist på grunn av ${count === 1 ? 'én feil' : `${count} feil`}, og ingenting er lest inn:`,
  andMore: (count) => `og ${count} til i samme fil.`,
  line: (line) => `Linje ${line}`,
  row: (row) => `Rad ${row}`,
  sheet: 'Arket',
  remedy: {
    importAgain: 'Rett filen og les den inn på nytt; tallene som er lagret fra før, er urørt.',
    saveCsv: 'Lagre den som «CSV UTF-8 (semikolondelt)» og les den inn på nytt; de lagrede tallene er urørt.',
    semicolons: 'Lagre den med semikolon mellom kolonnene og les den inn på nytt; de lagrede tallene er urørt.',
    saveXlsx: 'Åpne den i Excel, lagre den som «Excel-arbeidsbok (.xlsx)» og les inn den; de lagrede tallene er urørt.',
    saveNewXlsx: 'Åpne den i Excel, lagre den som en ny XLSX-fil og les inn den.',
    copyToNew: 'Kopier det som er fylt ut, til en ny arbeidsbok, lagre den og les inn den.',
    fetchAgain: 'Last den ned på nytt fra utgiveren og les inn den; de lagrede tallene er urørt.',
    smaller: 'Slett arkene som ikke trengs, lagre den og les den inn på nytt.',
    noPassword: 'Fjern passordet i Excel, lagre den og les den inn på nytt.',
    nameSheet: (sheet) => `Kall arket «${sheet}», eller les inn den riktige filen.`,
    decimals:
      'Lagre den med semikolon mellom kolonnene, eller sett hvert tall med desimalkomma i anførselstegn ("63,5"); er ' +
      'tallene hele, skriv dem med desimalpunktum (63.0). Tallene som er lagret fra før, er urørt.',
  },
  shape: {
    empty: 'den er tom.',
    webPage: 'den er en nettside, lagret under et annet navn; det som skulle lastes ned, er ikke i den.',
    pdf: 'den er et PDF-dokument, og tall leses ikke fra slike.',
    xml: 'den er XML, og tall leses ikke fra slike.',
    workbookNotCsv: 'den er en arbeidsbok (eller et zip-arkiv), ikke CSV.',
    oldXls: 'den er i det gamle XLS-formatet, og bare XLSX leses.',
    notText: 'den er ikke tekst: den inneholder NUL-tegn.',
    unknownEncoding: (line) => `den er verken skrevet i UTF-8, UTF-16 eller Windows-1252 (først på linje ${line}).`,
    bars: 'den første linjen er delt med loddrette streker («|»).',
    oneColumn: (header) => `den første linjen, «${header}», er bare én kolonne.`,
    separators: 'Kolonnene må være delt med semikolon, komma eller tabulator.',
    unclosedQuote: (line) => `et anførselstegn etter linje ${line} er ikke lukket, eller står inne i et felt.`,
    notXlsx: 'den er ikke en XLSX-arbeidsbok: den begynner ikke som et zip-arkiv.',
    cutShort: 'den er skadet eller avkuttet: innholdsfortegnelsen kan ikke leses.',
    encrypted: 'den er kryptert med passord.',
    noWorkbook: 'den er et zip-arkiv, men ingen XLSX-arbeidsbok: xl/workbook.xml mangler.',
    tooLarge: (megabytes, most) => `den er på ${megabytes} MB, og høyst ${most} MB leses.`,
    unpacksTooLarge: (megabytes, most) => `den pakkes ut til ${megabytes} MB, og høyst ${most} MB leses.`,
    bomb: (part, times) => `delen ${part} ville pakkes ut til mer enn ${times} ganger størrelsen sin.`,
    damagedPart: (part) => `den er skadet: delen ${part} stemmer ikke med kontrollsummen.`,
    unreadablePart: (part, problem) => `delen ${part} kan ikke leses: ${problem}.`,
    oddPlace: 'den har en celle eller en rad på et sted som ikke finnes i noe ark',
    tooFar: (row, column) => `den når til rad ${row} og kolonne ${column}, tomme medregnet, og det er for langt`,
    noSheet: (sheet, found) => `den har ikke arket «${sheet}»; arkene den har, er ${found}, de likeste først.`,
    unreadableSheet: (sheet, reason) => `arket «${sheet}» kan ikke leses (${reason}).`,
    headerOnly: 'den har en første linje med kolonnenavn, men ingen rader.',
    decimalComma: (line, value, respondents) =>
      `på linje ${line} kan «${value},${respondents}» være ett tall med desimalkomma, eller ${value} med ${respondents} ` +
      'svar: kolonnene er delt med komma, og ingen av tallene har egne desimaler.',
  },
  survey: {
    allowedColumns: 'Tillatt er «indikator», «år», «verdi» og, der det er kjent, «svar».',
    namelessColumn: (column) => `kolonne ${column} har ikke noe navn.`,
    unknownColumn: (name, nearest) => `kolonnen «${name}» er ukjent; den nærmeste kjente er «${nearest}».`,
    repeatedColumn: (name) => `kolonnen «${name}» står der to ganger; behold én.`,
    missingColumn: (name) => `kolonnen «${name}» mangler.`,
    wrongWidth: (found, expected) =>
      `har ${found} felt der den første linjen har ${expected}; bruk samme skilletegn på alle linjer, og er det komma, ` +
      'sett tall med desimalkomma i anførselstegn ("63,5").',
    repeats: (indicator, year, first) =>
      `gjentar «${indicator}» for ${year}, som står på linje ${first}; behold den ene.`,
    noIndicators: 'Innstillingene nevner ingen indikator som undersøkelsen måler.',
    allowed: (listed) => `Tillatt er ${listed}.`,
    blankIndicator: 'indikatoren er ikke fylt ut.',
    unknownIndicator: (indicator, nearest) =>
      `indikatoren «${indicator}» er ikke blant dem undersøkelsen måler${nearest === undefined ? '' : `; den nærmeste er «${nearest}»`}.`,
    blankYear: 'året er ikke fylt ut',
    wrongYear: (year) => `«${year}» er ikke et år`,
    writeYear: (first, last) => `skriv fire siffer fra ${first} til ${last}, for eksempel 2025.`,
    blankValue: 'verdien er ikke fylt ut; utelat hele linjen når det ikke finnes noe tall.',
    thousands: (value) => `verdien «${value}» har tusenskille; skriv sifrene sammen, for eksempel 1234,5.`,
    notNumber: (value) =>
      `verdien «${value}» er ikke et tall; skriv siffer med desimalkomma eller punktum, for eksempel 63,5 eller 63.5.`,
    negative: (value) => `verdien «${value}» er negativ; en indeks er 0 eller mer.`,
    respondents: (found) =>
      `antall svar, «${found}», er ikke et helt tall; skriv bare siffer, for eksempel 1234, eller la det stå tomt når det ikke er kjent.`,
  },
  emissions: {
    missingColumns: (titles, count) => (count === 1 ? `kolonnen ${titles} mangler` : `kolonnene ${titles} mangler`),
    noColumns: 'ingen kolonnenavn ble funnet',
    columnsFound: (titles) => `funnet er ${titles}`,
    repeatedColumn: (title) => `kolonnen «${title}» står der mer enn én gang; behold én.`,
    missingOwn: (code) => `Arket har ingen rad for kommune ${code}; dagens kode må stå i «Kommunenummer».`,
    wrong: (column, found, allowed) => `«${column}» ${found}; det må være ${allowed}.`,
    fourDigits: 'fire siffer',
    year: (first, last) => `fire siffer fra ${first} til ${last}`,
    label: 'tekst uten «|»',
    number: 'et tall, lagret som tall',
    isEmpty: 'er tom eller en Excel-feil som #N/A',
    isText: (text) => `er teksten «${text}»`,
    isDate: (date) => `er datoen ${date}`,
    isOther: (other) => `er ${other}`,
    repeats: (what, first) => `gjentar ${what}, som står på rad ${first}; behold den ene.`,
    figureOf: (names, code, year) => `${names} for ${code} i ${year}`,
  },
};
