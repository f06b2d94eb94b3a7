import { PipelineError } from '../model/errors.ts';

/** A place in a file, counted from 1 as editors do. */
export interface FilePosition {
  readonly line: number;
  readonly column: number;
}

/** One thing wrong in one file, as a sentence; without a position where the file is not read but run. */
export interface Problem extends Partial<FilePosition> {
  readonly file: string;
  readonly text: string;
}

/** Something that the settings could say and do not, or that may not say what was meant: nothing is refused for it. */
export interface SettingsWarning extends FilePosition {
  readonly file: string;
  readonly text: string;
  /** What could be written, ready to be pasted below the line, with words to be replaced; none where a line is doubtful. */
  readonly write: readonly string[];
}

/** Keys and list positions from the top of a file down to the value that is wrong. */
export type Path = readonly PropertyKey[];

/** Something wrong at a path; the line is looked up afterwards, in the file. */
export interface SettingsFinding {
  readonly path: Path;
  readonly text: string;
  /** True when the key itself is wrong and not the value it has. */
  readonly onKey?: boolean;
}

/** One error for every problem of every file, by file and line. */
export function settingsInvalid(problems: readonly Problem[]): PipelineError {
  const lines = byPlace(problems).map(
    ({ file, line, column, text }) => `${[file, line, column].filter(isGiven).join(':')} ${text}`,
  );
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return new PipelineError('settings-invalid', `The settings have ${count}:\n${lines.join('\n')}`, {
    hint: 'Correct the lines named above, then check again with `naeringspuls config check`, and `--config` where it was named; config/README.md of the program explains every file.',
    context: { problems: problems.length },
  });
}

function isGiven(part: string | number | undefined): boolean {
  return part !== undefined;
}

/** By file and place in it. */
export function byPlace<Found extends Problem>(found: readonly Found[]): readonly Found[] {
  return [...found].sort(
    (a, b) =>
      a.file.localeCompare(b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      a.text.localeCompare(b.text),
  );
}
