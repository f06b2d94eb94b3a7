import type { SettingsWarning } from '../../settings/problem.ts';
import type { DoctorWords } from '../../words/terminal/doctor.ts';
import { doctorEn } from '../../words/terminal/doctor-en.ts';

/**
 * In a sentence or two, what the settings could say and do not, and what in them is doubtful, for who runs the
 * service: how much, in which files, and how to see the lines. `null` where there is nothing of either.
 */
export function describeLacking(
  warnings: readonly SettingsWarning[],
  words: Pick<DoctorWords, 'lines' | 'doubts'> = doctorEn,
): string | null {
  const lacking = warnings.filter(({ write }) => write.length > 0);
  const doubtful = warnings.filter(({ write }) => write.length === 0);
  const lines = lacking.flatMap(({ write }) => write).length;
  const sentences = [
    ...(lacking.length === 0 ? [] : [words.lines(lines, filesOf(lacking))]),
    ...(doubtful.length === 0 ? [] : [words.doubts(doubtful.length, filesOf(doubtful))]),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

function filesOf(warnings: readonly SettingsWarning[]): string {
  return [...new Set(warnings.map(({ file }) => file))].join(', ');
}

/** What `doctor` finds in settings that hold, with their folder and what they lack. */
export function describeSettings(folder: string, warnings: readonly SettingsWarning[], words: DoctorWords): string {
  const lacking = describeLacking(warnings, words);
  const sound = words.settingsFit(folder);
  return lacking === null ? sound : `${sound} ${lacking}`;
}
