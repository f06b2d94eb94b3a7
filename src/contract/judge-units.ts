import type { Cube } from '../model/data/cube.ts';
import type { ContentsRules } from '../model/data/job.ts';
import type { PublicationContract } from '../model/data/publication.ts';
import { changedUnit, quarantine } from './quarantine.ts';

/**
 * Are the figures in the unit they were in? Throws `publication-quarantined` when a unit has changed, whatever a person
 * accepts: the numbers stored before would be shown in the new unit. `rules` is `null` for the same question as last
 * time; when the job asks another one, a unit that it demands itself may have come in place of the last.
 */
export function judgeUnits(
  contract: PublicationContract | null,
  cube: Cube,
  rules: Readonly<Record<string, ContentsRules>> | null,
): void {
  if (contract === null) return;
  const categories = cube.dimensions
    .filter(({ role }) => role === 'metric')
    .flatMap((dimension) => dimension.categories);
  for (const { code, unit } of categories) {
    const before = contract.units[code];
    if (before === undefined || inPlainWords(before) === inPlainWords(unit)) continue;
    const demanded = rules?.[code]?.unit;
    if (demanded !== undefined && unit !== null && new RegExp(demanded, 'i').test(unit)) continue;
    throw changedUnit(`The unit of ${code} in "${cube.title}" has changed: ${before ?? 'none'} → ${unit ?? 'none'}.`, {
      contents: code,
      before: before ?? '',
      after: unit ?? '',
    });
  }
}

/**
 * Are the figures as precise as they were? Throws `publication-quarantined` when the source says more or fewer decimals
 * of a contents category than of the last accepted publication; nothing where it does not say, or did not.
 */
export function judgeDecimals(contract: PublicationContract | null, cube: Cube): void {
  const categories = cube.dimensions
    .filter(({ role }) => role === 'metric')
    .flatMap((dimension) => dimension.categories);
  for (const { code, decimals } of categories) {
    const before = contract?.decimals?.[code] ?? null;
    if (before === null || decimals === null || before === decimals) continue;
    throw quarantine(
      'changed-decimals',
      `${code} in "${cube.title}" had ${before} ${before === 1 ? 'decimal' : 'decimals'}, now ${decimals}.`,
      decimals < before
        ? 'With fewer decimals every earlier figure is rounded again, and a change may be no more than that: look at the margins of the indicators that rest on it.'
        : 'With more decimals every earlier figure may be rewritten: look at the margins of the indicators that rest on it.',
      { contents: code, before, after: decimals },
    );
  }
}

/** Capitals and spaces say nothing of the scale. */
function inPlainWords(unit: string | null): string | null {
  return unit === null ? null : unit.toLowerCase().replace(/\s+/g, ' ').trim();
}
