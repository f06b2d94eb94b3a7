import { getProxyForUrl } from 'proxy-from-env';

/**
 * Host and port of the proxy that requests to an address go through, as the environment has it (`HTTPS_PROXY`,
 * `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in either case); `null` for none. Its user name and password are left out: what
 * this gives is fit to be shown.
 */
export function proxyFor(url: string): string | null {
  const named = getProxyForUrl(url);
  if (named === '') return null;
  try {
    return new URL(named).host;
  } catch {
    return 'named by the environment, which is no address';
  }
}

/** Does the environment give a name or a password for the proxy of an address? */
export function hasProxyLogin(url: string): boolean {
  try {
    const { username, password } = new URL(getProxyForUrl(url));
    return username !== '' || password !== '';
  } catch {
    return false;
  }
}

/** The variable that names the proxy for an address. */
export function proxyVariable(url: string): 'HTTPS_PROXY' | 'HTTP_PROXY' {
  return url.startsWith('https:') ? 'HTTPS_PROXY' : 'HTTP_PROXY';
}
