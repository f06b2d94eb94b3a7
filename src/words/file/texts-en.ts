const SAVE_CSV = 'Save it as «CSV UTF-8 (semicolon delimited)» and import it again; the stored figures are untouched.';
const FETCH_AGAIN = 'Download it again from its publisher and import that; the stored figures are untouched.';
const SMALLER = 'Delete the sheets that are not needed, save it and import it again.';

/** What is said of a file that is refused, in English. Sentences begin after «The file … is refused: ». */
export const textsEn = {
  refused: (file: string, sentence: string): string => `The file «${file}» is refused: ${sentence}`,
  refusedFor: (file: string, count: number): string =>
    `The file «${file}» is refused for ${count === 1 ? '1 problem' : `${count} problems`}, and nothing of it was taken in:`,
  andMore: (count: number): string => `and ${count} more of the same file.`,
  line: (line: number): string => `Line ${line}`,
  row: (row: number): string => `Row ${row}`,
  sheet: 'The sheet',
  remedy: {
    importAgain: 'Correct the file and import it again; the figures already stored are untouched.',
    saveCsv: SAVE_CSV,
    semicolons: 'Save it with semicolons between the columns and import it again; the stored figures are untouched.',
    saveXlsx:
      'Open it in Excel, save it as «Excel workbook (.xlsx)» and import that; the stored figures are untouched.',
    saveNewXlsx: 'Open it in Excel, save it as a new XLSX file and import that.',
    copyToNew: 'Copy what is filled in to a new workbook, save it and import that.',
    fetchAgain: FETCH_AGAIN,
    smaller: SMALLER,
    noPassword: 'Remove the password in Excel, save it and import it again.',
    nameSheet: (sheet: string): string => `Name the sheet «${sheet}», or import the right file.`,
    decimals:
      'Save it with semicolons between the columns, or put each decimal comma in quotes ("63,5"); where the figures are ' +
      'whole, write them with a decimal point (63.0). The figures already stored are untouched.',
  },
  shape: {
    empty: 'it is empty.',
    webPage: 'it is a web page, saved under another name; what was to be downloaded is not in it.',
    pdf: 'it is a PDF document, and no figures are read from one.',
    xml: 'it is XML, and no figures are read from it.',
    workbookNotCsv: 'it is a workbook (or a zip archive), not CSV.',
    oldXls: 'it is in the old XLS format, and only XLSX is read.',
    notText: 'it is not text: it holds NUL characters.',
    unknownEncoding: (line: number): string =>
      `it is written neither in UTF-8, UTF-16 nor Windows-1252 (first on line ${line}).`,
    bars: 'its first line is separated by vertical bars («|»).',
    oneColumn: (header: string): string => `its first line, «${header}», is one column only.`,
    separators: 'The columns must be separated by semicolons, commas or tabs.',
    unclosedQuote: (line: number): string =>
      `a quotation mark after line ${line} is not closed, or stands inside a field.`,
    notXlsx: 'it is not an XLSX workbook: it does not begin as a zip archive does.',
    cutShort: 'it is damaged or cut short: its table of contents cannot be read.',
    encrypted: 'it is encrypted with a password.',
    noWorkbook: 'it is a zip archive, but no XLSX workbook: xl/workbook.xml is missing.',
    tooLarge: (megabytes: number, most: number): string => `it is ${megabytes} MB, and at most ${most} MB is read.`,
    unpacksTooLarge: (megabytes: number, most: number): string =>
      `it unpacks to ${megabytes} MB, and at most ${most} MB is read.`,
    bomb: (part: string, times: number): string =>
      `its part ${part} would unpack to more than ${times} times its size, as no workbook does.`,
    damagedPart: (part: string): string => `it is damaged: the part ${part} does not match its checksum.`,
    unreadablePart: (part: string, problem: string): string => `its part ${part} cannot be read: ${problem}.`,
    oddPlace: 'it has a cell or a row at a place that no sheet has',
    tooFar: (row: number, column: number): string =>
      `it reaches to row ${row} and column ${column}, empty ones included, and that is too far`,
    noSheet: (sheet: string, found: string): string =>
      `it has no sheet «${sheet}»; the sheets it has are ${found}, the most alike first.`,
    unreadableSheet: (sheet: string, reason: string): string => `the sheet «${sheet}» cannot be read (${reason}).`,
    headerOnly: 'it has a first line with column names and no rows.',
    decimalComma: (line: number, value: string, respondents: string): string =>
      `on line ${line}, «${value},${respondents}» may be one figure with a decimal comma, or ${value} with ${respondents} ` +
      'respondents: the columns are separated by commas, and no figure has decimals of its own.',
  },
  survey: {
    allowedColumns: 'Allowed are «indicator», «year», «value» and, where it is known, «respondents».',
    namelessColumn: (column: number): string => `column ${column} has no name.`,
    unknownColumn: (name: string, nearest: string): string =>
      `the column «${name}» is unknown; the nearest known one is «${nearest}».`,
    repeatedColumn: (name: string): string => `the column «${name}» stands there twice; keep one.`,
    missingColumn: (name: string): string => `the column «${name}» is missing.`,
    wrongWidth: (found: number, expected: number): string =>
      `has ${found} ${found === 1 ? 'field' : 'fields'} where the first line has ${expected}; ` +
      'use the same separator on every line, and where that is a comma, put a decimal comma in quotes ("63,5").',
    repeats: (indicator: string, year: string, first: number): string =>
      `repeats «${indicator}» for ${year}, given on line ${first}; keep one of them.`,
    noIndicators: 'The settings name no indicator that it measures.',
    allowed: (listed: string): string => `Allowed are ${listed}.`,
    blankIndicator: 'the indicator is blank.',
    unknownIndicator: (indicator: string, nearest: string | undefined): string =>
      `the indicator «${indicator}» is not one the survey measures${nearest === undefined ? '' : `; the nearest is «${nearest}»`}.`,
    blankYear: 'the year is blank',
    wrongYear: (year: string): string => `the year «${year}» is not a year`,
    writeYear: (first: number, last: number): string => `write four digits from ${first} to ${last}, such as 2025.`,
    blankValue: 'the value is blank; leave the whole line out when there is no figure.',
    thousands: (value: string): string =>
      `the value «${value}» has a thousands separator; write the digits together, such as 1234,5.`,
    notNumber: (value: string): string =>
      `the value «${value}» is not a number; write digits with a decimal comma or point, such as 63,5 or 63.5.`,
    negative: (value: string): string => `the value «${value}» is negative; an index is 0 or more.`,
    respondents: (found: string): string =>
      `the number of respondents, «${found}», is not a whole number; write digits alone, such as 1234, or leave it blank when it is not known.`,
  },
  emissions: {
    missingColumns: (titles: string, count: number): string =>
      count === 1 ? `the column ${titles} is missing` : `the columns ${titles} are missing`,
    noColumns: 'no column names were found',
    columnsFound: (titles: string): string => `found are ${titles}`,
    repeatedColumn: (title: string): string => `the column «${title}» stands there more than once; keep one.`,
    missingOwn: (code: string): string =>
      `The sheet has no row for municipality ${code}; today's code must stand in «Kommunenummer».`,
    wrong: (column: string, found: string, allowed: string): string => `«${column}» ${found}; it must be ${allowed}.`,
    fourDigits: 'four digits',
    year: (first: number, last: number): string => `four digits from ${first} to ${last}`,
    label: 'text without «|»',
    number: 'a number, stored as one',
    isEmpty: 'is empty or an Excel error such as #N/A',
    isText: (text: string): string => `is the text «${text}»`,
    isDate: (date: string): string => `is the date ${date}`,
    isOther: (other: string): string => `is ${other}`,
    repeats: (what: string, first: number): string => `repeats ${what}, given on row ${first}; keep one of them.`,
    figureOf: (names: string, code: string, year: string): string => `${names} for ${code} in ${year}`,
  },
};

/** Every text about a refused file. */
export type FileTexts = typeof textsEn;
