import { fstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pino, stdTimeFunctions } from 'pino';
import type PinoPretty from 'pino-pretty';
import { describeError } from './describe-error.ts';

/** The least severe lines that are written. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** Named facts of a log line. An error goes under `err`, and nowhere else. */
export type LogFields = Readonly<Record<string, unknown>>;

export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** A logger that puts `fields` on each of its lines. */
  child(fields: LogFields): Logger;
}

export interface LoggerOptions {
  readonly level: LogLevel;
  /** True for a person at a terminal; otherwise one JSON object per line. */
  readonly pretty: boolean;
  /** Standard error when left out: standard output belongs to what commands answer. */
  readonly output?: { write(text: string): unknown };
  /** True where journald reads the output: each line then begins with its priority, which journald takes away. */
  readonly journal?: boolean;
}

const SECRET_FIELDS = [
  'password',
  'secret',
  'token',
  'apiKey',
  'authorization',
  'Authorization',
  'cookie',
  'smtpUrl',
  'SMTP_URL',
  'webhookUrl',
  'WEBHOOK_URL',
  'heartbeatUrl',
  'HEARTBEAT_URL',
];
const HIDDEN = '[hidden]';

/**
 * The program's log. Lines carry level, time (UTC) and the fields given; neither host name nor process id. Fields
 * named like secrets are hidden down to the third level, user names and passwords in addresses everywhere.
 */
export function createLogger({ level, pretty, output = process.stderr, journal = false }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: HIDDEN },
      hooks: { streamWrite: journal ? (line) => withPriority(hideCredentials(line)) : hideCredentials },
    },
    pretty ? prettyOutput(output) : output,
  );
}

function hideCredentials(line: string): string {
  return line.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/"]+@/gi, `$1${HIDDEN}@`);
}

/** Of syslog, by pino's level (sd-daemon(3)): monitoring goes by it. */
const PRIORITIES: Readonly<Record<string, number>> = { trace: 7, debug: 7, info: 6, warn: 4, error: 3, fatal: 2 };

function withPriority(line: string): string {
  const [, level = 'info'] = /^\{"level":"([a-z]+)"/.exec(line) ?? [];
  return `<${PRIORITIES[level] ?? 6}>${line}`;
}

/** Whether journald reads what is written to a file descriptor, as systemd says in JOURNAL_STREAM (systemd.exec(5)). */
export function isReadByJournal(descriptor: number, journalStream: string | undefined): boolean {
  if (journalStream === undefined) return false;
  const { dev, ino } = fstatSync(descriptor);
  return journalStream === `${dev}:${ino}`;
}

/** Formats line by line, and so in step with the program: the stream of pino-pretty would lose lines at exit. */
function prettyOutput(output: { write(text: string): unknown }) {
  // Loaded when a person is to read: the service and what is piped do not wait for it.
  const { prettyFactory } = createRequire(import.meta.url)('pino-pretty') as typeof PinoPretty;
  const format = prettyFactory({ colorize: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' });
  return { write: (line: string) => output.write(format(line)) };
}
