import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNetworkFilesystem, networkFilesystem } from '../../src/platform/filesystem.ts';

describe('a file system that other machines may share', () => {
  it.each([
    ['NFS', 0x6969],
    ['CIFS', 0xff534d42],
    ['SMB', 0xfe534d42],
    ['9p', 0x01021997],
    ['FUSE', 0x65735546],
  ])('is %s by its number', (name, type) => {
    expect(networkFilesystem(type)).toBe(name);
    // Where the system's number has 32 bits, the highest of them is a sign.
    expect(networkFilesystem(type | 0)).toBe(name);
  });

  it.each([
    ['ext4', 0xef53],
    ['XFS', 0x58465342],
    ['Btrfs', 0x9123683e],
    ['tmpfs', 0x01021994],
    ['overlayfs', 0x794c7630],
    ['ZFS', 0x2fc12fc1],
  ])('is not %s', (_name, type) => {
    expect(networkFilesystem(type)).toBeNull();
  });

  it('is read of the folder a file will lie in, where it is not there yet', () => {
    expect(findNetworkFilesystem(tmpdir())).toBeNull();
    expect(findNetworkFilesystem(join(tmpdir(), 'no folder', 'no file.sqlite'))).toBeNull();
  });
});
