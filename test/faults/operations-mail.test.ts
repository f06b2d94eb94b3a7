import { expect, test } from 'vitest';
import { alertConfig } from '../support/alert-config.ts';
import { startMailServer } from '../support/network/mail-server.ts';
import { typeIn } from '../support/typed-world.ts';
import { worldsAfterFirstRun } from './support/after-first-run.ts';

/** What the operator of an installation finds in the mailbox, from the fault of the source to the end of it. */

const afterFirstRun = worldsAfterFirstRun();

test('a refused answer and its end are two mails, wholly in bokmål, with what to do', async () => {
  const mail = await startMailServer();
  const world = await afterFirstRun('2026-03-03T10:00:00.000Z');
  const env = { CONFIG_DIR: alertConfig(world.folder), SMTP_URL: mail.url };
  const toOperations = () => mail.received.filter(({ to }) => to.includes('drift@example.org'));
  world.statbank.changeUnit('06445', 'Sysselsatte', 'promille');
  expect(await typeIn(world, ['ingest', 'employment'], env)).toMatchObject({ exitCode: 4 });
  expect(toOperations().map(({ parts }) => parts['text/plain'].trim())).toEqual([
    `Hei!

Dette gjelder driften av Næringspuls for Drammen, ikke indikatorene i planen.

SSB-tabell 06445
Noe er galt
Det siste svaret for SSB-tabell 06445 er ikke tatt inn, og tallene fra før står. Tabellen har ikke alt det spørres etter. Kjør \`naeringspuls doctor --live\`, som holder spørringen opp mot tabellen og sier hva som skal rettes i \`datasets.yaml\` blant innstillingene.
Statistikk: Andel sysselsatte i befolkningen, 15-74 år
Indikatorer: Sysselsettingsandel mot andre storbyer

Det kommer én melding når noe går galt, og én når det er i orden igjen.`,
  ]);
  world.statbank.changeUnit('06445', 'Sysselsatte', 'prosent');
  world.at('2026-03-04T10:00:00.000Z');
  expect(await typeIn(world, ['ingest', 'employment'], env)).toMatchObject({ exitCode: 0 });
  const [, over] = toOperations();
  expect(over?.headers.get('subject')).toBe('I orden igjen: SSB-tabell 06445 (Drammen)');
  expect(over?.parts['text/plain']).toContain(
    'I orden igjen\nDet gjaldt: Det siste svaret for SSB-tabell 06445 er ikke',
  );
});
