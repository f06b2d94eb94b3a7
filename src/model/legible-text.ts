/** Longer lines are shortened; texts from outside can have any length. */
const LONGEST_LINE = 2000;
const KEPT_AT_END = 500;

/**
 * Controls, marks that turn the direction of writing, and halves of characters: a terminal obeys some and shows none.
 */
const ILLEGIBLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The text as it may be shown in a terminal and kept in a log, whatever words from outside it quotes: what cannot be
 * seen is written as its code, and a line that is then too long loses its middle. Line feeds stay.
 */
export function legibleText(text: string): string {
  return text
    .split('\n')
    .map((line) => withoutMiddle(line.replaceAll(ILLEGIBLE, (character) => codeOf(character))))
    .join('\n');
}

function withoutMiddle(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const left = line.length - LONGEST_LINE;
  return `${line.slice(0, LONGEST_LINE - KEPT_AT_END)} … ${left} characters … ${line.slice(-KEPT_AT_END)}`;
}

function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
