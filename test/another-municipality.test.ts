import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ROOT, runCli, temporaryFolder } from './support/cli.ts';
import { codeBlocks, readPage } from './support/documentation.ts';
import { startStatbank } from './statbank/server.ts';

// Real requests to the stand-in on loopback.
beforeAll(() => nock.restore());

const PAGE = 'docs/another-municipality.md';

/** As they stand on the page, and are typed below. */
const COMMANDS = [
  ['init', 'plan', '--municipality', '3303', '--peers', '3103,3105'],
  ['config', 'check', '--config', 'plan'],
  ['ingest', '--config', 'plan'],
  ['status', '--config', 'plan'],
  ['report', '--config', 'plan'],
];

describe('the page on another municipality', () => {
  test('has the commands that are run here', () => {
    const lines = codeBlocks([PAGE], 'sh').flatMap((block) => block.split('\n'));
    expect(lines).toEqual(COMMANDS.map((words) => `npm run cli -- ${words.join(' ')}`));
  });

  test('names every measure there is, as options that --with takes', () => {
    const ids = readdirSync(join(ROOT, 'config/indicators/_neutral')).flatMap((name) =>
      name.endsWith('.yaml') ? [name.replace('.yaml', '')] : [],
    );
    expect(ids).toHaveLength(9);
    expect(ids.filter((id) => !readPage(PAGE).includes(`\`${id}\``))).toEqual([]);
  });

  // In processes of their own, in the folder that they write into; under a minute of a loaded machine for all of them.
  test('leads from nothing to a page and a status of seven measures', async () => {
    const { path, remove } = temporaryFolder();
    onTestFinished(remove);
    const statbank = await startStatbank({ rateLimit: 'off', announcedCalls: 6000 });
    onTestFinished(() => statbank.close());
    const env = {
      ...{ SSB_API_URL: statbank.url, KLASS_API_URL: statbank.klassUrl, LOG_LEVEL: 'silent' },
      DATABASE_FILE: join(path, 'data/naeringspuls.sqlite'),
    };
    const outputs: string[] = [];
    for (const words of COMMANDS) {
      const typed = words.map((word) => (word === 'plan' ? join(path, 'plan') : word));
      const { exitCode, stdout, stderr } = await runCli(typed, env);
      expect({ words, exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ words, exitCode: 0, stderr: '' });
      outputs.push(stdout);
    }
    const [made = '', , , status = ''] = outputs;
    expect(made).toContain('Settings for 3303 Kongsberg in Buskerud');
    expect(made).toContain(`naeringspuls ingest --config ${join(path, 'plan')}`);
    expect(status.match(/Ambisjon ikke fastsatt/g)).toHaveLength(7);
    expect(readFileSync(join(path, 'data/3303.html'), 'utf8')).toContain('Vekst i antall arbeidsplasser');
  });
});
