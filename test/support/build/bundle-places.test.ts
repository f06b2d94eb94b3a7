import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../../.config/bundle-places.mjs', import.meta.url));
const BUNDLED = fileURLToPath(new URL('../../../src/places/bundled/municipalities.ts', import.meta.url));
/** They lie beside the project, not in it, and not on every machine. */
const RECORDED = fileURLToPath(new URL('../../../../shared/data/ssb/klass', import.meta.url));

/** Three municipalities as the grouping has them: one of one code, one that others joined, one of two names. */
const GROUPING = `group,group_name,code,label
K.0301,Oslo,0301,Oslo
K.3103,Moss,3103,Moss
K.3103,Moss,3002,Moss (2020-2023)
K.3103,Moss,0104,Moss (-2019)
K.3103,Moss,0136,Rygge (-2019)
K.5610,Karasjok,5610,Karasjok
K.5610,Karasjok,5436,Karasjok (2020-2023)
K.5610,Karasjok,2021,Karasjok (-2019)
K.Rest,Resten,1850,Tysfjord (-2019)
`;
const NAMES = [
  { code: '0301', name: 'Oslo - Oslove' },
  { code: '3103', name: 'Moss' },
  { code: '5610', name: 'Kárášjohka - Karasjok' },
  { code: '9999', name: 'Uoppgitt' },
];

interface Klass {
  readonly codes: readonly object[];
  readonly codeChanges?: readonly object[];
  readonly status?: number;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script on a grouping with a Klass that answers so; which addresses it asked, and what it wrote and said. */
async function run(csv: string, klass?: Klass) {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const { codes, codeChanges = [], status = 200 } = klass ?? { codes: [] };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(url.includes('/codesAt?') ? { codes } : { codeChanges }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const [grouping, target] = [join(folder, 'grouping.csv'), join(folder, 'municipalities.ts')];
  writeFileSync(grouping, csv);
  rmSync(target, { force: true });
  const address = klass === undefined ? join(folder, 'no-klass') : `http://127.0.0.1:${port}`;
  const words = [SCRIPT, grouping, address, target];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, words).catch((error: unknown) => {
    const { stdout: out = '', stderr: err = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    return { stdout: out, stderr: err };
  });
  server.close();
  return { asked, said: `${stdout}${stderr}`, written: existsSync(target) ? readFileSync(target, 'utf8') : null };
}

const entries = (text: string | null) =>
  /`\n(?<table>[^`]+)\n`;/.exec(text ?? '')?.groups?.['table']?.split(/;\s*/) ?? [];

describe('the table of places is written', () => {
  it('with the names of Klass, which is asked of today and of what has changed since the newest code', async () => {
    const { asked, written } = await run(GROUPING, { codes: NAMES });
    const today = new Date().toISOString().slice(0, 10);
    expect(asked).toEqual([
      `/classifications/131/codesAt?date=${today}`,
      `/classifications/131/changes?from=2024-01-02&to=${today}`,
    ]);
    expect(entries(written)).toEqual([
      '0301 Oslo = Oslo - Oslove: 0301',
      '3103 Moss: 3103 2024-, 3002 2020-2023, 0104+0136 -2019',
      '5610 Karasjok = Kárášjohka - Karasjok: 5610 2024-, 5436 2020-2023, 2021 -2019',
      '',
    ]);
    expect(written).toContain(`Written by .config/bundle-places.mjs on ${today}.`);
    expect(written).toContain('Statistics Norway');
    expect(written).toContain('names by Klass 131');
  });

  test.each<[string, Klass | undefined, RegExp]>([
    ['Klass refuses', { codes: [], status: 503 }, /Klass was not heard \(it answered with 503\)/],
    ['Klass is not there', undefined, /Klass was not heard \(.*no-klass.*\); the names are those of the grouping/],
  ])('with the names of the grouping when %s, and says so', async (_, klass, expected) => {
    const { said, written } = await run(GROUPING, klass);
    expect(said).toMatch(expected);
    expect(entries(written)).toContain('0301 Oslo: 0301');
    expect(written).not.toContain('Klass 131');
  });
});

describe('nothing is written where Klass says otherwise than the grouping', () => {
  const change = { oldCode: '3103', newCode: '3199', changeOccurred: '2026-01-01' };

  test.each<[string, Klass, string]>([
    ['of a new municipality', { codes: [...NAMES, { code: '3199', name: 'Ny' }] }, '3199 is in Klass alone'],
    ['of one that has ended', { codes: NAMES.slice(1) }, '0301 is in the grouping alone'],
    ['of a code that changed', { codes: NAMES, codeChanges: [change] }, '3103 became 3199 on 2026-01-01'],
  ])('%s', async (_, klass, difference) => {
    const { said, written } = await run(GROUPING, klass);
    expect(said).toContain(`Klass says otherwise than the grouping; get a newer one:\n${difference}`);
    expect(written).toBeNull();
  });

  test('but for a change of name alone, and the part of a merger that kept its code', async () => {
    const same = { oldCode: '3103', newCode: '3103', changeOccurred: '2026-01-01' };
    expect((await run(GROUPING, { codes: NAMES, codeChanges: [same] })).written).not.toBeNull();
  });
});

describe.skipIf(!existsSync(RECORDED))('from Statistics Norway’s own grouping and recorded answers of Klass', () => {
  it('the table that the program brings along is written, letter by letter', async () => {
    const grouping = readFileSync(join(RECORDED, 'kommsummers-groups.csv'), 'utf8');
    const answer = JSON.parse(
      readFileSync(join(RECORDED, 'classifications-131-codesAt-2026-01-01.json'), 'utf8'),
    ) as Klass;
    const { written } = await run(grouping, { codes: answer.codes });
    const undated = (text: string | null) => text?.replaceAll(/\d{4}-\d\d-\d\d/g, 'date');
    expect(undated(written)).toBe(undated(readFileSync(BUNDLED, 'utf8')));
  });
});
