import { distance } from 'fastest-levenshtein';
import { namesIn } from './read-label.ts';

/**
 * `same`: one name of each is equal. `alike`: spelt otherwise or shortened. `near`: a letter off. `different`: another
 * name.
 */
export type NameLikeness = 'same' | 'alike' | 'near' | 'different';

/** So long must a name be for one wrong letter, and for two, to be a misspelling and not another name. */
const ONE_SLIP = 5;
const TWO_SLIPS = 9;
/** So long must a name be for a longer one that begins with it to be the same: Nes and Nesbyen. */
const SHORTEST_BEGINNING = 3;
const LONGEST_ENDING = 4;

/** Do two names of a region mean the same place, judged by spelling? Double names count by any of their names. */
export function compareNames(a: string, b: string): NameLikeness {
  const pairs = namesIn(a).flatMap((one) => namesIn(b).map((other) => [one, other] as const));
  if (pairs.some(([one, other]) => one === other)) return 'same';
  if (pairs.some(([one, other]) => areAlike(one, other))) return 'alike';
  return pairs.some(([one, other]) => areNear(plain(one), plain(other))) ? 'near' : 'different';
}

function areAlike(a: string, b: string): boolean {
  const [shorter, longer] = inOrder(plain(a), plain(b));
  if (shorter === longer || isShortened(a, b) || isShortened(b, a)) return true;
  const isBeginning = shorter.length >= SHORTEST_BEGINNING && longer.startsWith(shorter);
  return isBeginning && longer.length - shorter.length <= LONGEST_ENDING;
}

function areNear(a: string, b: string): boolean {
  const { length } = inOrder(a, b)[0];
  const slips = length >= TWO_SLIPS ? 2 : length >= ONE_SLIP ? 1 : 0;
  return distance(a, b) <= slips;
}

function inOrder(a: string, b: string): readonly [shorter: string, longer: string] {
  return a.length <= b.length ? [a, b] : [b, a];
}

/** Letters alone, those that are not English written as many keyboards do. */
function plain(name: string): string {
  const spelt = name.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').replaceAll('đ', 'd');
  return spelt
    .normalize('NFD')
    .replace(/[^a-z]/gu, '')
    .replaceAll('aa', 'a');
}

/** `n. follo` for `nordre follo`: word by word, a shortened one with its full stop. */
function isShortened(short: string, whole: string): boolean {
  const [parts, words] = [short.split(' '), whole.split(' ')];
  const stands = (part: string, word = '') =>
    part === word || (part.endsWith('.') && word.startsWith(part.slice(0, -1)));
  return parts.length === words.length && parts.every((part, index) => stands(part, words[index]));
}
