import { readFileSync } from 'node:fs';

type Variables = Readonly<Record<string, string | undefined>>;

/** A secret, and the variable it came by. */
export interface FoundSecret {
  readonly name: string;
  readonly value: string | null;
  /** What is wrong with how it is given, to follow the name; never the value. */
  readonly problem: string | null;
}

const NOT_SHOWN = '(its value is a secret, not shown)';

/**
 * A secret that stands in a variable, or in the file that `<NAME>_FILE` names (a credential of systemd, a secret of a
 * container): there without the line's end. `null` where neither is set.
 */
export function findSecret(name: string, variables: Variables): FoundSecret {
  const inFile = `${name}_FILE`;
  const [value, file] = [variables[name], variables[inFile]];
  if (file === undefined)
    return { name, value: value ?? null, problem: value === undefined ? null : emptyProblem(value) };
  if (value !== undefined) return { name, value: null, problem: `and ${inFile} are both set; remove one of them` };
  try {
    const text = readFileSync(file, 'utf8').trim();
    const problem = text === '' ? `names '${file}', which is empty; write the secret there, or remove it` : null;
    return { name: inFile, value: text, problem };
  } catch (error) {
    return { name: inFile, value: null, problem: unreadProblem(file, (error as NodeJS.ErrnoException).code) };
  }
}

function unreadProblem(file: string, code = 'unknown error'): string {
  if (file.startsWith('%d/')) {
    return `names '${file}'; systemd reads %d in the unit alone (Environment=), so set it there, or write the whole path`;
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return `names '${file}', which is not there (${code}); correct the path, or have the unit deliver the file (LoadCredential=)`;
  }
  if (code === 'EISDIR') return `names '${file}', which is a folder; name the file in it`;
  return `names '${file}', which cannot be read (${code}); give this user the right to read it, or name another file`;
}

function emptyProblem(value: string): string | null {
  return value.trim() === '' ? 'is empty; give it a value or remove it' : null;
}

/** What is wrong with an address that is posted to, to follow the name of its variable; never repeats it. */
export function webProblem(value: string): string | null {
  return fitsScheme(value, 'http') ? null : `is not an address that begins with http:// or https:// ${NOT_SHOWN}`;
}

/**
 * What is wrong with the address of a mail server, to follow the name of its variable; never repeats it. Letters of a
 * password that mean something in an address would be taken for its end, and a part of the password for a name of a host.
 */
export function mailProblem(value: string): string | null {
  if (!/^smtps?:\/\/./i.test(value)) return `is not an address that begins with smtp:// or smtps:// ${NOT_SHOWN}`;
  const encode =
    'write the letters of a password that mean something in an address as %25 (%), %23 (#), %2F (/), %3F (?), %40 (@) and %3A (:)';
  if (!isDecodable(value)) return `holds a % that begins no letter; ${encode} ${NOT_SHOWN}`;
  const isWhole = fitsScheme(value, 'smtp') && endsWithServer(new URL(value));
  return isWhole
    ? null
    : `is no address of a server, such as smtps://name:password@smtp.example.org; ${encode} ${NOT_SHOWN}`;
}

/** A % and two letters may still be no letter of UTF-8, such as that of `100%e9`. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** A server of mail has no path: what looks like one, or stands behind a # or a ?, is the rest of a password. */
function endsWithServer({ pathname, search, hash }: URL): boolean {
  return ['', '/'].includes(pathname) && hash === '' && !search.includes('@');
}

function fitsScheme(value: string, scheme: 'http' | 'smtp'): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && [`${scheme}:`, `${scheme}s:`].includes(url.protocol) && url.host !== '';
}
