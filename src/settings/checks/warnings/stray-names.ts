import type { KnownPlace } from '../../../model/data/place.ts';
import type { Path } from '../../problem.ts';

/** A text of the plan that names a municipality and should not. */
export interface StrayName {
  readonly path: Path;
  readonly name: string;
  /** True of one that is compared with, in a text that compares with nobody. */
  readonly isPeer: boolean;
}

/** A text, and where it stands in its file. */
export interface PlacedText {
  readonly path: Path;
  readonly text: string;
}

/** Whom the texts of a plan may speak of. */
export interface Concerned {
  readonly own: { readonly code: string; readonly name: string };
  /** Today's codes of every municipality that is compared with. */
  readonly peers: ReadonlySet<string>;
}

interface FoundName {
  readonly name: string;
  /** Whether a word such as «enn» stands before it in its sentence. */
  readonly isCompared: boolean;
}

/** The names of municipalities, in writing and in addresses. */
interface Names {
  /** Those that are common words as well. */
  readonly words: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** As the part of an address before `.kommune.no` has it. */
  readonly byHost: ReadonlyMap<string, string>;
}

/** What may stand before a name within a sentence: after a full stop every word has a capital letter. */
const WITHIN_SENTENCE = /[\p{L}\d,;:)»”"’–-]\s+$/u;
const SENTENCE_END = /[.!?]\s/u;
/** What only the name of a municipality has after it: its kind, or what nobody but a municipality does. */
const OF_MUNICIPALITY = new RegExp(
  `^\\s+(?:kommun|herad|næringsforening|næringsråd|(?:skal|vil|må|bør|ønsker å|ønskjer å)\\s+(?:${[
    'satse|jobbe|arbeide|samarbeide|tilby|legge til rette|leggje til rette|bidra|sikre|skape|prioritere|styrke|styrkje',
    '(?:være|vere|bli|verte)\\s+(?:en|ei|et|ein|eit|den|det|blant|best|ledende|leiande|størst|mest)(?!\\p{L})',
  ].join('|')}))`,
  'u',
);
/** A word with a capital letter, or of such letters alone as headings are. */
const WORD = /(?<![\p{L}-])(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*|\p{Lu}{3,}(?:-\p{Lu}+)*)(?![\p{L}-])/gu;
const LISTED = /^(?:,| og| samt)\s+(\p{Lu}\p{Ll}+)/u;
const HOST = /([\p{L}\d-]+)\.kommune\.no(?![\p{L}\d])/giu;
const COMPARING = /(?<!\p{L})(enn|som|mot|med|etter|foran|than|as|with|against|behind|ahead)(?!\p{L})/iu;

/**
 * The texts that name another municipality, each with the name: they were written for another plan. A peer may be named
 * where the text compares: after a word such as «enn», beside the own municipality or beside other peers. A name counts as
 * a word of its own, one that is a common word as well («Time», «Sel») only within a sentence, or where what follows
 * shows that it is a municipality («Time kommune»), and also in an address (`time.kommune.no`). A name that the own
 * municipality, a county or a longer word has is no other's.
 */
export function strayNames(
  texts: readonly PlacedText[],
  places: readonly KnownPlace[],
  concerned: Concerned,
): readonly StrayName[] {
  const { own, peers, others } = namesOfPlaces(places, concerned);
  const names = namesInUse(places);
  return texts.flatMap(({ path, text }): readonly StrayName[] => {
    const found = [...namesIn(text, names), ...longNamesIn(text, names), ...hostsIn(text, names)];
    const other = found.find(({ name }) => others.has(name));
    if (other !== undefined) return [{ path, name: other.name, isPeer: false }];
    const named = found.filter(({ name }) => peers.has(name));
    const compares =
      found.some(({ name }) => own.has(name)) ||
      new Set(named.map(({ name }) => name)).size > 1 ||
      named.some(({ isCompared }) => isCompared);
    const [peer] = named;
    return peer === undefined || compares ? [] : [{ path, name: peer.name, isPeer: true }];
  });
}

function namesOfPlaces(places: readonly KnownPlace[], { own, peers }: Concerned) {
  const namesOf = ({ name, officialName }: KnownPlace) => [name, ...officialName.split(' - ')];
  const namesWhere = (holds: (place: KnownPlace) => boolean) => places.filter(holds).flatMap(namesOf);
  const ownNames = new Set([own.name, ...namesWhere(({ code }) => code === own.code)]);
  // A county, and a place of the same name, is not another's.
  const allowed = new Set([...ownNames, ...namesWhere(({ level }) => level === 'county')]);
  const peerNames = namesWhere(({ code }) => code !== own.code && peers.has(code)).filter((name) => !allowed.has(name));
  const known = new Set([...allowed, ...peerNames]);
  const all = namesWhere(({ level }) => level === 'municipality');
  return {
    own: ownNames,
    peers: new Set(peerNames),
    others: new Set(all.filter((name) => !known.has(name))),
  };
}

function namesInUse(places: readonly KnownPlace[]): Names {
  const municipalities = places.filter(({ level }) => level === 'municipality').map(({ name }) => name);
  return {
    words: new Set(places.filter(({ isWord }) => isWord).map(({ name }) => name)),
    all: new Set(municipalities),
    byHost: new Map(municipalities.map((name) => [asHost(name), name])),
  };
}

/** Words with a capital letter, without the s of a genitive as well as with it. In a heading every word may be one. */
function namesIn(text: string, { words, all }: Names): readonly FoundName[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: written, index }) => {
    const [before, after] = [text.slice(0, index), text.slice(index + written.length)];
    const isHeading = written === written.toUpperCase();
    const word = isHeading ? inSmallLetters(written) : written;
    const names = word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
    const isName =
      (!isHeading && WITHIN_SENTENCE.test(before)) ||
      OF_MUNICIPALITY.test(after) ||
      all.has(LISTED.exec(after)?.[1] ?? '');
    const isCompared = COMPARING.test(before.split(SENTENCE_END).at(-1) ?? '');
    return names.filter((name) => isName || !words.has(name)).map((name) => ({ name, isCompared }));
  });
}

/** Names of several words, as they stand. */
function longNamesIn(text: string, { all }: Names): readonly FoundName[] {
  return [...all]
    .filter((name) => name.includes(' '))
    .flatMap((name) => {
      const found = new RegExp(`(?<![\\p{L}-])${name}s?(?![\\p{L}-])`, 'u').exec(text);
      if (found === null) return [];
      return [{ name, isCompared: COMPARING.test(text.slice(0, found.index).split(SENTENCE_END).at(-1) ?? '') }];
    });
}

/** `Stor-Elvdal` of STOR-ELVDAL. */
function inSmallLetters(word: string): string {
  return word.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

function hostsIn(text: string, { byHost }: Names): readonly FoundName[] {
  return [...text.matchAll(HOST)].flatMap(({ 1: host = '' }) => {
    const name = byHost.get(asHost(host));
    return name === undefined ? [] : [{ name, isCompared: false }];
  });
}

/** `alesund` of Ålesund, and `ostre-toten` of Østre Toten. */
function asHost(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(' ', '-');
}
