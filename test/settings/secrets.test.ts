import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { ROOT, temporaryFolder } from '../support/cli.ts';

function secretFile(text: string): string {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const file = join(path, 'secret');
  writeFileSync(file, `${text}\n`);
  return file;
}

function refusalOf(variables: Record<string, string>): PipelineError {
  try {
    readEnvironment(variables, '/program');
  } catch (error) {
    if (error instanceof PipelineError) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('a secret in a file that a variable names', () => {
  test.each(['%25', '%23', '%2F', '%40', '%3A', '%3F', '@', ':'])(
    'takes a password with %s from a file that ends with a line feed, whole',
    (letter) => {
      const address = `smtp://drift:hem${letter}melig@smtp.example:587`;
      const { smtpUrl } = readEnvironment({ SMTP_URL_FILE: secretFile(`${address}\n`) }, '/program');
      expect(smtpUrl).toBe(address);
      const { hostname, password } = new URL(address);
      expect([hostname, decodeURIComponent(password)]).toEqual([
        'smtp.example',
        `hem${decodeURIComponent(letter)}melig`,
      ]);
    },
  );

  test.each(['%', '#', '/', '?'])('refuses a password with a bare %s in a file, without a letter of it', (letter) => {
    const file = secretFile(`smtp://drift:hem${letter}melig@smtp.example:587\n`);
    const { message } = refusalOf({ SMTP_URL_FILE: file });
    expect(message).toContain('SMTP_URL_FILE ');
    expect(message).toContain('%25 (%), %23 (#), %2F (/)');
    expect(message).not.toMatch(/hem|melig/);
  });

  test('refuses a secret given twice, in a file that is not there, is empty, or holds something else', () => {
    const both = { WEBHOOK_URL: 'https://hooks.example/hemmelig', WEBHOOK_URL_FILE: 'a-file' };
    expect(refusalOf(both).message).toContain('WEBHOOK_URL and WEBHOOK_URL_FILE are both set; remove one of them.');
    expect(refusalOf({ SMTP_URL_FILE: '/nowhere' }).message).toContain(
      "SMTP_URL_FILE names '/nowhere', which is not there (ENOENT); correct the path, or have the unit deliver the file (LoadCredential=).",
    );
    expect(refusalOf({ SMTP_URL_FILE: '%d/smtp' }).message).toContain(
      "SMTP_URL_FILE names '%d/smtp'; systemd reads %d in the unit alone (Environment=), so set it there, or write the whole path.",
    );
    expect(refusalOf({ SMTP_URL_FILE: ROOT }).message).toContain('which is a folder; name the file in it.');
    expect(refusalOf({ SMTP_URL_FILE: 'a'.repeat(300) }).message).toContain(
      'which cannot be read (ENAMETOOLONG); give this user the right to read it',
    );
    expect(refusalOf({ SMTP_URL_FILE: secretFile('') }).message).toMatch(
      /^.*SMTP_URL_FILE names '.*', which is empty;/,
    );
    const { message } = refusalOf({ HEARTBEAT_URL_FILE: secretFile('hemmelig') });
    expect(message).toContain('HEARTBEAT_URL_FILE is not an address that begins with http:// or https://');
    expect(message).not.toContain('hemmelig');
  });
});
