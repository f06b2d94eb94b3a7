import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { temporaryFolder } from '../support/cli.ts';

function refusalOf(variables: Record<string, string>): PipelineError {
  try {
    readEnvironment(variables, '/program');
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}

function secretFile(text: string): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const file = join(path, 'secret');
  writeFileSync(file, `${text}\n`);
  return file;
}

describe('the environment', () => {
  test('needs nothing: everything has a default', () => {
    expect(readEnvironment({}, '/program')).toEqual({
      databaseFile: 'data/naeringspuls.sqlite',
      analystCopy: 'data/naeringspuls-analyst.sqlite',
      reportFile: 'data/naeringspuls.html',
      ssbApiUrl: 'https://data.ssb.no/api/pxwebapi/v2',
      klassApiUrl: 'https://data.ssb.no/api/klass/v1',
      configDir: '/program/config',
      logLevel: 'info',
      healthPort: null,
      healthHost: '127.0.0.1',
      webhookUrl: null,
      smtpUrl: null,
      heartbeatUrl: null,
    });
  });

  test('is taken as written', () => {
    const variables = {
      DATABASE_FILE: '/var/lib/naeringspuls/figures.sqlite',
      ANALYST_COPY: '/srv/analysts/figures.sqlite',
      REPORT_FILE: '/srv/share/plan.html',
      SSB_API_URL: 'http://127.0.0.1:8080/v2',
      KLASS_API_URL: 'http://127.0.0.1:8080/klass',
      CONFIG_DIR: 'elsewhere',
      LOG_LEVEL: 'debug',
    };
    const { healthPort, healthHost, webhookUrl, smtpUrl, heartbeatUrl, ...rest } = readEnvironment(
      variables,
      '/program',
    );
    expect(Object.values(rest)).toEqual(Object.values(variables));
    expect([healthPort, healthHost, webhookUrl, smtpUrl, heartbeatUrl]).toEqual([null, '127.0.0.1', null, null, null]);
  });

  test('opens the doors for health and metrics only when a port is named', () => {
    const { healthPort, healthHost } = readEnvironment({ HEALTH_PORT: '9464', HEALTH_HOST: '::1' }, '/program');
    expect([healthPort, healthHost]).toEqual([9464, '::1']);
  });

  test("puts the analysts' copy and the page for staff beside the database", () => {
    const { analystCopy, reportFile } = readEnvironment({ DATABASE_FILE: '/var/lib/figures.db' }, '/program');
    expect([analystCopy, reportFile]).toEqual(['/var/lib/figures-analyst.sqlite', '/var/lib/figures.html']);
  });

  test('may end an address with a slash', () => {
    expect(readEnvironment({ SSB_API_URL: 'https://example.org/v2/' }, '/program').ssbApiUrl).toBe(
      'https://example.org/v2',
    );
  });

  test('takes the address of a webhook whole, with what follows the question mark', () => {
    const address = 'https://hooks.example/services/hemmelig?sig=a%20b/';
    expect(readEnvironment({ WEBHOOK_URL: address }, '/program').webhookUrl).toBe(address);
  });

  test('takes the address of a mail server whole, with name and password', () => {
    const address = 'smtps://drift:hemmelig%40ord@smtp.example:465';
    expect(readEnvironment({ SMTP_URL: address }, '/program').smtpUrl).toBe(address);
  });

  test.each(['hemmelig', 'https://drift:hemmelig@smtp.example', 'smtp:hemmelig'])(
    'never repeats the address of a mail server that is refused: %s',
    (value) => {
      const { message, hint, context } = refusalOf({ SMTP_URL: value });
      expect(message).toContain('SMTP_URL is not an address that begins with smtp:// or smtps://');
      expect(JSON.stringify([message, hint, context])).not.toContain('hemmelig');
    },
  );

  test.each([
    ['p%ss', 'holds a % that begins no letter; write the letters'],
    ['hem%e9', 'holds a % that begins no letter; write the letters'],
    ['25#hemmelig', 'is no address of a server'],
    ['hem#melig', 'is no address of a server'],
    ['25/hemmelig', 'is no address of a server'],
    ['hem/melig', 'is no address of a server'],
    ['25?hemmelig', 'is no address of a server'],
  ])('refuses a password that would be cut, and says how to write it, without a letter of it: %s', (password, why) => {
    const { message, hint, context } = refusalOf({ SMTP_URL: `smtp://drift:${password}@smtp.example:587` });
    expect(message).toContain(`SMTP_URL ${why}`);
    expect(message).toContain('%25 (%), %23 (#), %2F (/)');
    expect(JSON.stringify([message, hint, context])).not.toMatch(/hem|melig|p%ss|drift/);
  });

  test.each(['p@ss', 'p:ss', 'p%40ss', '%25%23%2F'])('takes a password that can be read: %s', (password) => {
    const address = `smtp://drift@example.org:${password}@smtp.example:587`;
    expect(readEnvironment({ SMTP_URL: address }, '/program').smtpUrl).toBe(address);
    expect(new URL(address).hostname).toBe('smtp.example');
  });

  test.each(['WEBHOOK_URL', 'SMTP_URL', 'HEARTBEAT_URL'])(
    'takes %s from a file that another variable names',
    (name) => {
      const file = secretFile(name === 'SMTP_URL' ? 'smtp://smtp.example' : 'https://hooks.example/hemmelig');
      const { webhookUrl, smtpUrl, heartbeatUrl } = readEnvironment({ [`${name}_FILE`]: file }, '/program');
      expect([webhookUrl, smtpUrl, heartbeatUrl].filter((secret) => secret !== null)).toEqual([
        name === 'SMTP_URL' ? 'smtp://smtp.example' : 'https://hooks.example/hemmelig',
      ]);
    },
  );

  test.each(['hemmelig-sti', 'ftp://hooks.example/hemmelig'])(
    'never repeats a webhook that is refused: %s',
    (value) => {
      const { message, hint, context } = refusalOf({ WEBHOOK_URL: value });
      expect(message).toContain('WEBHOOK_URL is not an address that begins with http:// or https://');
      expect(JSON.stringify([message, hint, context])).not.toContain('hemmelig');
    },
  );

  test.each([
    [{ DATABASE_FILE: '' }, 'DATABASE_FILE is empty; give it a value or remove it.'],
    [
      { DATABASE_FILE: 'a/b.sqlite', ANALYST_COPY: './a/b.sqlite' },
      "ANALYST_COPY is './a/b.sqlite', which is the database itself; name another file.",
    ],
    [{ DATABASE_FILE: 'a/b.html' }, "REPORT_FILE is 'a/b.html', which is the database itself; name another file."],
    [{ CONFIG_DIR: ' ' }, 'CONFIG_DIR is empty; give it a value or remove it.'],
    [
      { SSB_API_URL: 'data.ssb.no' },
      "SSB_API_URL is 'data.ssb.no', which is not an address that begins with http:// or https://.",
    ],
    [{ KLASS_API_URL: 'file:///tmp' }, "KLASS_API_URL is 'file:///tmp', which is not an address that begins with"],
    [{ SSB_API_URL: 'https://example.org/v2?lang=no' }, "leave out what follows '?' or '#'."],
    [
      { LOG_LEVEL: 'inof' },
      "LOG_LEVEL is 'inof', which is not a log level; did you mean 'info'? Allowed: 'trace', 'debug'",
    ],
    [
      { HEALTH_PORT: 'http' },
      "HEALTH_PORT is 'http', which is not a port; write a number from 1 to 65535, or remove it.",
    ],
    [{ HEALTH_PORT: '0' }, "HEALTH_PORT is '0', which is not a port"],
    [{ HEALTH_PORT: '65536' }, "HEALTH_PORT is '65536', which is not a port"],
    [{ HEALTH_PORT: '1e3' }, "HEALTH_PORT is '1e3', which is not a port"],
    [{ HEALTH_PORT: '' }, 'HEALTH_PORT is empty; give it a value or remove it.'],
    [{ WEBHOOK_URL: '' }, 'WEBHOOK_URL is empty; give it a value or remove it.'],
    [{ HEALTH_HOST: 'http://localhost' }, "HEALTH_HOST is 'http://localhost', which is not a name or address"],
  ])('is refused with a sentence: %o', (variables, sentence) => {
    const error = refusalOf(variables);
    expect(error.code).toBe('settings-invalid');
    expect(error.message).toContain(sentence);
  });

  test('is refused with everything that is wrong at once', () => {
    expect(refusalOf({ LOG_LEVEL: 'loud', SSB_API_URL: 'x', DATABASE_FILE: '' }).context).toEqual({ problems: 3 });
  });
});
