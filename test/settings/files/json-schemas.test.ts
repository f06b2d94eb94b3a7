import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { jsonSchemas, writeJsonSchemas } from '../../../src/settings/files/json-schemas.ts';

test('there is one schema for each kind of file', () => {
  expect(Object.keys(jsonSchemas()).sort()).toEqual(readdirSync('config/schema').sort());
});

test.each(Object.entries(jsonSchemas()))(
  'config/schema/%s is what the settings are checked with; if not, run npm run config:schema',
  (name, schema) => {
    expect(JSON.parse(readFileSync(join('config/schema', name), 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  },
);

test('schemas forbid unknown keys, so that editors mark them', () => {
  expect(jsonSchemas()['plan.schema.json']).toMatchObject({ additionalProperties: false });
});

test('written schemas can be read back', () => {
  const dir = mkdtempSync(join(tmpdir(), 'naeringspuls-schema-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  const names = writeJsonSchemas(join(dir, 'schema'));
  const written = names.map((name) => [name, JSON.parse(readFileSync(join(dir, 'schema', name), 'utf8')) as unknown]);
  expect(Object.fromEntries(written)).toEqual(JSON.parse(JSON.stringify(jsonSchemas())));
});
