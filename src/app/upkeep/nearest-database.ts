import { nearestDatabase } from '../../store/files/find-database.ts';
import type { Store } from '../../store/store.ts';

/** Another database of this program near the one that is open, which may have been meant; `null` where there is none. */
export function nearestTo({ file }: Pick<Store, 'file'>): string | null {
  return nearestDatabase(file);
}
