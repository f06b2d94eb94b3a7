import type { Sheet, WorkbookProperties } from './sheet.ts';
import { columnName, sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { writeZip, type ZipPart } from './write-zip.ts';
import { cellText, xmlText } from './xml-text.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'application/vnd.openxmlformats';

/**
 * A workbook as XLSX (ISO/IEC 29500) of some sheets, the first of them open: a heading that stays in sight, filters, links
 * that are links. The same content gives the same bytes. Written here, as it is read with one package and checked here: the
 * package that writes them takes ten times as long after every run, and knows no links.
 */
export function writeWorkbook(sheets: readonly Sheet[], properties: WorkbookProperties): Buffer {
  const texts = new Map<string, number>();
  let uses = 0;
  const shared = (text: string): number => {
    uses += 1;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const parts = sheets.map((sheet, index) => sheetXml(sheet, index === 0, shared));
  const numbered = parts.flatMap(({ sheet, relations }, index): readonly ZipPart[] => [
    { name: `xl/worksheets/sheet${index + 1}.xml`, text: sheet },
    ...(relations === null ? [] : [{ name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, text: relations }]),
  ]);
  return writeZip([
    { name: '[Content_Types].xml', text: contentTypes(sheets.length) },
    { name: 'docProps/core.xml', text: coreProperties(properties), isPlain: true },
    { name: '_rels/.rels', text: PACKAGE_RELATIONS },
    { name: 'xl/workbook.xml', text: workbookXml(sheets) },
    { name: 'xl/_rels/workbook.xml.rels', text: workbookRelations(sheets.length) },
    { name: 'xl/styles.xml', text: stylesXml() },
    { name: 'xl/sharedStrings.xml', text: sharedStrings([...texts.keys()], uses) },
    ...numbered,
  ]);
}

/** The identifier in the properties of a workbook that `writeWorkbook` made, from its first bytes; `null` for none. */
export function readIdentifier(head: string): string | null {
  return /<dc:identifier>([^<]*)<\/dc:identifier>/.exec(head)?.[1] ?? null;
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${TYPES}-${type}+xml"/>`;
  const spreadsheet = 'officedocument.spreadsheetml';
  const all = Array.from({ length: sheets }, (_, index) =>
    part(`xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet`),
  );
  return [
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="${TYPES}-package.relationships+xml"/>`,
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('docProps/core.xml', 'package.core-properties'),
    part('xl/workbook.xml', `${spreadsheet}.sheet.main`),
    part('xl/styles.xml', `${spreadsheet}.styles`),
    part('xl/sharedStrings.xml', `${spreadsheet}.sharedStrings`),
    ...all,
    '</Types>',
  ].join('');
}

function coreProperties({ title, creator, createdAt, identifier }: WorkbookProperties): string {
  const at = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${createdAt.slice(0, 19)}Z</dcterms:${name}>`;
  const names = [
    `xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ');
  const said = `<dc:identifier>${xmlText(identifier)}</dc:identifier><dc:title>${xmlText(title)}</dc:title>`;
  const by = `<dc:creator>${xmlText(creator)}</dc:creator>`;
  return `${DECLARATION}<cp:coreProperties ${names}>${said}${by}${at('created')}${at('modified')}</cp:coreProperties>`;
}

const PACKAGE_RELATIONS = [
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">`,
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`,
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
  '</Relationships>',
].join('');

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  // A printed sheet has its heading on every page.
  const printed = sheets.map(({ name, rows, printedColumns }, index) => {
    const quoted = xmlText(`'${name.replaceAll("'", "''")}'`);
    const area = `${quoted}!$A$1:$${columnName(printedColumns - 1)}$${rows.length + 1}`;
    const defined = (what: string, where: string) =>
      `<definedName name="_xlnm.Print_${what}" localSheetId="${index}">${where}</definedName>`;
    return `${defined('Area', area)}${defined('Titles', `${quoted}!$1:$1`)}`;
  });
  return [
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>`,
    `<sheets>${names.join('')}</sheets><definedNames>${printed.join('')}</definedNames></workbook>`,
  ].join('');
}

function workbookRelations(sheets: number): string {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const all = Array.from({ length: sheets }, (_, index) =>
    relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const others = [
    relation(sheets + 1, 'styles', 'styles.xml'),
    relation(sheets + 2, 'sharedStrings', 'sharedStrings.xml'),
  ];
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${[...all, ...others].join('')}</Relationships>`;
}

function sharedStrings(texts: readonly string[], uses: number): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`).join('');
  return `${DECLARATION}<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${texts.length}">${items}</sst>`;
}
