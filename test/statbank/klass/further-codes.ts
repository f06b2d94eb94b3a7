import { inUse } from '../places/divisions.ts';
import type { FurtherMunicipality } from '../places/further-municipalities.ts';
import type { CodeChange, KlassCode } from './klass.ts';

/** The codes that are in use in a year of municipalities beside those held. */
export function furtherCodesAt(places: readonly FurtherMunicipality[], year: number): readonly KlassCode[] {
  return places.flatMap(({ name, codes }) =>
    codes.filter((one) => inUse(one, year)).map(({ code }) => ({ code, name })),
  );
}

/** What became of their codes on the days on which a version began. */
export function furtherChanges(
  places: readonly FurtherMunicipality[],
  dates: readonly string[],
): readonly CodeChange[] {
  return dates.flatMap((changeOccurred) => {
    const year = Number(changeOccurred.slice(0, 4));
    return places.flatMap(({ name, codes }) => {
      const [heir] = codes.filter(({ fromYear }) => fromYear === year);
      if (heir === undefined) return [];
      return codes
        .filter(({ toYear }) => toYear === year - 1)
        .map(({ code }) => ({
          ...{ oldCode: code, oldName: name, oldShortName: '', newCode: heir.code, newName: name, newShortName: '' },
          changeOccurred,
        }));
    });
  });
}
