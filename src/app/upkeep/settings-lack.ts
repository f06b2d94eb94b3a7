import type { SettingsWarning } from '../../settings/problem.ts';

/**
 * In one sentence, what the settings could say and do not, for who runs the service: how much, in which files, and how to
 * see the lines. `null` where they lack nothing.
 */
export function describeLacking(warnings: readonly SettingsWarning[]): string | null {
  if (warnings.length === 0) return null;
  const files = [...new Set(warnings.map(({ file }) => file))];
  const lines = warnings.flatMap(({ write }) => write).length;
  const what = lines === 1 ? 'One line is' : `${lines} lines are`;
  return `${what} not written in the settings, and page and messages leave out what they would say (${files.join(', ')}); \`naeringspuls config check\` prints them.`;
}

/** What `doctor` finds in settings that hold, with what they lack. */
export function describeSettings(warnings: readonly SettingsWarning[]): string {
  const lacking = describeLacking(warnings);
  const sound = 'Every file in the settings can be read and fits the others.';
  return lacking === null ? sound : `${sound} ${lacking}`;
}
