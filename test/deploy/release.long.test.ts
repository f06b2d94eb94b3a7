import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../support/cli.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
// For what takes a minute: a test file that is blocked for so long is given up.
const run = promisify(execFile);
const TARBALL = `naeringspuls-${version}.tgz`;

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}

describe('a release', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let made: string;
  const read = (file: string) => readFileSync(join(made, file), 'utf8');

  // Made in a folder of its own, since it builds anew what other tests run.
  beforeAll(async () => {
    folder = temporaryFolder();
    const checkout = join(folder.path, 'checkout');
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
    for (const file of files) {
      mkdirSync(dirname(join(checkout, file)), { recursive: true });
      cpSync(join(ROOT, file), join(checkout, file));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    // What a build before has left is not packed.
    mkdirSync(join(checkout, 'dist/program'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(checkout, 'dist/program/chunk-OLD.js'));
    await run('npm', ['run', 'release'], { cwd: checkout });
    made = join(checkout, 'dist/release');
  }, 180_000);
  afterAll(() => folder.remove());

  test('is a tarball, its bill of materials, its notes, and the sums of the three', () => {
    expect(readdirSync(made).sort()).toEqual(['SHA256SUMS', TARBALL, 'notes.md', 'sbom.cdx.json']);
    const sums = [TARBALL, 'notes.md', 'sbom.cdx.json'].map((file) => {
      const sum = createHash('sha256')
        .update(readFileSync(join(made, file)))
        .digest('hex');
      return `${sum}  ${file}\n`;
    });
    expect(read('SHA256SUMS')).toBe(sums.join(''));
  });

  test('has the notes of its version and of no other', () => {
    expect(read('notes.md')).toMatch(new RegExp(`^## ${version}\\b`));
    expect(read('notes.md').match(/^## /gm)).toHaveLength(1);
  });

  test('has what an installation needs in its tarball, and nothing of those who build it', () => {
    const packed = execFileSync('tar', ['-tzf', join(made, TARBALL)], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
    const needed = [
      'npm-shrinkwrap.json',
      'dist/program/main.js',
      'config/plan.yaml',
      'deploy/install.sh',
      'docs/operate.md',
    ];
    expect(packed).toEqual(expect.arrayContaining(needed.map((file) => `package/${file}`)));
    expect(packed.filter((file) => /chunk-OLD|\/(src|test|bench|jobs|try)\/|\.(png|ts|sqlite)$/.test(file))).toEqual(
      [],
    );
  });

  test('names every package that runs in its bill of materials, bundled or installed, and none that only builds', () => {
    const bill = JSON.parse(read('sbom.cdx.json')) as {
      readonly bomFormat: string;
      readonly metadata: { readonly component: Component };
      readonly components: readonly Component[];
      readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
    };
    expect([bill.bomFormat, bill.metadata.component.name, bill.metadata.component.version]).toEqual([
      ...['CycloneDX', 'naeringspuls', version],
    ]);
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['better-sqlite3', 'better-sqlite3-node20', 'node-cron', 'axios', 'drizzle-orm', 'zod']),
    );
    expect(names.filter((name) => /^(vitest|typescript|eslint|playwright-core|prettier)$/.test(name))).toEqual([]);
    const refs = new Set(bill.dependencies.map(({ ref }) => ref));
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn.filter((ref) => !refs.has(ref)))).toEqual([]);
  });

  test('is installed with the versions that were locked, and works', { timeout: 600_000 }, async () => {
    const opt = join(folder.path, 'opt');
    mkdirSync(opt);
    execFileSync('tar', ['-xzf', join(made, TARBALL), '-C', opt, '--transform', 's/^package/naeringspuls/']);
    const words = ['ci', '--omit=dev', '--prefer-offline', '--no-audit', '--prefix', join(opt, 'naeringspuls')];
    await run('npm', words);
    const program = join(opt, 'naeringspuls/dist/program/main.js');
    const env = { PATH: process.env['PATH'], DATABASE_FILE: join(folder.path, 'own.sqlite') };
    expect(execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8', env })).toBe(`${version}\n`);
    expect(
      spawnSync(process.execPath, [program, 'config', 'check'], { encoding: 'utf8', env, cwd: folder.path }).stdout,
    ).toMatch(/^The settings in .+\/naeringspuls\/config are in order/);
    const installed = join(opt, 'naeringspuls/node_modules');
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'npm-shrinkwrap.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly version: string }>>;
    };
    const names = readdirSync(installed).filter((name) => !/^[.@]/.test(name));
    expect(names.length).toBeGreaterThan(20);
    const other = names.filter((name) => {
      const own = JSON.parse(readFileSync(join(installed, name, 'package.json'), 'utf8')) as {
        readonly version: string;
      };
      return own.version !== packages[`node_modules/${name}`]?.version;
    });
    expect(other).toEqual([]);
    expect(names).not.toContain('vitest');
  });
});
