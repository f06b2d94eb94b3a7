import { PipelineError } from '../../model/errors.ts';
import { byNearness } from '../../platform/nearest-word.ts';
import { type KnownPlace, type Place, placesOnceCoded, placesWithAreaOf } from '../../model/data/place.ts';
import { bundledPlace } from '../../places/bundled/bundled-places.ts';
import { dividedSince } from '../../places/left-out-years.ts';

type Named = Place & Pick<Partial<KnownPlace>, 'officialName'>;

/** How many are named where a word fits none. */
const NAMED = 5;
/** Years in which a municipality was divided, or the last before it was. */
const YEARS_BEFORE_A_SPLIT = [2019, 2023];

/**
 * The one of the municipalities of today with a code, or with a name that no other has. Throws `usage` for any other word,
 * with what a former code is today, the municipalities that share a name, or the nearest ones.
 */
export function findMunicipality(word: string, today: readonly KnownPlace[]): KnownPlace {
  const wanted = word.trim();
  if (/^\d+$/.test(wanted)) return findByCode(wanted, today);
  const named = today.filter((place) => namesOf(place).includes(folded(wanted)));
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  if (named.length > 1) {
    throw refuse(
      `${named.length} municipalities are called ${wanted}: ${spelt(named, today)}.`,
      'Write the code instead.',
    );
  }
  const nearest = nearestBy(wanted, today, ({ name }) => name);
  throw refuse(`There is no municipality called «${wanted}» today.`, `The nearest names: ${spelt(nearest, today)}.`);
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
    const said = county === undefined ? 'has two digits, as a county has' : `is the county ${county.name}`;
    throw refuse(
      `${code} ${said}, and no municipality.`,
      'A municipality has four digits, such as those of its county.',
    );
  }
  const nearest = nearestBy(code, today, (one) => one.code);
  throw refuse(`No municipality has the code ${code} today.`, `The nearest codes: ${spelt(nearest, today)}.`);
}

/** Every official name, and the Norwegian one, in small letters. */
function namesOf({ name, officialName }: KnownPlace): readonly string[] {
  return [name, officialName, ...officialName.split(' - ')].map(folded);
}

function folded(text: string): string {
  return text.toLowerCase().normalize('NFC');
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
