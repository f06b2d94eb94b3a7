import type { Language } from '../table.ts';

const NORWEGIAN_ENDINGS =
  'hetenes hetene hetens heter heten endes edes enes ande ende ane ene ens ers ets het ast en ar er as es et a e'.split(
    ' ',
  );
const NORWEGIAN_LAST_ENDINGS = 'hetslov eleg elig elov slov leg eig lig els lov ig'.split(' ');

/** Where the part begins that an ending may be taken from: after the first consonant behind a vowel, three letters in. */
function regionStart(word: string, vowels: string): number {
  const match = new RegExp(`[${vowels}][^${vowels}]`, 'u').exec(word);
  return match === null ? word.length : Math.max(3, match.index + 2);
}

function without(word: string, endings: readonly string[], start: number): string {
  const ending = endings.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= start);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

function stemNorwegian(word: string): string {
  const start = regionStart(word, 'aeiouyæøå');
  let stem = word.replace(/erte?$/, (ending) => (word.length - ending.length >= start ? 'er' : ending));
  if (stem === word) stem = without(word, NORWEGIAN_ENDINGS, start);
  if (stem === word && /[bcdfghjlmnoprtvyz]s$/.test(word) && word.length > start) stem = word.slice(0, -1);
  return without(stem.replace(/([dv])t$/, '$1'), NORWEGIAN_LAST_ENDINGS, start);
}

/** A rough English stemmer: enough that `population` becomes `popul`, as at SSB. */
function stemEnglish(word: string): string {
  const singular = word
    .replace(/sses$/, 'ss')
    .replace(/ies$/, 'i')
    .replace(/([^su])s$/, '$1');
  const plain = singular.replace(/([aeiouy].*)(?:ed|ing)$/, '$1');
  const short = plain.replace(/(.{3})ations?$/, '$1').replace(/(.{3}[st])ion$/, '$1');
  return short.replace(/(.{2})e$/, '$1').replace(/([^aeiou])y$/, '$1i');
}

/** The index terms of a text: words in small letters, cut to their stem. */
export function indexTerms(text: string, language: Language): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.map((word) => (language === 'no' ? stemNorwegian(word) : stemEnglish(word)));
}
