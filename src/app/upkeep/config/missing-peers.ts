import { placeRemedy } from '../../../places/write-line.ts';
import { findPeer } from '../../../settings/find-peer.ts';
import type { SettingsWarning } from '../../../settings/problem.ts';
import { readLastTroubles } from '../../../store/messages/outbox.ts';
import { readStoredTrouble } from '../../../store/messages/stored-trouble.ts';
import type { Store } from '../../../store/store.ts';

/** The peers that a table lacked when it was last fetched, each at its line of `peers.yaml`; not those taken out since. */
export function missingPeers(store: Store, configDir: string): readonly SettingsWarning[] {
  return readLastTroubles(store).flatMap(({ kind, text }) => {
    const trouble = kind === 'trouble' ? readStoredTrouble(text) : null;
    if (trouble?.kind !== 'missing-places') return [];
    const { dataset, table, missing } = trouble;
    return missing.flatMap(({ code, name, file }) => {
      const found = findPeer(configDir, code);
      const said = `Table ${table} does not offer ${name} ('${code}'), which ${dataset} asks for: its figures are missing.`;
      // Known by a code it has had, the place has its codes wrong; else it is another place that is meant.
      const remedy = file === 'regions.yaml' ? placeRemedy([]) : 'See whether the code is right, or take it out.';
      return found === null ? [] : [{ ...found, text: `${said} ${remedy}`, write: [] }];
    });
  });
}
