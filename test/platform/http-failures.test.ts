import nock from 'nock';
import { expect, test } from 'vitest';
import { PipelineError } from '../../src/model/errors.ts';
import { createHttp } from '../../src/platform/http.ts';

test.each([
  ['ENOTFOUND', 'its name is not known to the name server'],
  ['EAI_AGAIN', 'the name server did not answer'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate or encryption was not accepted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its certificate or encryption was not accepted'],
  ['EHOSTUNREACH', 'there is no route to it'],
  ['ESOMETHING', 'the request failed'],
])('explains the network failure %s in plain words and names the host', async (code, words) => {
  nock('https://data.ssb.test')
    .get('/config')
    .replyWithError(Object.assign(new Error('x'), { code }));
  const send = createHttp({ userAgent: 'naeringspuls (test)' });
  const error: unknown = await send({ method: 'GET', url: 'https://data.ssb.test/config' }).catch(
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(PipelineError);
  expect(error).toMatchObject({ code: 'source-unavailable', retry: 'transient' });
  expect((error as PipelineError).message).toBe(`data.ssb.test could not be reached: ${words} (${code}).`);
});
