import type { Figure } from '../model/data/figure.ts';
import type { Coverage } from '../model/data/job.ts';
import type { Geography, PeerGroup, Place } from '../model/data/place.ts';
import { COUNTRY, findPlace } from '../model/data/place.ts';
import type { PlaceSelection } from './place-series.ts';
import { placeFigure } from './place-series.ts';
import { sumOf } from './missing.ts';

/** A peer as the coverage of the figures allows: a region of municipalities, or a whole county. */
export interface ComparedRegion {
  readonly id: string;
  readonly name: string;
  /** `undefined` for a member the geography does not know. */
  readonly members: readonly (Place | undefined)[];
}

/** The place whose figures stand for the own municipality: itself, or its county when figures reach no further. */
export function ownPlace(geography: Geography, coverage: Coverage): Place | undefined {
  const municipality = findPlace(geography, 'municipality', geography.own);
  if (coverage !== 'county') return municipality;
  return findPlace(geography, 'county', municipality?.county ?? '');
}

/**
 * Whom the own place is compared with. The own municipality never counts as a peer, nor does its county. On counties
 * each county that has a member of the group is one peer. National figures have no peers.
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
      members: codes.map((code) => findPlace(geography, 'municipality', code)),
    }));
}

function comparedCounties(group: PeerGroup, geography: Geography): readonly ComparedRegion[] {
  const own = ownPlace(geography, 'county')?.code;
  const members = group.regions.flatMap((region) => region.members);
  const codes = members.map((code) => findPlace(geography, 'municipality', code)?.county ?? code);
  return [...new Set(codes)]
    .filter((code) => code !== own)
    .map((code) => {
      const county = findPlace(geography, 'county', code);
      return { id: code, name: county?.name ?? code, members: [county] };
    });
}

const THE_COUNTRY: Place = { code: COUNTRY, name: 'Norge', level: 'country', codes: [{ code: COUNTRY }] };

/**
 * Single places that the own one is compared with, by the codes of the settings; `0` is the country. On counties a
 * municipality is its county, and the own one is left out. National figures have nobody to be compared with.
 */
export function comparedPlaces(
  codes: readonly string[],
  geography: Geography,
  coverage: Coverage,
): readonly ComparedRegion[] {
  if (coverage === 'national') return [];
  const own = ownPlace(geography, coverage)?.code;
  return codes.flatMap((code) => {
    const place = code === COUNTRY ? THE_COUNTRY : ownPlace({ ...geography, own: code }, coverage);
    return place?.code === own ? [] : [{ id: code, name: place?.name ?? code, members: [place] }];
  });
}

/** The sum over the members, every one of which must have a number. Percentages of several are never summed. */
export function regionFigure(selection: PlaceSelection, region: ComparedRegion, period: number): Figure {
  const [first, ...others] = region.members.map((place) => placeFigure(selection, place, period));
  if (first === undefined || (selection.percentage && others.length > 0)) return { missing: 'not-possible' };
  return sumOf([first, ...others]);
}
