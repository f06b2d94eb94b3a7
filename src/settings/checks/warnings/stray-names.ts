import type { KnownPlace } from '../../../model/data/place.ts';
import type { IndicatorFile } from '../../files/indicator-file.ts';
import type { Path } from '../../problem.ts';

/** A text of the plan that names a municipality that is neither the own one nor compared with. */
export interface StrayName {
  readonly path: Path;
  readonly name: string;
}

/** Whom the texts of a plan may speak of. */
export interface Concerned {
  readonly own: { readonly code: string; readonly name: string };
  /** Today's codes of every municipality that is compared with. */
  readonly peers: ReadonlySet<string>;
}

/** What may stand before a name within a sentence: after a full stop every word has a capital letter. */
const WITHIN_SENTENCE = /[\p{L}\d,;:)»”"’–-]\s+$/u;

/**
 * The texts of an indicator that name another municipality, each with the name: they were written for another plan. A name
 * counts as a word of its own within a sentence, since many are common words as well («Time», «Sel»), and a name that the
 * own municipality, a peer or a longer word has is no other's.
 */
export function strayNames(
  indicator: IndicatorFile,
  places: readonly KnownPlace[],
  concerned: Concerned,
): readonly StrayName[] {
  const others = otherNames(places, concerned);
  return textsOf(indicator).flatMap(({ path, text }) => {
    const name = namesIn(text).find((one) => others.has(one));
    return name === undefined ? [] : [{ path, name }];
  });
}

function otherNames(places: readonly KnownPlace[], { own, peers }: Concerned): ReadonlySet<string> {
  const namesOf = ({ name, officialName }: KnownPlace) => [name, ...officialName.split(' - ')];
  const isConcerned = ({ code }: KnownPlace) => code === own.code || peers.has(code);
  // A county, and a place of the same name, is not another's.
  const allowed = new Set([
    own.name,
    ...places.filter((one) => isConcerned(one) || one.level === 'county').flatMap(namesOf),
  ]);
  const all = places.filter(({ level }) => level === 'municipality').flatMap(namesOf);
  return new Set(all.filter((name) => !allowed.has(name) && !name.includes(' ')));
}

/** Words with a capital letter within a sentence, without the s of a genitive as well as with it. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\p{L}-])\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)*(?![\p{L}-])/gu)].flatMap(
    ({ 0: word, index }) => {
      if (!WITHIN_SENTENCE.test(text.slice(0, index))) return [];
      return word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
    },
  );
}

/** `references` and the worked example hold no text of the plan, and are no single texts. */
function textsOf({ inputs, ...indicator }: IndicatorFile): readonly {
  readonly path: Path;
  readonly text: string;
}[] {
  const texts = (group: object, path: Path) =>
    Object.entries(group).flatMap(([key, text]: [string, unknown]) =>
      typeof text === 'string' ? [{ path: [...path, key], text }] : [],
    );
  return [...texts(indicator, []), ...inputs.flatMap((input, place) => texts(input, ['inputs', place]))];
}
