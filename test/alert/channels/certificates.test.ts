import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertConfig } from '../../support/alert-config.ts';
import { runCli, temporaryFolder } from '../../support/cli.ts';
import { type Authority, makeAuthority } from '../../support/network/certificates.ts';
import { type MailServerOptions, startMailServer } from '../../support/network/mail-server.ts';
import { openWorld } from '../../support/world.ts';

/** A program that is told at its start which authorities it trusts sends a test to a server that encrypts. */

interface Given extends MailServerOptions {
  readonly trusted?: boolean;
}

async function sendTest({ trusted = false, ...options }: Given, authority: Authority, edit = (url: string) => url) {
  const server = await startMailServer(options);
  const world = await openWorld();
  const env = { ...world.env, CONFIG_DIR: alertConfig(world.folder), SMTP_URL: edit(server.url) };
  const trust: Record<string, string> = trusted ? { NODE_EXTRA_CA_CERTS: authority.file } : {};
  const { exitCode, stderr } = await runCli(['alerts', 'test', 'email'], { ...env, ...trust });
  expect(stderr).not.toMatch(/hemmelig|drift@|drift:/);
  return { exitCode, stderr, received: server.received.length };
}

describe('a mail server with a certificate', () => {
  let authority: Authority;
  let good: ReturnType<Authority['issue']>;

  const { path, remove } = temporaryFolder();
  afterAll(remove);

  beforeAll(() => {
    authority = makeAuthority(path);
    good = authority.issue('IP:127.0.0.1');
  });

  it.each([true, false])(
    'of an authority of its own is told to name it, and takes the message when that is done; smtps: %s',
    async (isSecure) => {
      const refused = await sendTest({ certificate: good, isSecure }, authority);
      expect(refused).toMatchObject({ exitCode: 6, received: 0 });
      expect(refused.stderr).toMatch(
        /har et sertifikat fra en utsteder som denne maskinen ikke kjenner \([A-Z_]+\)\.\n.*NODE_EXTRA_CA_CERTS/,
      );
      expect(await sendTest({ certificate: good, isSecure, trusted: true }, authority)).toEqual({
        ...{ exitCode: 0, stderr: '', received: 1 },
      });
    },
  );

  it.each([
    ['for another name', 'DNS:other.example', 1, 'har et sertifikat for et annet navn (ERR_TLS_CERT_ALTNAME_INVALID).'],
    ['that has expired', 'IP:127.0.0.1', -1, 'har et sertifikat som er gått ut (CERT_HAS_EXPIRED).'],
  ])('%s is told so', async (_, name, days, sentence) => {
    const certificate = authority.issue(name, days);
    const { exitCode, stderr } = await sendTest({ certificate, isSecure: true, trusted: true }, authority);
    expect([exitCode, stderr]).toEqual([6, expect.stringContaining(sentence)]);
  });

  it('that waits for encryption is not greeted by smtp://, and told to be reached by smtps://', async () => {
    const plainly = (url: string) => url.replace('smtps:', 'smtp:');
    const { exitCode, stderr } = await sendTest({ certificate: good, isSecure: true }, authority, plainly);
    expect([exitCode, stderr]).toEqual([6, expect.stringContaining('Skriv smtps:// i SMTP_URL hvis porten er 465')]);
  });

  it('takes a password with every letter that means something in an address', async () => {
    const given = { certificate: good, trusted: true, password: 'hemmelig%25#/?@: æ' };
    expect(await sendTest(given, authority)).toEqual({ exitCode: 0, stderr: '', received: 1 });
  });
});
