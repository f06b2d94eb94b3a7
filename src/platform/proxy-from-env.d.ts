declare module 'proxy-from-env' {
  /** The proxy that the environment names for an address, with its credentials; empty for none. */
  export function getProxyForUrl(url: string): string;
}
