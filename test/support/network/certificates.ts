import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An authority of one's own, as a municipality has for its servers. */
export interface Authority {
  /** The file (PEM) with its certificate. */
  readonly file: string;
  /** A certificate for a name or address (`DNS:localhost`), which ended yesterday when `days` is -1. */
  issue(name: string, days?: number): { readonly key: string; readonly cert: string };
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** Makes an authority in a folder, by `openssl`. */
export function makeAuthority(folder: string): Authority {
  const at = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
  const [file, key] = [at('authority.pem'), at('authority.key')];
  openssl('req', '-x509', ...KEY, '-days', '1', '-subj', '/CN=Own authority', '-keyout', key, '-out', file);
  return {
    file,
    issue: (name, days = 1) => {
      const [request, own, cert, extensions] = [at('request.pem'), at('own.key'), at('own.pem'), at('extensions')];
      openssl('req', ...KEY, '-subj', '/CN=smtp', '-keyout', own, '-out', request);
      writeFileSync(extensions, `subjectAltName=${name}\n`);
      const by = ['-CA', file, '-CAkey', key, '-CAcreateserial', '-extfile', extensions];
      openssl('x509', '-req', '-in', request, ...by, '-days', String(days), '-out', cert);
      return { key: readFileSync(own, 'utf8'), cert: readFileSync(cert, 'utf8') };
    },
  };
}
