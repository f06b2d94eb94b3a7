import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const versionIn = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

/** Makes the release as `npm run release` does and gives its version and its tarball, copied to `folder`. */
export function makeRelease(folder) {
  execFileSync('npm', ['run', '--silent', 'release'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const version = versionIn('.');
  const name = `naeringspuls-${version}.tgz`;
  copyFileSync(join('dist/release', name), join(folder, name));
  return { version, name, file: join(folder, name) };
}

/**
 * Makes of a release what stands for the version before: the same program as 0.9.9, whose settings say that three daily
 * backups are kept. An upgrade from it shows what becomes of settings, not of an older program.
 */
export function makeBefore(release, folder) {
  const version = '0.9.9';
  const unpacked = join(folder, 'before');
  mkdirSync(unpacked);
  execFileSync('tar', ['-xzf', release.file, '-C', unpacked]);
  const change = (file, from, to) => {
    const path = join(unpacked, 'package', file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replaceAll(from, to);
    if (changed === text) throw new Error(`${file} of the release has no ${from}.`);
    writeFileSync(path, changed);
  };
  for (const file of ['package.json', 'npm-shrinkwrap.json']) {
    change(file, new RegExp(`("name": "naeringspuls",\\s+"version": )"${release.version}"`, 'g'), `$1"${version}"`);
  }
  change('config/backup.yaml', /^keepDaily: \d+/gm, 'keepDaily: 3');
  const name = `naeringspuls-${version}.tgz`;
  execFileSync('tar', ['-czf', join(folder, name), '-C', unpacked, 'package']);
  return { version, name, file: join(folder, name) };
}

/** The command lines of a page's part, the first block of which is for a shell on a server, of a version. */
export function linesOf(page, heading, version) {
  const [, part = ''] = readFileSync(page, 'utf8').split(`\n## ${heading}\n`);
  const [, block = ''] = /```shell\n([^]*?)```/.exec(part.split('\n## ')[0]) ?? [];
  return block
    .replaceAll(/\b\d+\.\d+\.\d+\b/g, version)
    .trim()
    .split('\n');
}
