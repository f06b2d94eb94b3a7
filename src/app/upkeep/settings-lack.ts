import type { SettingsWarning } from '../../settings/problem.ts';
import type { DoctorWords } from '../../words/terminal/doctor.ts';
import { doctorEn } from '../../words/terminal/doctor-en.ts';

/**
 * In one sentence, what the settings could say and do not, for who runs the service: how much, in which files, and how to
 * see the lines. `null` where they lack nothing.
 */
export function describeLacking(
  warnings: readonly SettingsWarning[],
  words: Pick<DoctorWords, 'lines'> = doctorEn,
): string | null {
  if (warnings.length === 0) return null;
  const files = [...new Set(warnings.map(({ file }) => file))];
  const lines = warnings.flatMap(({ write }) => write).length;
  return words.lines(lines, files.join(', '));
}

/** What `doctor` finds in settings that hold, with their folder and what they lack. */
export function describeSettings(folder: string, warnings: readonly SettingsWarning[], words: DoctorWords): string {
  const lacking = describeLacking(warnings, words);
  const sound = words.settingsFit(folder);
  return lacking === null ? sound : `${sound} ${lacking}`;
}
