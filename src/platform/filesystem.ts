import { statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** By the numbers that Linux gives (statfs, `f_type`). FUSE is any program's own, such as sshfs or a folder of a virtual machine. */
const NETWORK: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9p'],
  [0x65735546, 'FUSE'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x47504653, 'GPFS'],
  [0x0bd00bd0, 'Lustre'],
  [0x786f4256, 'vboxsf'],
]);

/**
 * The name of a file system that several machines may share, by the type number of `statfs`; `null` for a disk of this
 * machine, and for a number that is not known. A number that was read as negative is the same.
 */
export function networkFilesystem(type: number): string | null {
  return NETWORK.get(type >>> 0) ?? null;
}

/**
 * The name of the shared file system a file lies on, or will, where there is none yet; `null` on a disk of this machine,
 * and where that cannot be told.
 */
export function findNetworkFilesystem(file: string): string | null {
  const path = resolve(file);
  try {
    return networkFilesystem(statfsSync(path).type);
  } catch {
    return dirname(path) === path ? null : findNetworkFilesystem(dirname(path));
  }
}
