const HIDDEN = '[hidden]';
/** Shorter parts of an address are ordinary words, and hiding them would garble the text. */
const SHORTEST_SECRET = 6;

/**
 * The text without anything of an address that may be a secret: all of it after the host, whole or in parts, as written
 * or decoded, and user name and password. The host stays, since it says where to look.
 */
export function redact(text: string, address: string): string {
  const secrets = secretsOf(new URL(address))
    .filter((part) => part.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, HIDDEN), text.replaceAll(address, HIDDEN));
}

function secretsOf({ href, pathname, search, hash, username, password }: URL): readonly string[] {
  const afterHost = pathname + search + hash;
  const written = [href, afterHost, pathname + search, pathname, ...afterHost.split(/[/?&=#]/), username, password];
  return written.flatMap((part) => [part, decoded(part)]);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
