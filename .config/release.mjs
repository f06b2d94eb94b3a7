import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// `npm run release`: what is published of a version, in dist/release:
//   naeringspuls-<version>.tgz   the program, by `npm pack`
//   sbom.cdx.json                CycloneDX: every package that runs, also those that are bundled into the program
//   notes.md                     what CHANGELOG.md says of the version
//   SHA256SUMS                   of the three
const OUT = 'dist/release';
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

const notes = notesOf(version);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
execFileSync('npm', ['pack', '--pack-destination', OUT], { stdio: ['ignore', 'ignore', 'inherit'] });
writeFileSync(join(OUT, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(), null, 2)}\n`);
writeFileSync(join(OUT, 'notes.md'), notes);
const made = readdirSync(OUT).sort();
const sums = made.map((file) => `${sha256(join(OUT, file))}  ${file}\n`);
writeFileSync(join(OUT, 'SHA256SUMS'), sums.join(''));
console.log(`${name} ${version}: ${[...made, 'SHA256SUMS'].join(', ')} in ${OUT}.`);

/** The part of CHANGELOG.md under the heading of a version. */
function notesOf(wanted) {
  const parts = readFileSync('CHANGELOG.md', 'utf8').split(/^(?=## )/m);
  const part = parts.find((one) => one.startsWith(`## ${wanted}`) && !/^[\d.]/.test(one.slice(`## ${wanted}`.length)));
  if (part === undefined) throw new Error(`CHANGELOG.md has no heading for ${wanted}: write "## ${wanted}, <date>".`);
  return part;
}

/** What npm knows of every package, of which those stay that an installation has or the program's own files hold. */
function billOfMaterials() {
  const text = execFileSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const bill = JSON.parse(text);
  const bundled = bundledPackages();
  const locked = Object.entries(JSON.parse(readFileSync('npm-shrinkwrap.json', 'utf8')).packages).slice(1);
  const running = locked.filter(([path, { dev, devOptional }]) => bundled.has(path) || !(dev || devOptional));
  const versions = new Set(running.map(([path, one]) => `${path.split('node_modules/').at(-1)}@${one.version}`));
  const components = bill.components.filter((one) => versions.has(`${one.name}@${one.version}`));
  // npm calls the program by the folder it lies in.
  bill.metadata.component.name = name;
  const kept = new Set([bill.metadata.component, ...components].map((one) => one['bom-ref']));
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map((one) => ({ ...one, dependsOn: (one.dependsOn ?? []).filter((ref) => kept.has(ref)) }));
  return { ...bill, components, dependencies };
}

/** Where the packages lie whose code is in the files of the program: the bundler writes it before each. */
function bundledPackages() {
  const files = readdirSync('dist/program').filter((file) => file.endsWith('.js'));
  const found = files.flatMap((file) => [
    ...readFileSync(join('dist/program', file), 'utf8').matchAll(
      /^\s*(?:\/\/ |")\S*?((?:node_modules\/(?:@[^/\s]+\/)?[^/\s]+\/)+)/gm,
    ),
  ]);
  return new Set(found.map(([, path]) => path.replace(/\/$/, '')));
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
