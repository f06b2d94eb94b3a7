import type { Figure } from '../model/data/figure.ts';
import type { Coverage } from '../model/data/job.ts';
import type { Geography, PeerGroup, Place } from '../model/data/place.ts';
import { findPlace, levelOf, membersOf, placeOf } from '../model/data/place.ts';
import type { PlaceSelection } from './place-series.ts';
import { placeFigure } from './place-series.ts';
import { sumOf } from './missing.ts';

/** A peer as the coverage of the figures allows: a region of municipalities, a whole county, or the country. */
export interface ComparedRegion {
  readonly id: string;
  readonly name: string;
  /** `undefined` for a member the geography does not know. */
  readonly members: readonly (Place | undefined)[];
}

/** The place whose figures stand for the own municipality: itself, or its county when figures reach no further. */
export function ownPlace(geography: Geography, coverage: Coverage): Place | undefined {
  return coverage === 'county' ? countyOf(geography, geography.own) : placeOf(geography, geography.own);
}

/**
 * Whom the own place is compared with. The own municipality never counts as a peer, nor does its county. On counties
 * each county that has, or is, a member of the group is one peer, and so is the country. National figures have no peers.
 */
export function comparedRegions(
  group: PeerGroup | undefined,
  geography: Geography,
  coverage: Coverage,
): readonly ComparedRegion[] {
  if (group === undefined || coverage === 'national') return [];
  if (coverage === 'county') return comparedCounties(group, geography);
  return group.regions
    .map(({ id, name, members }) => ({ id, name, codes: members.filter((code) => code !== geography.own) }))
    .filter(({ codes }) => codes.length > 0)
    .map(({ id, name, codes }) => ({
      id,
      name,
      members: codes.map((code) => placeOf(geography, code)),
    }));
}

function comparedCounties(group: PeerGroup, geography: Geography): readonly ComparedRegion[] {
  const own = ownPlace(geography, 'county')?.code;
  const codes = membersOf([group]).map((code) => countyOf(geography, code)?.code ?? code);
  return [...new Set(codes)]
    .filter((code) => code !== own)
    .map((code) => {
      const place = placeOf(geography, code);
      return { id: code, name: place?.name ?? code, members: [place] };
    });
}

/**
 * Single places that the own one is compared with, by the codes of the settings. On counties a municipality is its county,
 * and the own one is left out. National figures have nobody to be compared with.
 */
export function comparedPlaces(
  codes: readonly string[],
  geography: Geography,
  coverage: Coverage,
): readonly ComparedRegion[] {
  if (coverage === 'national') return [];
  const own = ownPlace(geography, coverage)?.code;
  return codes.flatMap((code) => {
    const place = coverage === 'county' ? countyOf(geography, code) : placeOf(geography, code);
    return place?.code === own ? [] : [{ id: code, name: place?.name ?? code, members: [place] }];
  });
}

/** The county that a municipality lies in; a county and the country as they are. */
function countyOf(geography: Geography, code: string): Place | undefined {
  if (levelOf(code) !== 'municipality') return placeOf(geography, code);
  return findPlace(geography, 'county', findPlace(geography, 'municipality', code)?.county ?? '');
}

/** The sum over the members, every one of which must have a number. Percentages of several are never summed. */
export function regionFigure(selection: PlaceSelection, region: ComparedRegion, period: number): Figure {
  const [first, ...others] = region.members.map((place) => placeFigure(selection, place, period));
  if (first === undefined || (selection.percentage && others.length > 0)) return { missing: 'not-possible' };
  return sumOf([first, ...others]);
}
