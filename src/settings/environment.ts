import { isIP } from 'node:net';
import { join, parse, resolve } from 'node:path';
import { PipelineError } from '../model/errors.ts';
import { allowedWords } from '../platform/nearest-word.ts';
import { findSecret, mailProblem, webProblem } from './secrets.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What differs from one machine to the next. */
export interface Environment {
  readonly databaseFile: string;
  /** Where the copy for analysts is published. */
  readonly analystCopy: string;
  /** Where the page for staff is kept. */
  readonly reportFile: string;
  /** Without a slash at the end. */
  readonly ssbApiUrl: string;
  /** Without a slash at the end. */
  readonly klassApiUrl: string;
  readonly configDir: string;
  readonly logLevel: LogLevel;
  /** Where health and metrics are answered; `null` when they are not. */
  readonly healthPort: number | null;
  readonly healthHost: string;
  /** Where messages are posted; `null` when they are not. The whole address is a secret. */
  readonly webhookUrl: string | null;
  /** The server that sends e-mail; `null` when none is sent. A secret, with name and password in it. */
  readonly smtpUrl: string | null;
  /** Who is told after every run how it ended; `null` for nobody. The whole address is a secret. */
  readonly heartbeatUrl: string | null;
  /** Code of the municipality by which files are named that may lie beside those of others; left out where none do. */
  readonly namedBy?: string;
}

/** Each may stand in a file instead, which `<NAME>_FILE` names. */
export const SECRETS: readonly string[] = ['WEBHOOK_URL', 'SMTP_URL', 'HEARTBEAT_URL'];

/** Every variable that is read. */
export const VARIABLES: readonly string[] = [
  ...['DATABASE_FILE', 'ANALYST_COPY', 'REPORT_FILE', 'SSB_API_URL', 'KLASS_API_URL', 'CONFIG_DIR', 'LOG_LEVEL'],
  ...['HEALTH_PORT', 'HEALTH_HOST', ...SECRETS, ...SECRETS.map((name) => `${name}_FILE`)],
];

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment; `root` is the folder of the program, where `config` lies. Paths stay as written, so that they
 * are read from the working directory. A secret may stand in a file that `<NAME>_FILE` names. Throws one `settings-invalid`
 * for all that is wrong, with `where` the variables may be corrected.
 */
export function readEnvironment(
  variables: Variables,
  root: string,
  where = 'where the program is started (shell, systemd unit or container)',
): Environment {
  const problems: string[] = [];
  const read = (name: string, fallback: string, problemIn: (value: string) => string | null = () => null): string => {
    const value = variables[name] ?? fallback;
    const problem = value.trim() === '' ? 'is empty; give it a value or remove it' : problemIn(value);
    if (problem !== null) problems.push(`${name} ${problem}.`);
    return value;
  };
  const readSecret = (name: string, problemIn: (value: string) => string | null): string | null => {
    const found = findSecret(name, variables);
    const problem = found.problem ?? (found.value === null ? null : problemIn(found.value));
    if (problem !== null) problems.push(`${found.name} ${problem}.`);
    return found.value;
  };
  const databaseFile = read('DATABASE_FILE', 'data/naeringspuls.sqlite');
  const environment = {
    databaseFile,
    analystCopy: read('ANALYST_COPY', beside(databaseFile, '-analyst.sqlite'), (copy) =>
      samePlaceProblem(copy, databaseFile),
    ),
    reportFile: read('REPORT_FILE', beside(databaseFile, '.html'), (file) => samePlaceProblem(file, databaseFile)),
    ssbApiUrl: withoutSlash(read('SSB_API_URL', 'https://data.ssb.no/api/pxwebapi/v2', urlProblem)),
    klassApiUrl: withoutSlash(read('KLASS_API_URL', 'https://data.ssb.no/api/klass/v1', urlProblem)),
    configDir: read('CONFIG_DIR', join(root, 'config')),
    logLevel: read('LOG_LEVEL', 'info', levelProblem) as LogLevel,
    healthPort: variables['HEALTH_PORT'] === undefined ? null : Number(read('HEALTH_PORT', '', portProblem)),
    healthHost: read('HEALTH_HOST', '127.0.0.1', hostProblem),
    webhookUrl: readSecret('WEBHOOK_URL', webProblem),
    smtpUrl: readSecret('SMTP_URL', mailProblem),
    heartbeatUrl: readSecret('HEARTBEAT_URL', webProblem),
  };
  if (problems.length === 0) return environment;
  throw new PipelineError('settings-invalid', `The environment does not fit: ${problems.join(' ')}`, {
    hint: `Correct the variables ${where}, then start it again.`,
    context: { problems: problems.length },
  });
}

function beside(databaseFile: string, ending: string): string {
  const { dir, name } = parse(databaseFile);
  return join(dir, `${name}${ending}`);
}

function samePlaceProblem(file: string, databaseFile: string): string | null {
  return resolve(file) === resolve(databaseFile)
    ? `is '${file}', which is the database itself; name another file`
    : null;
}

function urlProblem(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return `is '${withoutUser(value)}', which is not an address that begins with http:// or https://`;
  }
  if (url.username !== '' || url.password !== '') {
    return 'holds a user name or a password (not shown); it is stored with what is fetched, and the source asks for none';
  }
  return url.search === '' && url.hash === '' ? null : `is '${value}'; leave out what follows '?' or '#'`;
}

/** However the address is broken, what stands before an @ may be a password. */
function withoutUser(address: string): string {
  return address.replace(/^([a-z]+:\/*)?.*@/is, '$1[hidden]@');
}

function levelProblem(value: string): string | null {
  if (LOG_LEVELS.some((level) => level === value)) return null;
  return `is '${value}', which is not a log level; ${allowedWords(value, LOG_LEVELS).replace(/\.$/, '')}`;
}

function portProblem(value: string): string | null {
  const isPort = /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535;
  return isPort ? null : `is '${value}', which is not a port; write a number from 1 to 65535, or remove it`;
}

function hostProblem(value: string): string | null {
  const isHost = isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value);
  return isHost ? null : `is '${value}', which is not a name or address of this machine; write 127.0.0.1, or remove it`;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
