import { closeSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLogger, isReadByJournal } from '../../src/platform/logger.ts';
import type { LogFields, LoggerOptions } from '../../src/platform/logger.ts';
import { temporaryFolder } from '../support/cli.ts';

function recorder(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const output = { write: (text: string) => lines.push(text) };
  const logger = createLogger({ level: 'info', pretty: false, output, ...options });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

function logged(fields: LogFields): string {
  const { logger, lines } = recorder();
  logger.info(fields, 'line');
  return lines.join('');
}

describe('createLogger', () => {
  afterEach(() => vi.restoreAllMocks());

  it('writes one JSON object per line, with level, time, fields and message', () => {
    const { logger, lines, last } = recorder();
    logger.warn({ dataset: '07984' }, 'No answer yet.');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(last()).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      dataset: '07984',
      msg: 'No answer yet.',
    });
  });

  it('writes to standard error, and never to standard output', () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    createLogger({ level: 'info', pretty: false }).info({}, 'here');
    createLogger({ level: 'info', pretty: true }).info({}, 'here');
    const calls = [stderr.mock.calls.length, stdout.mock.calls.length];
    vi.restoreAllMocks();
    expect(calls).toEqual([2, 0]);
  });

  it('leaves out what is below its level', () => {
    const { logger, lines } = recorder({ level: 'warn' });
    logger.info({}, 'too little');
    logger.error({}, 'enough');
    expect(lines).toHaveLength(1);
  });

  it('says nothing at the level silent', () => {
    const { logger, lines } = recorder({ level: 'silent' });
    logger.error({}, 'anything');
    expect(lines).toEqual([]);
  });

  it('puts the fields of a child on each of its lines', () => {
    const { logger, last } = recorder();
    logger.child({ job: 'employment' }).info({ run: 7 }, 'Started.');
    expect(last()).toMatchObject({ job: 'employment', run: 7 });
  });

  it.each(['password', 'secret', 'token', 'apiKey', 'authorization', 'Authorization', 'cookie', 'smtpUrl', 'SMTP_URL'])(
    'hides %s on three levels',
    (name) => {
      const line = logged({ [name]: 'geheim', settings: { [name]: 'geheim', inner: { [name]: 'geheim' } } });
      expect(line).not.toContain('geheim');
      expect(line.match(/\[hidden\]/g)).toHaveLength(3);
    },
  );

  it.each(['webhookUrl', 'WEBHOOK_URL'])('hides %s, whose path is its secret', (name) => {
    expect(logged({ [name]: 'https://hooks.example/geheim' })).not.toContain('geheim');
  });

  it.each(['smtp://drift:geheim@mail.example:587', 'https://drift:ge@heim@example.org/path'])(
    'hides user name and password in %s, wherever it stands',
    (address) => {
      const { logger, lines } = recorder();
      logger.error({ err: new Error(`cannot reach ${address}`), list: [address] }, `cannot reach ${address}`);
      expect(lines[0]).not.toMatch(/drift|geheim|heim/);
      expect(lines[0]).toContain('://[hidden]@');
    },
  );

  it('leaves an address without user name as it is', () => {
    expect(logged({ address: 'https://data.example/tables?to=a@b' })).toContain('https://data.example/tables?to=a@b');
  });

  it('describes an error under err and leaves out what a client hangs on it', () => {
    const error = Object.assign(new Error('refused'), {
      config: { headers: { 'x-key': 'geheim' } },
      code: 'ECONNREFUSED',
    });
    const line = logged({ err: error });
    expect(line).not.toContain('geheim');
    expect(JSON.parse(line)).toMatchObject({ err: { type: 'Error', message: 'refused', code: 'ECONNREFUSED' } });
  });

  it('writes for a person when pretty', () => {
    const { logger, lines } = recorder({ pretty: true });
    logger.info({ password: 'geheim' }, 'Started.');
    expect(lines.join('')).toContain('Started.');
    expect(lines.join('')).not.toMatch(/^\{|geheim/);
  });

  it('begins each line with its priority where journald reads it, and says the same', () => {
    const { logger, lines } = recorder({ journal: true });
    logger.info({}, 'as usual');
    logger.warn({}, 'look at it');
    logger.error({}, 'smtp://drift:geheim@mail.example');
    expect(lines.map((line) => line.slice(0, 4))).toEqual(['<6>{', '<4>{', '<3>{']);
    expect(JSON.parse(lines[1]?.slice(3) ?? '')).toMatchObject({ level: 'warn', msg: 'look at it' });
    expect(lines[2]).not.toContain('geheim');
  });
});

describe('journald', () => {
  it('reads what JOURNAL_STREAM names, and nothing else', () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const descriptor = openSync(join(path, 'stream'), 'w');
    onTestFinished(() => closeSync(descriptor));
    const { dev, ino } = fstatSync(descriptor);
    expect(isReadByJournal(descriptor, `${dev}:${ino}`)).toBe(true);
    expect(isReadByJournal(descriptor, `${dev}:${ino + 1}`)).toBe(false);
    expect(isReadByJournal(descriptor, undefined)).toBe(false);
  });
});
