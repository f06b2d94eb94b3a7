import { build } from 'esbuild';
import { readFileSync } from 'node:fs';

// `node .config/bundle.mjs <folder> <entry…>`: puts what each entry needs at its start into few files. Node looks for the
// package.json of every file that it loads, and version 24 parses drizzle-orm's, of 180 kB, each time. Files of an earlier
// bundle are left in the folder: a service that still runs may yet ask for them.
// What commands load when they start is bundled, and is a development package: an installation needs it no more.

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [outdir, ...entryPoints] = process.argv.slice(2);
await build({
  entryPoints,
  outdir,
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // The others are found where npm put them: a file or two each, binaries, or files that look for their neighbours.
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  // What comes from CommonJS still calls this.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
