import { readFileSync } from 'node:fs';
import { decodeText } from './decode-text.ts';
import { allowedWords } from '../platform/nearest-word.ts';
import { VARIABLES } from './environment.ts';

/** What a file of variables says, and what cannot be read in it. */
export interface EnvironmentFile {
  readonly values: Readonly<Record<string, string>>;
  /** A sentence each, with file and line; never a value, which may be a secret. */
  readonly problems: readonly string[];
}

const OF_A_FOLDER = VARIABLES.filter((name) => name !== 'CONFIG_DIR');
/** Read by Node or its libraries, for a whole process. */
const OF_THE_PROCESS = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'TZ'];

/**
 * Reads lines `KEY=value` as systemd reads an EnvironmentFile: `#` and `;` begin comments, a value may stand in single
 * or double quotes, a backslash takes the next letter as it is, and at the end of a line goes on with the next one. No
 * variables at all where there is no file. Names that the program does not read are problems, with the nearest known.
 */
export function readEnvironmentFile(file: string): EnvironmentFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { values: {}, problems: [] };
    const problem = `${file} cannot be read (${code}); give this user the right to read it, or remove it.`;
    return { values: {}, problems: [problem] };
  }
  const decoded = decodeText(bytes);
  if ('text' in decoded) return parseEnvironmentFile(file, decoded.text);
  const problem = `${file}:${decoded.line} is not in UTF-8, or was not when it was saved; save it with the encoding UTF-8.`;
  return { values: {}, problems: [problem] };
}

/** As `readEnvironmentFile`, of a text; `file` is the name that problems carry. */
export function parseEnvironmentFile(file: string, text: string): EnvironmentFile {
  const values: Record<string, string> = {};
  const problems: string[] = [];
  for (const { line, content } of logicalLines(text)) {
    const entry = /^\s*([^=]*?)\s*=(.*)$/s.exec(content);
    const [, name = '', written = ''] = entry ?? [];
    const value = entry === null ? null : unquote(written);
    const problem =
      value === null
        ? 'is no line KEY=value (not shown, since it may hold a secret).'
        : (problemOfName(name) ?? problemOfComment(name, written));
    if (problem !== null) problems.push(`${file}:${line} ${problem}`);
    else if (value !== null) values[name] = value;
  }
  return { values, problems };
}

interface LogicalLine {
  /** Of its first line, from 1. */
  readonly line: number;
  readonly content: string;
}

/** Lines that say something; those that end in a backslash with the ones that continue them. */
function logicalLines(text: string): readonly LogicalLine[] {
  const found: LogicalLine[] = [];
  let begun: LogicalLine | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (begun === null && /^\s*([#;]|$)/.test(raw)) continue;
    const isContinued = /(^|[^\\])(\\\\)*\\$/.test(raw);
    const part = isContinued ? raw.slice(0, -1) : raw;
    const whole: LogicalLine = { line: begun?.line ?? index + 1, content: `${begun?.content ?? ''}${part}` };
    begun = isContinued ? whole : null;
    if (!isContinued) found.push(whole);
  }
  return begun === null ? found : [...found, begun];
}

/** `null` for a quote that is not closed. */
function unquote(written: string): string | null {
  let value = '';
  let kept = 0;
  let quote: string | null = null;
  const text = written.trimStart();
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === quote) quote = null;
    else if (quote === null && (letter === '"' || letter === "'")) quote = letter;
    else if (letter === '\\' && quote !== "'") {
      at += 1;
      value += text.charAt(at);
    } else value += letter;
    // Spaces at the end count within quotes alone.
    if (quote !== null || !/\s/.test(letter)) kept = value.length;
  }
  return quote === null ? value.slice(0, kept) : null;
}

/** What a shell takes for a comment would become a part of a path or of a secret. */
function problemOfComment(name: string, written: string): string | null {
  if (!/^\s*[^\s"'][^"']*\s#/.test(written)) return null;
  return `${name} has a # behind its value, where it is a part of it; write the comment on a line of its own, or the value in quotes.`;
}

function problemOfName(name: string): string | null {
  if (/^export\s+[A-Z_]+$/.test(name)) return 'begins with export, as in a shell; leave that word out.';
  if (name === 'CONFIG_DIR') return 'CONFIG_DIR cannot be set here: the settings are those of this folder.';
  if (OF_A_FOLDER.includes(name)) return null;
  // What is no name may be a part of a secret.
  if (!/^[A-Za-z_]\w{0,39}$/.test(name)) return 'has no name of a variable before its = (not shown).';
  if (OF_THE_PROCESS.includes(name)) return `${name} holds for a whole process; set it where the program is started.`;
  return `${name} is no variable of the program; ${allowedWords(name, OF_A_FOLDER)}`;
}
