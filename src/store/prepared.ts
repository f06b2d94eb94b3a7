import type { Store } from './store.ts';

/**
 * A statement that is asked again and again: prepared when a store is first asked, and kept as long as the store is. To
 * write and prepare a query takes ten times as long as to answer it.
 */
export function preparedOnce<T>(prepare: (store: Store) => T): (store: Store) => T {
  const known = new WeakMap<Store, T>();
  return (store) => {
    const there = known.get(store);
    if (there !== undefined) return there;
    const made = prepare(store);
    known.set(store, made);
    return made;
  };
}
