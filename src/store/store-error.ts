import { PipelineError } from '../model/errors.ts';
import { closedFileProblem } from './files/closed-file.ts';
import { noDatabaseFile } from './files/refuse-file.ts';
import { unusableDriver } from './sqlite-driver.ts';

const CLOSED = /^SQLITE_(READONLY|CANTOPEN|PERM)/;
const UNCHANGED = 'Nothing has been changed.';

/**
 * Says what a failure of SQLite or its driver means for the operator. Anything that is not a failure of the database itself (a
 * `PipelineError`, a wrong statement, a bug) is handed back as it is.
 */
export function asStoreError(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (code === null) return unusableDriver(error) ?? error;
  const context = { file, sqlite: code };
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new PipelineError('store-busy', `Another process is writing to the database ${file}.`, {
      hint: 'Wait until the other run has finished, or stop it, and try again.',
      context,
      refusal: { about: 'database-written', file },
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return new PipelineError(
      'store-integrity',
      `The database ${file} refused rows that break its own rules: ${text(error)}.`,
      {
        hint: `${UNCHANGED} Report this with the message: the program and the database disagree.`,
        context,
        cause: error,
      },
    );
  }
  if (code === 'SQLITE_NOTADB') return noDatabaseFile(file, 'other', `The file ${file} is not a SQLite database.`);
  if (CLOSED.test(code)) {
    const known = closedFileProblem(file, error);
    if (known !== null) return known;
  }
  const problem = describeUnavailable(code, file);
  if (problem === null) return error;
  return new PipelineError('store-unavailable', problem.message, { hint: problem.hint, context, cause: error });
}

function describeUnavailable(code: string, file: string): { message: string; hint: string } | null {
  if (code.startsWith('SQLITE_CORRUPT')) {
    return {
      message: `The database ${file} is damaged: SQLite cannot read it.`,
      hint: `Move the file away and put the newest backup in its place. ${UNCHANGED}`,
    };
  }
  if (code === 'SQLITE_NOTADB') return noDatabaseFile(file, 'other', `The file ${file} is not a SQLite database.`);
  if (CLOSED.test(code)) {
    return {
      message: `The database ${file} cannot be opened or written: its folder or file is closed to this user.`,
      hint: 'Give the user that runs this program write access to the folder and the file, or set DATABASE_FILE.',
    };
  }
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')) {
    return {
      message: `The disk that holds the database ${file} is full or failing.`,
      hint: `Make room on the disk, or check it, and run again. ${UNCHANGED}`,
    };
  }
  return null;
}

/** The result code of a SQLite error, or `null` for every other failure. */
function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
