import { AsyncLocalStorage } from 'node:async_hooks';

/** Of the work that is going on: a process may serve several folders at once. */
const folders = new AsyncLocalStorage<string>();

/** Does work on a folder of settings that is named on the command line, and wins over `CONFIG_DIR`; `null` for none. */
export function inNamedFolder<T>(folder: string | null, work: () => T): T {
  return folder === null ? work() : folders.run(folder, work);
}

/** The folder of settings that is named for this work; `null` where the environment says which it is. */
export function namedFolder(): string | null {
  return folders.getStore() ?? null;
}
