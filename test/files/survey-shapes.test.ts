import { describe, expect, it } from 'vitest';
import { readSurvey } from '../../src/files/survey.ts';
import { figures } from './cells.ts';
import { refusal } from './refused.ts';

const FILE = {
  ...{ fileName: 'svar.csv', title: 'Næringslivsundersøkelsen', language: 'nb' as const },
  indicators: [{ id: 'business-satisfaction', title: 'Tilfredshet' }],
};
const read = (bytes: Uint8Array) => figures(readSurvey(bytes, FILE));
const readText = (text: string) => read(Buffer.from(text));
const refused = (text: string | Uint8Array) => refusal(() => read(Buffer.from(text)));

const NORWEGIAN = 'indikator;år;verdi;svar\r\nbusiness-satisfaction;2025;64,2;312\r\n';
const FIGURES = { 'value|business-satisfaction@2025': 64.2, 'respondents|business-satisfaction@2025': 312 };

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('a survey as a Norwegian spreadsheet writes it', () => {
  it.each([
    ['Norwegian headings', NORWEGIAN],
    ['other names for the headings', 'Indikator;ÅR;Indeks;Antall  svar\nbusiness-satisfaction;2025;64,2;312\n'],
    ['an å of two characters', NORWEGIAN.normalize('NFD')],
    ['a first line that names the separator', `sep=;\r\n${NORWEGIAN}`],
    ['that line in quotes', `"sep=;"\n${NORWEGIAN}`],
    ['that line with separators after it', `sep=;;;;\n${NORWEGIAN}`],
    ['a byte order mark before that line', `\uFEFFsep=;\n${NORWEGIAN}`],
    ['a tab as the separator named', 'sep=\t\nindikator\tår\tverdi\tsvar\nbusiness-satisfaction\t2025\t64,2\t312\n'],
    ['tabs', NORWEGIAN.replaceAll(';', '\t')],
    ['separators after the last column', NORWEGIAN.replaceAll('\r\n', ';;\r\n')],
    ['separators after the names alone', NORWEGIAN.replace('svar', 'svar;;').replace('312', '312;;')],
    ['quotes around every cell', NORWEGIAN.replaceAll(/[^;\r\n]+/g, '"$&"')],
    ['capitals in the indicator', NORWEGIAN.replace('business', 'Business')],
  ])('is read with %s', (_what, text) => {
    expect(readText(text)).toEqual(FIGURES);
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${NORWEGIAN}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(NORWEGIAN, 'utf16le')],
    ['UTF-16 the other way round, with its mark', bigEndian(`\uFEFF${NORWEGIAN}`)],
    ['UTF-16 the other way round, without a mark', bigEndian(NORWEGIAN)],
    ['Windows-1252', Buffer.from(NORWEGIAN, 'latin1')],
  ])('is read in %s', (_what, bytes) => {
    expect(read(bytes)).toEqual(FIGURES);
  });

  it('counts the line that names the separator', async () => {
    const { message } = await refused(`sep=;\n${NORWEGIAN.replace('64,2', 'x')}`);
    expect(message).toContain('Linje 3: verdien «x» er ikke et tall');
  });
});

describe('a decimal comma between commas', () => {
  const HEADER = 'indicator,year,value,respondents\n';

  it.each([
    ['with one decimal', 'business-satisfaction,2024,63,9\nbusiness-satisfaction,2025,63,1\n'],
    ['with two', 'business-satisfaction,2024,63,95\n'],
    ['with three, which could be a number of respondents', 'business-satisfaction,2024,63,312\n'],
    ['beside a figure with a point', 'business-satisfaction,2024,63.4,312\nbusiness-satisfaction,2025,64,2\n'],
  ])('is never cut off: %s', async (_what, lines) => {
    const { message, hint } = await refused(HEADER + lines);
    expect(message).toMatch(/Filen «svar.csv» er avvist: på linje \d kan «6\d,\d+» være ett tall med desimalkomma/);
    expect(hint).toContain('Lagre den med semikolon mellom kolonnene');
  });

  it.each([
    ['a point in the figure', 'business-satisfaction,2025,64.2,312\n'],
    ['a quoted comma in the figure', 'business-satisfaction,2025,"64,2",312\n'],
    ['no number of respondents', 'business-satisfaction,2025,64.2,\n'],
  ])('is not suspected where there is %s', (_what, lines) => {
    expect(readText(HEADER + lines)).toMatchObject({ 'value|business-satisfaction@2025': 64.2 });
  });

  it('is not suspected of whole figures without respondents, nor between semicolons', () => {
    expect(readText('indicator,year,value\nbusiness-satisfaction,2025,64\n')).toEqual({
      'value|business-satisfaction@2025': 64,
    });
    expect(readText('indicator;year;value;respondents\nbusiness-satisfaction;2025;64;9\n')).toMatchObject({
      'value|business-satisfaction@2025': 64,
    });
  });
});

describe('what is no survey is called what it is, with a remedy', () => {
  it.each([
    ['<!DOCTYPE html><html><body>Logg inn</body></html>', 'den er en nettside', 'Last den ned på nytt'],
    ['\uFEFF  <html>', 'den er en nettside', 'Last den ned på nytt'],
    ['%PDF-1.7\n', 'den er et PDF-dokument', 'Lagre den som «CSV UTF-8'],
    ['<?xml version="1.0"?><Workbook/>', 'den er XML', 'Lagre den som «CSV UTF-8'],
    ['PK\x03\x04', 'den er en arbeidsbok', 'Lagre den som «CSV UTF-8'],
  ])('%s', async (text, what, remedy) => {
    const { message, hint } = await refused(text);
    expect(message).toContain(`Filen «svar.csv» er avvist: ${what}`);
    expect(hint).toContain(remedy);
  });
});
