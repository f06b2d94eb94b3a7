import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const NEEDED = ['debootstrap', 'systemd-nspawn', 'nsenter', 'git', 'tar'];
const PACKAGES = ['systemd', 'systemd-sysv', 'dbus', 'procps', 'sqlite3'];
// Node 20 compiles the SQLite driver where no ready binary can be fetched (docs/operate.md, "Install").
const COMPILER = ['python3', 'make', 'g++', 'libstdc++6'];
const MIRROR = process.env.DEBIAN_MIRROR ?? 'http://deb.debian.org/debian';
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Why no machine can be booted here, in a sentence; `null` where one can. */
export function whyNoMachine() {
  if (process.platform !== 'linux') return 'A machine is booted with systemd-nspawn, which only Linux has.';
  if (process.getuid() !== 0) return 'Only root may boot a machine: sudo npm run try:systemd.';
  const missing = NEEDED.filter((name) => !PATH.split(':').some((folder) => existsSync(join(folder, name))));
  if (missing.length === 0) return null;
  return `Missing here: ${missing.join(', ')}. Debian has them as debootstrap, systemd-container, util-linux, git and tar.`;
}

/** Makes a Debian in `folder` with this Node and this npm, and what an operator is told to have. Throws what debootstrap said. */
export function makeMachine(folder) {
  const include = [...PACKAGES, ...COMPILER].join(',');
  const words = ['--variant=minbase', `--include=${include}`, 'bookworm', folder, MIRROR];
  execFileSync('debootstrap', words, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const bin = join(folder, 'usr/bin');
  copyFileSync(process.execPath, join(bin, 'node'));
  const [cli] = [process.env.npm_execpath, join(dirname(process.execPath), 'npm')].filter(
    (file) => file && existsSync(file),
  );
  cpSync(dirname(dirname(realpathSync(cli))), join(folder, 'usr/lib/node_modules/npm'), { recursive: true });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(bin, 'npm'));
  // Headers of this Node, so that the compiler need not fetch them.
  const headers = join(dirname(dirname(process.execPath)), 'include/node');
  if (existsSync(headers)) cpSync(headers, join(folder, 'usr/include/node'), { recursive: true });
}

/**
 * Boots what lies in `folder` under systemd, on this machine's network. What npm needs to reach its registry is lent while it
 * runs, and never written: `npmrc` files and certificates are bound, variables handed over.
 */
export async function bootMachine(folder) {
  const lent = lentToNpm();
  let child;
  let init;
  const start = async () => {
    const words = ['--quiet', '--boot', '--register=no', '--keep-unit', '--console=read-only', '-D', folder];
    child = spawn('systemd-nspawn', [...words, ...lent.binds], { stdio: ['ignore', 'ignore', 'ignore'] });
    child.ended = new Promise((resolve) => child.once('exit', resolve));
    init = await until('the machine has booted', 120, async () => {
      const [pid] = childrenOf(child.pid);
      if (pid === undefined) return false;
      const { said } = await run(pid, 'systemctl is-system-running', lent.env);
      return /^(running|degraded)/m.test(said) && pid;
    });
  };
  const machine = {
    folder,
    /** What a command line of the machine's root printed on both streams; throws when it fails, unless a code is expected. */
    async sh(line, { code = 0 } = {}) {
      const answer = await run(init, line, lent.env);
      if (answer.code === code) return answer.said;
      throw new Error(`\`${line}\` ended with ${answer.code}, not ${code}:\n${answer.said}`);
    },
    /** Reboots as an operator does. */
    async reboot() {
      await run(init, 'systemctl reboot', lent.env);
      await child.ended;
      await start();
    },
    /** Shuts it down, where it still runs. */
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await child.ended;
    },
  };
  await start().catch(async (error) => {
    await machine.stop();
    throw error;
  });
  return machine;
}

/** Waits until a question is answered with something; throws when that takes longer than so many seconds. */
export async function until(what, seconds, ask) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Within ${seconds} seconds it was not so that ${what}.`);
    await sleep(500);
  }
}

function lentToNpm() {
  const bind = (from, to) => `--bind-ro=${realpathSync(from)}:${to}`;
  const settings = [
    ['userconfig', join(process.env.HOME ?? '/root', '.npmrc')],
    ['globalconfig', '/etc/npmrc'],
  ].filter(([, file]) => existsSync(file));
  const certificates = '/etc/ssl/certs/ca-certificates.crt';
  const isBound = existsSync(certificates);
  const binds = settings.map(([name, file]) => bind(file, `/mnt/npm-${name}`));
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(https?_proxy|no_proxy|npm_config_registry)$/i.test(name),
  );
  const env = {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(settings.map(([name]) => [`npm_config_${name}`, `/mnt/npm-${name}`])),
    npm_config_nodedir: '/usr',
    ...(isBound ? { NODE_EXTRA_CA_CERTS: certificates } : {}),
  };
  return { binds: isBound ? [...binds, bind(certificates, certificates)] : binds, env };
}

function run(pid, line, env) {
  const words = ['--target', String(pid), '--mount', '--uts', '--ipc', '--pid', '--cgroup', '--root', '--wdns=/root'];
  const variables = Object.entries({ PATH, HOME: '/root', LANG: 'C.UTF-8', ...env }).map((pair) => pair.join('='));
  return new Promise((resolve) => {
    const child = spawn('nsenter', [...words, 'env', '-i', ...variables, 'sh', '-c', line], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.once('close', (code) => resolve({ code, said }));
  });
}

function childrenOf(pid) {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean) : [];
}
