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

/** What may stand before a name within a sentence: after a full stop every word has a capital letter. */
const WITHIN_SENTENCE = /[\p{L}\d,;:)»”"’–-]\s+$/u;
const SENTENCE_END = /[.!?]\s/u;
const COMPARING = /(?<!\p{L})(enn|som|mot|med|etter|foran|than|as|with|against|behind|ahead)(?!\p{L})/iu;

/**
 * The texts that name another municipality, each with the name: they were written for another plan. A peer may be named
 * where the text compares: after a word such as «enn», beside the own municipality or beside other peers. A name counts as
 * a word of its own, and one that is a common word as well («Time», «Sel») only within a sentence. A name that the own
 * municipality, a county or a longer word has is no other's.
 */
export function strayNames(
  texts: readonly PlacedText[],
  places: readonly KnownPlace[],
  concerned: Concerned,
): readonly StrayName[] {
  const { own, peers, others } = namesOfPlaces(places, concerned);
  const words = new Set(places.filter(({ isWord }) => isWord).map(({ name }) => name));
  return texts.flatMap(({ path, text }): readonly StrayName[] => {
    const found = namesIn(text, words);
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
    others: new Set(all.filter((name) => !known.has(name) && !name.includes(' '))),
  };
}

/** Words with a capital letter, without the s of a genitive as well as with it. */
function namesIn(text: string, words: ReadonlySet<string>): readonly FoundName[] {
  return [...text.matchAll(/(?<![\p{L}-])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*(?![\p{L}-])/gu)].flatMap(
    ({ 0: word, index }) => {
      const before = text.slice(0, index);
      const names = word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
      const isWithin = WITHIN_SENTENCE.test(before);
      const isCompared = COMPARING.test(before.split(SENTENCE_END).at(-1) ?? '');
      return names.filter((name) => isWithin || !words.has(name)).map((name) => ({ name, isCompared }));
    },
  );
}
