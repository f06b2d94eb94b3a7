import { accessSync, constants, readFileSync, statSync } from 'node:fs';

/** Whose a file is. */
export interface FileOwner {
  readonly uid: number;
  readonly gid: number;
  /** Name of the user, or its number where this machine does not know the name. */
  readonly name: string;
}

/** Whose a file or folder is; `null` when there is none, or it cannot be looked at. */
export function ownerOf(path: string): FileOwner | null {
  try {
    const { uid, gid } = statSync(path);
    return { uid, gid, name: userName(uid) };
  } catch {
    return null;
  }
}

/** The user this process works as; `null` on a system without users of that kind. */
export function thisUser(): { readonly uid: number; readonly name: string } | null {
  const uid = process.geteuid?.();
  return uid === undefined ? null : { uid, name: userName(uid) };
}

/** Is this process that of the system's own user, for whom no file is closed? */
export function isRoot(): boolean {
  return thisUser()?.uid === 0;
}

/** Is a file or folder that is there closed to this user by its owner? Not on a disk that is closed to everybody. */
export function isClosed(path: string, to: 'reading' | 'writing'): boolean {
  const mode = to === 'reading' ? constants.R_OK : constants.R_OK | constants.W_OK;
  try {
    accessSync(path, mode);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && ['EACCES', 'EPERM'].includes(String(error.code));
  }
}

function userName(uid: number): string {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    const known = lines.map((line) => line.split(':')).find(([, , id]) => id === String(uid));
    return known?.[0] ?? String(uid);
  } catch {
    return String(uid);
  }
}
