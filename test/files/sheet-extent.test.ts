import { describe, expect, it } from 'vitest';
import { extentProblem } from '../../src/files/sheet-extent.ts';
import { fileTextsOf } from '../../src/words/file/language.ts';

const problem = (xml: string) =>
  extentProblem(Buffer.from(`<worksheet><sheetData>${xml}</sheetData></worksheet>`), fileTextsOf('en').shape);

describe('the extent of a sheet', () => {
  it.each([
    ['a sheet as Excel writes it', '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>2</v></c></row>'],
    ['rows and cells without a place', '<row><c><v>1</v></c></row><row/>'],
    ['the last row', '<row r="1048576"><c r="A1048576"/></row>'],
    ['the last column', '<row r="1"><c r="XFD1"/></row>'],
    ['rich text, whose tag is called r', '<si><r><t>x</t></r></si>'],
    ['other tags that begin alike', '<cols><col min="1" max="9999999"/></cols><rowBreaks count="9999999"/>'],
  ])('is no problem in %s', (_, xml) => {
    expect(problem(xml)).toBeNull();
  });

  it.each([
    [
      'a row after the last',
      '<row r="99999999999"><c><v>1</v></c></row>',
      'it reaches to row 99999999999 and column 1',
    ],
    ['a cell after the last column', '<row r="1"><c r="XFE1"/></row>', 'it reaches to row 1 and column 16385'],
    ['a column with no end', `<row><c r="${'Z'.repeat(1000)}1"/></row>`, 'that is too far'],
    ['a far row and a far column', '<row r="1"><c r="XFD1"/></row><row r="1048576"/>', 'row 1048576 and column 16384'],
    ['many empty cells and many empty rows', `<row>${'<c/>'.repeat(5000)}</row>${'<row/>'.repeat(5000)}`, 'row 5001'],
    ['a row whose number is none', '<row r="Infinity"/>', 'at a place that no sheet has'],
    ['a number that is written in code', '<row r="&#49;"/>', 'at a place that no sheet has'],
    ['a tag of another name space', '<x:row r="99999999999"/>', 'it reaches to row 99999999999'],
    ['an attribute before it that looks like an end', '<row x=">" r="99999999999"/>', 'it reaches to row 99999999999'],
    ['single quotes and spaces', "<row\n r = '99999999999' />", 'it reaches to row 99999999999'],
  ])('is one for %s', (_, xml, found) => {
    expect(problem(xml)).toContain(found);
  });
});
