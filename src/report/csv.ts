import { LANGUAGES } from '../model/language.ts';
import { downloadTextsOf } from '../words/page/download.ts';
import { contextOf, measureOf } from './context.ts';
import type { PageIndicator, PageInput } from './page-input.ts';

/** Spreadsheets take a file for UTF-8 that begins with it. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What begins so is a formula to a spreadsheet. */
const FORMULA = /^[=+\-@\t\r]/;
const MOST_DECIMALS = 10;

/** How every file of figures begins that this program has made, in each language. */
export const CSV_STARTS: readonly string[] = LANGUAGES.map((language) => {
  const { columns, separator } = downloadTextsOf(language);
  return `${BYTE_ORDER_MARK}${columns.join(separator)}\r\n`;
});

/** The name of the file with the figures of an indicator, beside a page of a name. */
export function csvName(page: string, indicatorId: string): string {
  return `${page}-${indicatorId}.csv`;
}

/**
 * The figures of an indicator period by period, with what today's rule says of each, as the spreadsheets of the readers of
 * the page take them: separator and decimal mark of their language, UTF-8 with a mark, CRLF. Numbers are plain, with an
 * ASCII minus and the decimals of the page; no text is read as a formula.
 */
export function indicatorCsv(input: PageInput, indicator: PageIndicator): string {
  const { series, past } = indicator;
  const { wording } = input;
  const texts = downloadTextsOf(input.language);
  const { unit, decimals } = measureOf(contextOf(input), indicator);
  const statuses = new Map(past.map(({ period, said }) => [period, wording.status(said)]));
  const isLevel = indicator.definition.measure === 'level';
  const number = (value: number, most: number) => plainNumber(value, most).replace('.', texts.decimalMark);
  const rows = series.points.map(({ period, value, own, bounds, marks = [] }) => {
    const why = 'missing' in value ? [wording.missing(value.missing)] : [];
    const between =
      bounds === undefined
        ? []
        : [wording.between(number(bounds.low.value, decimals), number(bounds.high.value, decimals))];
    return [
      textCell(wording.period(period), texts.separator),
      'value' in value ? number(value.value, decimals) : '',
      textCell(unit, texts.separator),
      !isLevel && 'value' in own ? number(own.value, MOST_DECIMALS) : '',
      textCell(statuses.get(period) ?? '', texts.separator),
      textCell(
        [...(between.length > 0 ? between : why), ...marks.map((mark) => texts.marks[mark])].join('; '),
        texts.separator,
      ),
    ].join(texts.separator);
  });
  return `${BYTE_ORDER_MARK}${[texts.columns.join(texts.separator), ...rows].join('\r\n')}\r\n`;
}

/** As spreadsheets read numbers: no thousands mark, and an ASCII minus. */
function plainNumber(value: number, most: number): string {
  return String(Number(value.toFixed(most)));
}

function textCell(text: string, separator: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
