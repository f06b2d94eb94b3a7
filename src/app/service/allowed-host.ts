import { isIP } from 'node:net';

/**
 * May a request be answered that asks for `host`, the header as received? A page of another site can let its own name
 * point to this machine and read here what the browser takes for its own (DNS rebinding); it gives itself away by that
 * name. Answered are addresses, names without a dot, which no site on the internet has, and `names`.
 */
export function isAllowedHost(host: string | undefined, names: readonly string[]): boolean {
  if (host === undefined) return true;
  const name = host
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return isIP(name) !== 0 || !name.includes('.') || names.includes(name);
}
