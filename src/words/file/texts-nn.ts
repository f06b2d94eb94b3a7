import type { FileTexts } from './texts-en.ts';

/** As the English texts, in nynorsk: what stands after «Fila … er avvist: » begins with a small letter. */
export const textsNn: FileTexts = {
  refused: (file, sentence) => `Fila «${file}» er avvist: ${sentence}`,
  refusedFor: (file, count) =>
    `Fila «${file}» er avvist på grunn av ${count === 1 ? 'éin feil' : `${count} feil`}, og ingenting er lese inn:`,
  andMore: (count) => `og ${count} til i same fila.`,
  line: (line) => `Linje ${line}`,
  row: (row) => `Rad ${row}`,
  sheet: 'Arket',
  remedy: {
    importAgain: 'Rett fila og les ho inn på nytt; tala som er lagra frå før, er urørte.',
    saveCsv: 'Lagre ho som «CSV UTF-8 (semikolondelt)» og les ho inn på nytt; dei lagra tala er urørte.',
    semicolons: 'Lagre ho med semikolon mellom kolonnane og les ho inn på nytt; dei lagra tala er urørte.',
    saveXlsx: 'Opne ho i Excel, lagre ho som «Excel-arbeidsbok (.xlsx)» og les ho inn; dei lagra tala er urørte.',
    saveNewXlsx: 'Opne ho i Excel, lagre ho som ei ny XLSX-fil og les ho inn.',
    copyToNew: 'Kopier det som er fylt ut, til ei ny arbeidsbok, lagre arbeidsboka og les ho inn.',
    fetchAgain: 'Last ho ned på nytt frå utgivaren og les ho inn; dei lagra tala er urørte.',
    smaller: 'Slett arka som ikkje trengst, lagre fila og les ho inn på nytt.',
    noPassword: 'Fjern passordet i Excel, lagre fila og les ho inn på nytt.',
    nameSheet: (sheet) => `Kall arket «${sheet}», eller les inn den rette fila.`,
    decimals:
      'Lagre ho med semikolon mellom kolonnane, eller set kvart tal med desimalkomma i hermeteikn ("63,5"); er ' +
      'tala heile, skriv dei med desimalpunktum (63.0). Tala som er lagra frå før, er urørte.',
  },
  shape: {
    empty: 'ho er tom.',
    webPage: 'ho er ei nettside, lagra under eit anna namn; det som skulle lastast ned, er ikkje med.',
    pdf: 'ho er eit PDF-dokument, og tal blir ikkje lesne frå slike.',
    xml: 'ho er XML, og tal blir ikkje lesne frå slike.',
    workbookNotCsv: 'ho er ei arbeidsbok (eller eit zip-arkiv), ikkje CSV.',
    oldXls: 'ho er i det gamle XLS-formatet, og berre XLSX blir lese.',
    notText: 'ho er ikkje tekst: ho inneheld NUL-teikn.',
    unknownEncoding: (line) => `ho er verken skriven i UTF-8, UTF-16 eller Windows-1252 (først på linje ${line}).`,
    bars: 'den første linja er delt med loddrette strekar («|»).',
    oneColumn: (header) => `den første linja, «${header}», er berre éin kolonne.`,
    separators: 'Kolonnane må vere delte med semikolon, komma eller tabulator.',
    unclosedQuote: (line) => `eit hermeteikn etter linje ${line} er ikkje lukka, eller står inne i eit felt.`,
    notXlsx: 'ho er ikkje ei XLSX-arbeidsbok: ho byrjar ikkje som eit zip-arkiv.',
    cutShort: 'ho er skadd eller avkutta: innhaldslista kan ikkje lesast.',
    encrypted: 'ho er kryptert med passord.',
    noWorkbook: 'ho er eit zip-arkiv, men inga XLSX-arbeidsbok: xl/workbook.xml manglar.',
    tooLarge: (megabytes, most) => `ho er på ${megabytes} MB, og høgst ${most} MB blir lese.`,
    unpacksTooLarge: (megabytes, most) => `ho blir pakka ut til ${megabytes} MB, og høgst ${most} MB blir lese.`,
    bomb: (part, times) => `delen ${part} ville blitt pakka ut til meir enn ${times} gonger storleiken sin.`,
    damagedPart: (part) => `ho er skadd: delen ${part} stemmer ikkje med kontrollsummen.`,
    unreadablePart: (part, problem) => `delen ${part} kan ikkje lesast: ${problem}.`,
    oddPlace: 'ho har ei celle eller ei rad på ein stad som ikkje finst i noko ark',
    tooFar: (row, column) => `ho når til rad ${row} og kolonne ${column}, tomme medrekna, og det er for langt`,
    noSheet: (sheet, found) => `ho har ikkje arket «${sheet}»; arka ho har, er ${found}, dei likaste først.`,
    unreadableSheet: (sheet, reason) => `arket «${sheet}» kan ikkje lesast (${reason}).`,
    headerOnly: 'ho har ei første linje med kolonnenamn, men ingen rader.',
    decimalComma: (line, value, respondents) =>
      `på linje ${line} kan «${value},${respondents}» vere eitt tal med desimalkomma, eller ${value} med ${respondents} ` +
      'svar: kolonnane er delte med komma, og ingen av tala har eigne desimalar.',
  },
  survey: {
    allowedColumns: 'Tillate er «indikator», «år», «verdi» og, der det er kjent, «svar».',
    namelessColumn: (column) => `kolonne ${column} har ikkje noko namn.`,
    unknownColumn: (name, nearest) => `kolonnen «${name}» er ukjend; den næraste kjende er «${nearest}».`,
    repeatedColumn: (name) => `kolonnen «${name}» står der to gonger; behald éin.`,
    missingColumn: (name) => `kolonnen «${name}» manglar.`,
    wrongWidth: (found, expected) =>
      `har ${found} felt der den første linja har ${expected}; bruk same skiljeteiknet på alle linjene, og er det komma, ` +
      'set tal med desimalkomma i hermeteikn ("63,5").',
    repeats: (indicator, year, first) =>
      `gjentek «${indicator}» for ${year}, som står på linje ${first}; behald den eine.`,
    noIndicators: 'Innstillingane nemner ingen indikator som undersøkinga måler.',
    allowed: (listed) => `Tillate er ${listed}.`,
    blankIndicator: 'indikatoren er ikkje fylt ut.',
    unknownIndicator: (indicator, nearest) =>
      `indikatoren «${indicator}» er ikkje blant dei undersøkinga måler${nearest === undefined ? '' : `; den næraste er «${nearest}»`}.`,
    blankYear: 'året er ikkje fylt ut',
    wrongYear: (year) => `«${year}» er ikkje eit år`,
    writeYear: (first, last) => `skriv fire siffer frå ${first} til ${last}, til dømes 2025.`,
    blankValue: 'verdien er ikkje fylt ut; ta bort heile linja når det ikkje finst noko tal.',
    thousands: (value) => `verdien «${value}» har tusenskilje; skriv siffera saman, til dømes 1234,5.`,
    notNumber: (value) =>
      `verdien «${value}» er ikkje eit tal; skriv siffer med desimalkomma eller punktum, til dømes 63,5 eller 63.5.`,
    negative: (value) => `verdien «${value}» er negativ; ein indeks er 0 eller meir.`,
    respondents: (found) =>
      `talet på svar, «${found}», er ikkje eit heilt tal; skriv berre siffer, til dømes 1234, eller lat det stå tomt når det ikkje er kjent.`,
  },
  emissions: {
    missingColumns: (titles, count) => (count === 1 ? `kolonnen ${titles} manglar` : `kolonnane ${titles} manglar`),
    noColumns: 'ingen kolonnenamn vart funne',
    columnsFound: (titles) => `funne er ${titles}`,
    repeatedColumn: (title) => `kolonnen «${title}» står der meir enn éin gong; behald éin.`,
    missingOwn: (code) => `Arket har inga rad for kommune ${code}; koden som gjeld i dag, må stå i «Kommunenummer».`,
    wrong: (column, found, allowed) => `«${column}» ${found}; det må vere ${allowed}.`,
    fourDigits: 'fire siffer',
    year: (first, last) => `fire siffer frå ${first} til ${last}`,
    label: 'tekst utan «|»',
    number: 'eit tal, lagra som tal',
    isEmpty: 'er tom eller ein Excel-feil som #N/A',
    isText: (text) => `er teksten «${text}»`,
    isDate: (date) => `er datoen ${date}`,
    isOther: (other) => `er ${other}`,
    repeats: (what, first) => `gjentek ${what}, som står på rad ${first}; behald den eine.`,
    figureOf: (names, code, year) => `${names} for ${code} i ${year}`,
  },
};
