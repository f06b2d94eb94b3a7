import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, codesOf, startUnlimited } from '../asking.ts';
import type { Answer } from '../asking.ts';
import type { Statbank } from '../server.ts';

describe('a posted selection', () => {
  let statbank: Statbank;
  beforeAll(async () => {
    statbank = await startUnlimited();
  });
  afterAll(() => statbank.close());

  const post = (body: string, contentType = 'application/json'): Promise<Answer> =>
    ask(statbank.url, '/tables/06445/data?lang=en', { method: 'POST', headers: { 'content-type': contentType }, body });
  const selection = [
    { variableCode: 'Region', valueCodes: ['3301', '0301'] },
    { variableCode: 'ContentsCode', valueCodes: ['Sysselsatte'] },
    { variableCode: 'Tid', valueCodes: ['range(2024,2025)'] },
  ];

  it('needs no brackets around an expression with a comma', async () => {
    const { json } = await post(JSON.stringify({ selection }));
    expect(codesOf(json, 'Tid')).toEqual(['2024', '2025']);
  });

  it('moves dimensions by a placement that names each once', async () => {
    const { json } = await post(JSON.stringify({ selection, placement: { heading: ['Region'], stub: [] } }));
    expect(json.id).toEqual(['ContentsCode', 'Tid', 'Region']);
    expect(json.value).toEqual([65.6, 71.3, 65.4, 71.2]);
  });

  it('ignores a wrong placement in silence', async () => {
    const { status, json } = await post(JSON.stringify({ selection, placement: { heading: ['Nowhere'], stub: [] } }));
    expect([status, json.id]).toEqual([200, ['Region', 'ContentsCode', 'Tid']]);
  });

  it('gives the default selection for an empty body', async () => {
    const { status, json } = await post('');
    expect([status, codesOf(json, 'Tid')]).toEqual([200, ['2025']]);
  });

  it('requires valueCodes', async () => {
    const { status, json } = await post(JSON.stringify({ selection: [{ variableCode: 'Region' }] }));
    expect([status, json.errors]).toEqual([400, { ValueCodes: ['The ValueCodes field is required.'] }]);
  });

  it('takes JSON also as plain text, and numbers for codes', async () => {
    const asText = await post(JSON.stringify({ selection }), 'text/plain');
    const numbers = JSON.stringify({
      selection: [{ variableCode: 'Region', valueCodes: [3301] }, ...selection.slice(1)],
    });
    expect([asText.status, codesOf((await post(numbers)).json, 'Region')]).toEqual([200, ['3301']]);
  });

  it('takes no form', async () => {
    expect((await post('selection=1', 'application/x-www-form-urlencoded')).status).toBe(415);
  });
});
