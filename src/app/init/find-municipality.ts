import { PipelineError } from '../../model/errors.ts';
import { byNearness } from '../../platform/nearest-word.ts';
import { type KnownPlace, type Place, placesOnceCoded, placesWithAreaOf } from '../../model/data/place.ts';
import { bundledPlace, bundledPlaces } from '../../places/bundled/bundled-places.ts';
import { dividedSince } from '../../places/left-out-years.ts';

type Named = Place & Pick<Partial<KnownPlace>, 'officialName'>;

/** How many are named where a word fits none. */
const NAMED = 5;
/** Years in which a municipality was divided, or the last before it was. */
const YEARS_BEFORE_A_SPLIT = [2019, 2023];

/** What follows a name where it is told what kind of place it is. */
const KIND = / (?:kommune|herad|fylke|fylkeskommune)$/;
/** A code with its name, as this program shows a municipality. */
const CODE_AND_NAME = /^(\d{4})\s+(\D.*)$/u;

/**
 * The one of the municipalities of today with a code, or with a name that no other has, or both (`4036 Vinje`). Letter case,
 * hyphens and the word «kommune» are of no account, and a county may be named beside (`Våler i Østfold`). Throws `usage` for
 * any other word, with what a former code is today, the municipalities that share a name, or the nearest ones.
 */
export function findMunicipality(word: string, today: readonly KnownPlace[]): KnownPlace {
  const wanted = word.trim();
  if (wanted === '') throw refuse('No municipality is named.', 'Write its code of today, such as 3301, or its name.');
  if (/^\d+$/.test(wanted)) return findByCode(wanted, today);
  const [, code, name] = CODE_AND_NAME.exec(wanted) ?? [];
  if (code === undefined || name === undefined) return findByName(wanted, today);
  const place = findByCode(code, today);
  if (namesOf(place).includes(folded(name))) return place;
  throw refuse(`${code} is ${place.name}, and not ${name}.`, 'Write the one of the two that is meant.');
}

function findByName(wanted: string, today: readonly KnownPlace[]): KnownPlace {
  const named = today.filter((place) => namesOf(place).includes(folded(wanted)));
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  if (named.length > 1) {
    throw refuse(
      `${named.length} municipalities are called ${wanted}: ${spelt(named, today)}.`,
      'Write the code instead.',
    );
  }
  const county = bundledPlaces().find((place) => place.level === 'county' && namesOf(place).includes(folded(wanted)));
  if (county !== undefined) throw refuse(`${county.name} is a county, and no municipality.`, partsOf(county, today));
  if (/\d/.test(wanted)) {
    throw refuse(
      `«${wanted}» is neither a code nor a name.`,
      'A code is four digits, such as 3301; several are parted by commas.',
    );
  }
  throw refuse(
    `There is no municipality called «${wanted}» today.`,
    `The nearest names: ${spelt(nearestNames(wanted, today), today)}.`,
  );
}

/** Those whose name is among the words first. */
function nearestNames(wanted: string, today: readonly KnownPlace[]): readonly KnownPlace[] {
  const words = folded(wanted).split(' ');
  const among = today.filter(({ name }) => words.includes(folded(name)));
  const near = nearestBy(wanted, today, ({ name }) => name);
  return [...new Set([...among, ...near])].slice(0, Math.max(NAMED, among.length));
}

function partsOf({ code }: Named, today: readonly KnownPlace[]): string {
  const parts = today.filter(({ county }) => county === code);
  return `Its municipalities: ${spelt(parts, today)}.`;
}

/** A municipality as it is told apart from others: `4036 Vinje`, and by its county where another has its name. */
function tellApart({ code, name, officialName = name }: Named, today: readonly KnownPlace[]): string {
  const isShared = today.filter((one) => one.name === name).length > 1;
  return `${code} ${isShared ? officialName : name}`;
}

function findByCode(code: string, today: readonly KnownPlace[]): KnownPlace {
  const place = today.find((one) => one.code === code);
  if (place !== undefined) return place;
  const former = placesOnceCoded(today, code);
  const [heir] = former;
  if (heir !== undefined) {
    const until = heir.years.toYear === undefined ? '' : ` until ${heir.years.toYear}`;
    const places = former.map((one) => one.place);
    throw refuse(`${code} was a code${until}, and is ${spelt(places, today)} today.`, 'Write the code of today.');
  }
  const divided = today
    .flatMap((one) => YEARS_BEFORE_A_SPLIT.flatMap((year) => dividedSince(one, year) ?? []))
    .find((one) => one.code === code);
  if (divided !== undefined) {
    const among = divided.among.map((one) => `${one.code} ${one.name}`).join(', ');
    throw refuse(`${code} ${divided.name} was divided, and is ${among} today.`, 'Write the code of one of them.');
  }
  const joined = placesWithAreaOf(today, code);
  const [part] = joined;
  if (part !== undefined) {
    const { name = '', toYear = '' } = part.years;
    const heirs = spelt(
      joined.map(({ place }) => place),
      today,
    );
    throw refuse(`${code} was ${name} until ${toYear}, and is ${heirs} today.`, 'Write the code of today.');
  }
  if (/^\d{2}$/.test(code)) {
    const county = bundledPlace(code);
    throw county === undefined
      ? refuse(`${code} has two digits, as a county has, and is none today.`, 'A municipality has four digits.')
      : refuse(`${code} is the county ${county.name}, and no municipality.`, partsOf(county, today));
  }
  const nearest = nearestBy(code, today, (one) => one.code);
  throw refuse(`No municipality has the code ${code} today.`, `The nearest codes: ${spelt(nearest, today)}.`);
}

/** Every official name, the Norwegian one, and that with its county, as `folded` has them. */
function namesOf({ name, officialName }: KnownPlace): readonly string[] {
  return [name, officialName, ...officialName.split(' - ')].map(folded);
}

/** A name as it is compared: only its words, and å for aa. */
function folded(text: string): string {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('aa', 'å')
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
  return words.replace(KIND, '').replaceAll(' i ', ' ');
}

function nearestBy(
  word: string,
  all: readonly KnownPlace[],
  keyOf: (place: KnownPlace) => string,
): readonly KnownPlace[] {
  return byNearness(word, [...new Set(all.map(keyOf))])
    .slice(0, NAMED)
    .flatMap((key) => all.filter((place) => keyOf(place) === key));
}

function spelt(places: readonly Named[], today: readonly KnownPlace[]): string {
  return places.map((place) => tellApart(place, today)).join(', ');
}

function refuse(message: string, hint: string): PipelineError {
  return new PipelineError('usage', message, { hint });
}
