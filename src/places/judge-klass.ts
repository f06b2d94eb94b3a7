import { findPlace, type Geography, ownAndPeerCodes, type Place } from '../model/data/place.ts';
import type { PlaceFinding } from '../model/data/place-witness.ts';
import type { KlassPlace, PlaceContradiction } from '../model/data/place-contradiction.ts';
import { compareNames } from './compare-names.ts';
import { judgeHistory } from './judge-history.ts';
import type { CodeChange, KlassWitness } from './klass-witness.ts';
import { codeLine } from './write-line.ts';

/** A year before the oldest change in the settings, from which Klass is to be asked; last year when they hold none. */
export function firstYearToAsk(geography: Geography, thisYear: number): number {
  const years = geography.municipalities.flatMap(({ codes }) => codes.flatMap(({ fromYear }) => fromYear ?? []));
  return Math.min(...years, thisYear) - 1;
}

/**
 * Do the municipalities in use have a code of today, the name Klass gives it, and a history as Klass's changes have it?
 * A renumbering is followed, a neighbour that joined is a code that the settings lack, and a split leaves the years before
 * it out. Changes still to come are left aside: their code cannot stand in the settings yet.
 */
export function judgeKlass(geography: Geography, witness: KlassWitness): readonly PlaceFinding[] {
  const past = { ...witness, changes: witness.changes.filter(({ changeOccurred }) => changeOccurred <= witness.date) };
  return ownAndPeerCodes(geography).flatMap((code) => {
    const place = findPlace(geography, 'municipality', code);
    if (place === undefined) return [];
    const known = past.today.find((one) => one.code === code);
    if (known === undefined) return [judgeEnded(place, past)];
    return [...judgeTodaysName(place, known.name), ...judgeHistory(place, past)];
  });
}

function judgeTodaysName(place: Place, name: string): readonly PlaceFinding[] {
  const likeness = compareNames(place.name, name);
  if (likeness === 'same') return [];
  const said = `${place.code} is «${name}» in Klass, and ${place.name} in the settings`;
  const isAlike = likeness !== 'different';
  const sentence = isAlike ? `${said}: the names are alike.` : `${said}: one of the two is another place.`;
  const finding = { place: place.code, code: place.code, sentence, write: [] };
  if (isAlike) return [{ ...finding, weight: 'note' }];
  return [{ ...finding, about: { kind: 'klass-name', code: place.code, name }, weight: 'wrong' }];
}

/** A place whose code of today has ended: renumbered, merged with neighbours, or divided. */
function judgeEnded(place: Place, { changes, date }: KlassWitness): PlaceFinding {
  const { code, name } = place;
  const found = (sentence: string, about: PlaceContradiction, write: readonly string[]): PlaceFinding => ({
    place: code,
    ...{ code, sentence, about, write },
    weight: 'wrong',
  });
  const rows = changes.filter((row) => row.oldCode === code && row.newCode !== code);
  const on = rows
    .map(({ changeOccurred }) => changeOccurred)
    .sort()
    .at(-1);
  const heirs = rows.filter((row) => row.changeOccurred === on && row.newCode !== null);
  const [heir] = heirs;
  if (on === undefined || heir === undefined) {
    const sentence = `${code} (${name}) is no municipality in Klass on ${date}; see whether a digit is wrong.`;
    return found(sentence, { kind: 'not-in-klass', code, date }, []);
  }
  const year = Number(on.slice(0, 4));
  const old = place.codes.find((entry) => entry.code === code);
  const ending = codeLine(code, { fromYear: old?.fromYear ?? null, toYear: year - 1 });
  if (heirs.length > 1) {
    const names = heirs.map(({ newCode, newName }) => `${newCode ?? ''} ${newName ?? ''}`.trim()).join(' and ');
    return found(
      `${code} (${name}) was divided into ${names} on ${on}, says Klass: the years before belong to none of them and are to be left out.`,
      { kind: 'klass-divided', code, among: heirs.map(newPlace), date: on },
      heirs.map(({ newCode, newName }) =>
        codeLine(newCode ?? '', { fromYear: year, toYear: null }, newName ?? undefined),
      ),
    );
  }
  const joined = changes.filter(
    (row) => row.changeOccurred === on && row.newCode === heir.newCode && row.oldCode !== null && row.oldCode !== code,
  );
  const neighbours = joined.map(({ oldCode, oldName }) => `${oldCode ?? ''} ${oldName ?? ''}`.trim()).join(' and ');
  const how = joined.length === 0 ? 'became' : `and ${neighbours} became`;
  return found(
    `${code} (${name}) ${how} ${heir.newCode ?? ''} ${heir.newName ?? ''} on ${on}, says Klass; give the place that code in the settings, and in plan.yaml or peers.yaml.`,
    { kind: 'renumbered', code, to: newPlace(heir), joined: joined.map(oldPlace), date: on },
    [
      codeLine(heir.newCode ?? '', { fromYear: year, toYear: null }),
      ending,
      ...joined.map(({ oldCode, oldName }) =>
        codeLine(oldCode ?? '', { fromYear: old?.fromYear ?? null, toYear: year - 1 }, oldName ?? undefined),
      ),
    ],
  );
}

function newPlace({ newCode, newName }: CodeChange): KlassPlace {
  return { code: newCode ?? '', name: newName ?? '' };
}

function oldPlace({ oldCode, oldName }: CodeChange): KlassPlace {
  return { code: oldCode ?? '', name: oldName ?? '' };
}
