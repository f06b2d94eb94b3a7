import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findMunicipalityCode, readFolderEnvironment } from '../../src/settings/folder-environment.ts';
import { copyConfig } from '../support/edited-config.ts';
import { failureOf } from '../support/failure.ts';

interface Given {
  readonly file?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

function environmentOf({ file, variables = {} }: Given = {}) {
  const folder = copyConfig();
  if (file !== undefined) writeFileSync(join(folder, 'environment'), file);
  return { ...readFolderEnvironment(folder, { variables, root: '/program', code: '4036' }), folder };
}

const opening = (given: Given) => Promise.resolve(given).then(environmentOf);

describe('a folder of settings that is named', () => {
  test('has database, page and copy named by the code of its municipality', () => {
    const { folder, ...environment } = environmentOf();
    expect(environment).toMatchObject({
      databaseFile: 'data/4036.sqlite',
      analystCopy: 'data/4036-analyst.sqlite',
      reportFile: 'data/4036.html',
      configDir: folder,
      namedBy: '4036',
    });
  });

  test('has them in the folders where the process would have its own', () => {
    const variables = {
      DATABASE_FILE: '/var/lib/naeringspuls/naeringspuls.sqlite',
      REPORT_FILE: '/srv/www/index.html',
    };
    expect(environmentOf({ variables })).toMatchObject({
      databaseFile: '/var/lib/naeringspuls/4036.sqlite',
      analystCopy: '/var/lib/naeringspuls/4036-analyst.sqlite',
      reportFile: '/srv/www/4036.html',
    });
  });

  test('has them where its own file of variables says, which wins over the process', () => {
    const variables = { DATABASE_FILE: '/var/lib/naeringspuls/naeringspuls.sqlite', LOG_LEVEL: 'warn' };
    const file = 'DATABASE_FILE=/srv/siljan/siljan.sqlite\nLOG_LEVEL=debug\n';
    expect(environmentOf({ file, variables })).toMatchObject({
      databaseFile: '/srv/siljan/siljan.sqlite',
      analystCopy: '/srv/siljan/siljan-analyst.sqlite',
      reportFile: '/srv/siljan/siljan.html',
      logLevel: 'debug',
    });
  });

  test('has what its file does not say from the process', () => {
    const variables = { SMTP_URL: 'smtp://mail.example.org' };
    expect(environmentOf({ file: 'LOG_LEVEL=warn', variables }).smtpUrl).toBe('smtp://mail.example.org');
  });

  test('may give a secret another way than the process', () => {
    const variables = { WEBHOOK_URL_FILE: '/nowhere' };
    const file = 'WEBHOOK_URL=https://chat.example.org/hook';
    expect(environmentOf({ file, variables }).webhookUrl).toBe('https://chat.example.org/hook');
  });

  test('is refused with all that is wrong in its file, and no value of it', async () => {
    const failure = await failureOf(opening({ file: 'SMPT_URL=hemmelig\nHEALTH_PROT=1' }));
    expect(failure).toMatchObject({
      code: 'settings-invalid',
      message: expect.stringMatching(/SMPT_URL.+HEALTH_PROT/) as string,
    });
    expect(String(failure)).not.toContain('hemmelig');
  });

  test('is refused for a value that cannot be, with the file to correct', async () => {
    const failure = await failureOf(opening({ file: 'LOG_LEVEL=loud' }));
    expect(failure).toMatchObject({
      code: 'settings-invalid',
      hint: expect.stringMatching(/in .+\/environment/) as string,
    });
  });
});

describe('the code of a municipality', () => {
  test('is read from the plan of its folder', () => {
    expect(findMunicipalityCode(copyConfig())).toBe('3301');
  });

  test.each([
    ['a bare number', "code: '3301'", 'code: 3301'],
    ['a plan that is no YAML', 'municipality:', 'municipality: ['],
  ])('is not known from %s', (_, found, replacement) => {
    expect(findMunicipalityCode(copyConfig(['plan.yaml', found, replacement]))).toBeNull();
  });

  test('is not known of a folder that is not there', () => {
    expect(findMunicipalityCode('/nowhere')).toBeNull();
  });
});
