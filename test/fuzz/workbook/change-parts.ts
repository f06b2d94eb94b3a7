import type { Random } from '../support/random.ts';
import type { ZipPart } from './pack-zip.ts';
import { SHEET_PART } from './write-workbook.ts';

type Change = (parts: ZipPart[], random: Random) => unknown;

const MEGABYTE = 1024 * 1024;
const LAUGHS =
  '<!DOCTYPE x [<!ENTITY a "ha">' +
  'bcdefghi'.replaceAll(/./g, (name) => {
    const before = String.fromCharCode(name.charCodeAt(0) - 1);
    return `<!ENTITY ${name} "${`&${before};`.repeat(10)}">`;
  }) +
  ']>';
/** Put into the XML where a tag begins. */
const PIECES: readonly string[] = [
  ...['<row r="1048577">', '<row r="99999999999">', '<row r="1e9"/>', '<row r="Infinity"/>', '<row r="-1"/>', '<row/>'],
  ...['<c r="ZZZZZZZZZ1"><v>1</v></c>', '<c r="XFD1048576"><v>1</v></c>', '<c r="A99999999999"/>', '<c r=""/>', '<c/>'],
  ...[
    '<c t="s"><v>99999999</v></c>',
    '<c t="s"><v>-1</v></c>',
    '<c t="s"><v>__proto__</v></c>',
    '<c t="zz"><v>1</v></c>',
  ],
  ...['<c s="99999"><v>1</v></c>', '<c><v>1e999</v></c>', '<c><v>NaN</v></c>', '<c><v></v></c>', '<c><v>0x10</v></c>'],
  ...[
    '<f>WEBSERVICE("http://127.0.0.1:9/")</f>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<dimension ref="A1:XFD1048576"/>',
  ],
  ...[
    '</row>',
    '</sheetData>',
    '<sheetData>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?x',
    '<',
    '&',
    '&i;',
    '&#0;',
    '&x;',
  ],
  ...[
    LAUGHS,
    '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '\0',
    '<a>'.repeat(20_000),
    `<c x="${'y'.repeat(MEGABYTE)}"/>`,
  ],
  ...['<row/>'.repeat(5000), '<c/>'.repeat(5000), `<row>${'<c/>'.repeat(5000)}</row>${'<row/>'.repeat(5000)}`],
];

export const PART_CHANGES = {
  'put a piece of XML in': (parts, random) =>
    changeText(parts, random, (text) => {
      const tags = [...text.matchAll(/</g)].map(({ index }) => index);
      const at = tags[random.below(tags.length)] ?? 0;
      return `${text.slice(0, at)}${random.pick(PIECES)}${text.slice(at)}`;
    }),
  'lose a piece of XML': (parts, random) =>
    changeText(parts, random, (text) => {
      const at = random.below(text.length);
      return `${text.slice(0, at)}${text.slice(at + 1 + random.below(60))}`;
    }),
  'change a number': (parts, random) =>
    changeText(parts, random, (text) => {
      const numbers = [...text.matchAll(/\d+/g)];
      const chosen = numbers[random.below(numbers.length)];
      if (chosen === undefined) return text;
      const other = random.pick(['0', '1', '16385', '1048577', '4294967296', '99999999999999999999', '-1', 'x', '']);
      return `${text.slice(0, chosen.index)}${other}${text.slice(chosen.index + chosen[0].length)}`;
    }),
  'lose a part': (parts, random) => parts.splice(random.below(parts.length), 1),
  'have a part twice': (parts, random) => {
    const part = random.pick(parts);
    parts.splice(random.below(parts.length), 0, {
      ...part,
      content: random.below(2) === 0 ? part.content : Buffer.from('<x/>'),
    });
  },
  'name a part otherwise': (parts, random) => {
    const at = random.below(parts.length);
    const names = [
      '../../evil.xml',
      '/etc/passwd',
      '__proto__',
      'constructor',
      'xl\\workbook.xml',
      'XL/WORKBOOK.XML',
      '',
    ];
    parts[at] = { ...parts[at]!, name: random.pick([...names, ...parts.map(({ name }) => name)]) };
  },
  'link to another file': (parts, random) =>
    changePart(parts, 'xl/_rels/workbook.xml.rels', (text) => {
      const targets = [
        '../../../etc/passwd',
        'http://127.0.0.1:9/x',
        'file:///etc/passwd',
        'externalLinks/externalLink1.xml',
        '',
      ];
      return text.replace('worksheets/sheet1.xml', random.pick(targets));
    }),
  'bring a part nobody asked for': (parts, random) => {
    const name = random.pick([
      'xl/externalLinks/externalLink1.xml',
      'xl/vbaProject.bin',
      'xl/media/a.png',
      'xl/drawings/d.xml',
    ]);
    parts.push({ name, content: Buffer.from('<externalLink><externalBook r:id="rId1"/></externalLink>') });
  },
  'bring a bomb': (parts, random) => {
    const content = Buffer.alloc(random.pick([1, 1, 8, 30]) * MEGABYTE, random.pick([' ', '<a>', '\0']));
    const name = random.pick(['docProps/bomb.xml', 'xl/bomb.bin', SHEET_PART, 'xl/sharedStrings.xml']);
    parts.push({ name, content, ...(random.below(2) === 0 ? {} : { sizeSaid: random.pick([0, 10, 2 ** 32 - 1]) }) });
  },
  'lie about a size': (parts, random) => {
    const at = random.below(parts.length);
    parts[at] = { ...parts[at]!, sizeSaid: random.pick([0, 1, 2 ** 31, 2 ** 32 - 1]) };
  },
  'pack in another way': (parts, random) => {
    const at = random.below(parts.length);
    parts[at] = { ...parts[at]!, method: random.pick([0, 1, 9, 99, 65_535]), flags: random.pick([0, 1, 8, 0x0800]) };
  },
  'write in another encoding': (parts, random) => {
    const at = random.below(parts.length);
    const text = parts[at]!.content.toString('utf8');
    parts[at] = { ...parts[at]!, content: Buffer.from(text, random.pick(['utf16le', 'latin1'])) };
  },
} as const satisfies Readonly<Record<string, Change>>;

export type PartChangeName = keyof typeof PART_CHANGES;
export const PART_CHANGE_NAMES = Object.keys(PART_CHANGES) as PartChangeName[];

/** Changes the sheet most of the time, else any part. */
function changeText(parts: ZipPart[], random: Random, change: (text: string) => string): void {
  const name = random.below(2) === 0 ? SHEET_PART : random.pick(parts).name;
  changePart(parts, name, change);
}

/** Leaves a bomb as it is: to change one here would fill the memory that the product is watched for. */
function changePart(parts: ZipPart[], name: string, change: (text: string) => string): void {
  const at = parts.findIndex((part) => part.name === name);
  const part = parts[at];
  if (part !== undefined && part.content.length < 2 * MEGABYTE)
    parts[at] = { ...part, content: Buffer.from(change(part.content.toString('utf8'))) };
}
