import { join } from 'node:path';
import { peersFile } from './files/peers-file.ts';
import type { FilePosition } from './problem.ts';
import { readYaml } from './read-yaml.ts';

/** Where a municipality first stands as a member in `peers.yaml` of a folder; `null` where it does not, or cannot be read. */
export function findPeer(configDir: string, code: string): (FilePosition & { readonly file: string }) | null {
  const { file, value, locate } = readYaml(join(configDir, 'peers.yaml'));
  const read = peersFile.safeParse(value);
  if (!read.success) return null;
  const paths = read.data.groups.flatMap(({ regions }, group) =>
    regions.flatMap(({ members }, region) =>
      members.flatMap((member, place) =>
        member === code ? [['groups', group, 'regions', region, 'members', place]] : [],
      ),
    ),
  );
  return paths[0] === undefined ? null : { file, ...locate(paths[0]) };
}
