import { type Geography, type Place, placeOf } from '../../model/data/place.ts';
import { OBS_STATUSES } from '../../model/data/cube.ts';
import { MISSING_REASONS } from '../../model/data/figure.ts';
import { type Language, LANGUAGES } from '../../model/language.ts';
import { CAUSES, FLAGS } from '../../model/plan/assessment.ts';
import { SAID_STATUSES } from '../../model/plan/said-status.ts';
import type { AnalystRow } from '../../store/analyst/replace-rows.ts';
import { termsOf } from '../../words/analyst/language.ts';
import { capitalised } from '../../words/capital.ts';
import { textsOf } from '../../words/finding/texts-of.ts';

/** Every place the settings know, a row for each code it has or has had, in the order of the settings. */
export function placeRows({ own, municipalities, counties }: Geography): readonly AnalystRow[] {
  return [...municipalities, ...counties].flatMap((place) => codesOf(place, own));
}

function codesOf({ level, code: placeCode, name: place, codes }: Place, own: string): readonly AnalystRow[] {
  return codes.map(({ code, name, fromYear, toYear }, position) => ({
    ...{ level, place_code: placeCode, position, place, code, name: name ?? place },
    valid_from: fromYear === undefined ? null : `${fromYear}-01-01`,
    valid_to: toYear === undefined ? null : `${toYear}-12-31`,
    is_own: level === 'municipality' && placeCode === own ? 1 : 0,
  }));
}

/** Every municipality of every region of every group of peers; a county or the country where that is the member. */
export function peerGroupRows(geography: Geography): readonly AnalystRow[] {
  return geography.peerGroups.flatMap(({ id, title, titleEn, confirmed, regions }) =>
    regions.flatMap((region) =>
      region.members.map((code) => ({
        ...{ peer_group: id, title, title_en: titleEn, confirmed: confirmed ? 1 : 0 },
        ...{ region: region.id, region_name: region.name },
        ...{ municipality_code: code, municipality: placeOf(geography, code)?.name ?? code },
      })),
    ),
  );
}

type Kind = 'status' | 'flag' | 'cause' | 'missing' | 'obs_status' | 'symbol';

/** The words for every code, in every language. */
export function termRows(): readonly AnalystRow[] {
  return [
    ...rowsOf('status', SAID_STATUSES, (language, code) => capitalised(textsOf(language).statuses[code])),
    ...rowsOf('flag', FLAGS, (language, code) => textsOf(language).flags[code]),
    ...rowsOf('cause', CAUSES, (language, code) => termsOf(language).causes[code]),
    ...rowsOf('missing', MISSING_REASONS, (language, code) => textsOf(language).missing[code]),
    ...rowsOf('obs_status', OBS_STATUSES, (language, code) => termsOf(language).obsStatuses[code]),
    ...rowsOf('symbol', Object.keys(termsOf('nb').symbols), (language, code) => termsOf(language).symbols[code] ?? ''),
  ];
}

function rowsOf<Code extends string>(
  kind: Kind,
  codes: readonly Code[],
  say: (language: Language, code: Code) => string,
): readonly AnalystRow[] {
  return codes.map((code, position) => ({
    ...{ kind, code, position },
    ...Object.fromEntries(LANGUAGES.map((language) => [`text_${language}`, say(language, code)])),
  }));
}
