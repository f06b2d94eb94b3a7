import { parseTimePeriod } from '../../model/time-period.ts';
import type { AnnotationsFile } from '../files/annotations-file.ts';
import type { SettingsFinding } from '../problem.ts';
import { unknownIndicator } from './check-alerts.ts';

/** Annotations must be of indicators and periods that there are; `null` where it is unknown which indicators there are. */
export function checkAnnotations(
  { annotations }: AnnotationsFile,
  indicators: readonly string[] | null,
): readonly SettingsFinding[] {
  return annotations.flatMap(({ indicator, period }, index) => {
    const path = ['annotations', index];
    const isUnknown = indicator !== undefined && indicators !== null && !indicators.includes(indicator);
    return [
      ...(isUnknown ? [{ path: [...path, 'indicator'], text: unknownIndicator(indicator, indicators) }] : []),
      ...(parseTimePeriod(period) === null
        ? [{ path: [...path, 'period'], text: `'${period}' is not a period.` }]
        : []),
    ];
  });
}
