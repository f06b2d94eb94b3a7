const SEGMENTER = new Intl.Segmenter();
/** Only these break: U+00A0 and U+202F hold a number and its unit together. */
const SPACES = / +/;
/** Where a word that is longer than a line may be divided: after what separates the parts of an address, path or id. */
const JOINTS = /(?<=[/\\?&=,;|_:-])(?!\d)/u;
/** Of an address: between its parts, and between the codes it lists. */
const JOINTS_OF_ADDRESS = /(?<=[/\\?&=,])/u;
/** Digits with what stands between and beside them, which no line divides. */
const NUMBER = /\d[\d\u202F.,:%–\u2212\u2060-]*\d|\d/u;
const LETTERS = /^\p{L}+$/u;
/** Fewest letters of a part of a word. */
const FEWEST = 3;

/** Columns that a text takes on a terminal: what a reader sees as one character is one. */
export function widthOf(text: string): number {
  return /^[\u0020-\u007E]*$/.test(text) ? text.length : lettersOf(text).length;
}

function lettersOf(text: string): readonly string[] {
  return [...SEGMENTER.segment(text.replaceAll('\u2060', ''))].map(({ segment }) => segment);
}

/**
 * The lines of a text, none of them wider than `width`, broken between words; a word that is wider is divided at its
 * joints, and where it has none by a hyphen. A number is never divided. Line breaks in the text stay.
 */
export function wrapText(text: string, width: number): readonly string[] {
  // Word joiners have done their work when lines are broken here, and some terminals show them.
  return text
    .replaceAll('\u2060', '')
    .split('\n')
    .flatMap((line) => wrapLine(line, width));
}

/** The widths below which words of a text are divided, numbers are parted from their units, and numbers are divided. */
export function leastWidths(text: string): {
  readonly word: number;
  readonly amount: number;
  readonly number: number;
} {
  const words = text.split(/[ \n]+/);
  const longest = (some: readonly string[]) => Math.max(0, ...some.map(widthOf));
  const amounts = words.filter((word) => NUMBER.test(word) && !/[/\\_|]/.test(word));
  const numbers = words.flatMap((word) => NUMBER.exec(word)?.[0] ?? []);
  return { word: longest(words), amount: longest(amounts), number: longest(numbers) };
}

/** A part of a line, and whether a space comes before it. */
interface Piece {
  readonly text: string;
  readonly isContinued: boolean;
}

function wrapLine(line: string, width: number): readonly string[] {
  if (widthOf(line) <= width) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const room = Math.max(width - indent.length, 1);
  const lines: string[] = [];
  let current = '';
  for (const { text, isContinued } of line
    .trim()
    .split(SPACES)
    .flatMap((word) => divide(word, room))) {
    const longer = current === '' || isContinued ? current + text : `${current} ${text}`;
    if (current === '' || widthOf(longer) <= room) {
      current = longer;
      continue;
    }
    lines.push(current);
    current = text;
  }
  return [...lines, current].map((one) => indent + one);
}

/** What a word that is too wide is made of: first an amount and its unit, then what its joints part, then letters. */
function divide(word: string, width: number): readonly Piece[] {
  if (widthOf(word) <= width) return [{ text: word, isContinued: false }];
  const [first = '', ...units] = word.split('\u00A0');
  if (units.length > 0) return [first, ...units].flatMap((one) => divide(one, width));
  const parts = word
    .split(/:\/\/|[?&]\w+.*=/.test(word) ? JOINTS_OF_ADDRESS : JOINTS)
    .flatMap((part) => cut(part, width));
  return parts.map((text, at) => ({ text, isContinued: at > 0 }));
}

function cut(part: string, width: number): readonly string[] {
  const letters = lettersOf(part);
  if (letters.length <= width || NUMBER.exec(part)?.[0] === part) return [part];
  const hyphen = LETTERS.test(part) && width > FEWEST ? '-' : '';
  const room = width - hyphen.length;
  // Parts of about the same length: none of a single letter.
  const size = Math.ceil(letters.length / Math.ceil(letters.length / room));
  const count = Math.ceil(letters.length / size);
  return Array.from({ length: count }, (_, at) => {
    const text = letters.slice(at * size, (at + 1) * size).join('');
    return at === count - 1 ? text : `${text}${hyphen}`;
  });
}
