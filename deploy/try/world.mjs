import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { until } from './machine.mjs';

/** Where the unit keeps what the service writes. */
export const STATE = '/var/lib/naeringspuls';
const DATABASE = `${STATE}/naeringspuls.sqlite`;
const A_DAY_LATER = "DELETE FROM job_slot WHERE job <> 'backup drill'; DELETE FROM source_news";

/** Starts the stand-in for Statistics Norway on this machine, without its limit of calls. */
export async function startStatbank() {
  const child = spawn(process.execPath, ['dist/test/statbank/main.js', '--port', '0', '--no-rate-limit'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const url = String(line).trim();
  const { origin } = new URL(url);
  return {
    url,
    klassUrl: `${origin}/api/klass/v1`,
    /** Has it do what a POST to one of its controls does. */
    async control(name, body) {
      const answer = await fetch(`${origin}/control/${name}`, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`The stand-in refused ${name}: ${await answer.text()}`);
    },
    stop: () => child.kill('SIGTERM'),
  };
}

/** A watcher that is told how each run ended (HEARTBEAT_URL): what it has heard, one text a call, path and body. */
export async function startWatcher() {
  const heard = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    heard.push(`${request.url} ${body}`);
    response.end('OK');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { heard, url: `http://127.0.0.1:${server.address().port}/ping`, stop: () => server.close() };
}

/** Holds a port of this machine, 0 for any; gives its number, and how to let go. */
export async function holdPort(port = 0) {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, release: () => new Promise((resolve) => server.close(resolve)) };
}

/** What a booted machine with the service on it is asked, in words of the steps. */
export function createGuest(machine, port) {
  const { sh } = machine;
  const guest = {
    ...machine,
    port,
    /** Lines of the service's log that have an event, oldest first, each with the priority journald gave it. */
    async events(name) {
      const said = await sh('journalctl --unit=naeringspuls --output=json --no-pager');
      return said
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
        .filter(({ MESSAGE }) => typeof MESSAGE === 'string' && MESSAGE.startsWith('{'))
        .map(({ MESSAGE, PRIORITY }) => ({ ...JSON.parse(MESSAGE), priority: Number(PRIORITY) }))
        .filter(({ event }) => name === undefined || event === name);
    },
    /** Does something, and gives the line of the log with an event that follows from it. */
    async after(name, seconds, act) {
      const before = (await guest.events(name)).length;
      await act();
      const found = await until(`the service has logged ${name}`, seconds, async () => {
        const events = await guest.events(name);
        // A boot begins a new log.
        return events.length > before || (events.length > 0 && events.length < before) ? events : null;
      });
      return found.at(-1);
    },
    /** The first row of a query on the database, asked as the service's user. */
    sql: async (query) => (await sh(`runuser -u naeringspuls -- sqlite3 -readonly ${DATABASE} "${query}"`)).trim(),
    /** Has every job due, and what the source said grow old, as after a day on which nothing ran. */
    passDay: () => sh(`runuser -u naeringspuls -- sqlite3 ${DATABASE} "${A_DAY_LATER}"`),
    pid: async () => Number(await sh('systemctl show naeringspuls --property=MainPID --value')),
    isActive: async () => (await sh('systemctl show naeringspuls --property=ActiveState --value')).trim() === 'active',
    /** What /health/ready answers: its code and its document; `null` where nobody answers. */
    async ready() {
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
      return answer && { status: answer.status, ...(await answer.json()) };
    },
  };
  return guest;
}

/** Refuses, in a sentence, what is not as it should be. */
export function expect(isSo, sentence) {
  if (!isSo) throw new Error(sentence);
}
