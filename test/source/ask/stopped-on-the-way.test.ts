import { describe, expect, test } from 'vitest';
import { stoppedOnTheWay } from '../../../src/source/ask/stopped-on-the-way.ts';

const ASKED = { what: 'The data of table 07984', address: 'https://data.ssb.no/tables/07984/data?lang=no' };
const PAGE = '<!DOCTYPE html><html><body>Logg inn</body></html>';

function stop(status: number, body: string, { proxy = null as string | null, address = ASKED.address } = {}) {
  return stoppedOnTheWay({ status, headers: {}, body: Buffer.from(body), proxy }, { ...ASKED, address });
}

const ownForm = (title: string, status: number) => JSON.stringify({ type: 'Parameter error', title, status });

describe('an answer that cannot be the source’s own', () => {
  test('is 407, and names the proxy and the variable for its password', () => {
    expect(stop(407, '', { proxy: '10.0.0.1:3128' })).toMatchObject({
      ...{ code: 'source-unavailable', retry: 'transient' },
      message:
        'The data of table 07984 did not get past the proxy 10.0.0.1:3128, which asks for a name and password (407).',
      hint: 'Write both in HTTPS_PROXY (http://NAME:PASSWORD@10.0.0.1:3128); where data.ssb.no can be reached without a proxy, name it in NO_PROXY.',
      context: {
        status: 407,
        outOfReach: 'proxy',
        proxy: '10.0.0.1:3128',
        address: 'https://data.ssb.no/tables/07984/data',
      },
    });
  });

  test('is 407 to a name and password that were given, which are to be corrected', () => {
    const answer = { status: 407, headers: {}, body: Buffer.from(''), proxy: '10.0.0.1:3128', hasProxyLogin: true };
    const error = stoppedOnTheWay(answer, ASKED);
    expect(error?.message).toContain(
      'the proxy 10.0.0.1:3128, which refused the name and password in HTTPS_PROXY (407)',
    );
    expect(error?.hint).toContain('Correct both in HTTPS_PROXY (http://NAME:PASSWORD@10.0.0.1:3128)');
  });

  test('is 407 also from a proxy that nobody has named', () => {
    const error = stop(407, ownForm('Proxy', 407), { address: 'http://ssb.test/tables' });
    expect(error?.message).toContain('did not get past a proxy on the way, which asks for a name and password (407)');
    expect(error?.hint).toContain('Write both in HTTP_PROXY (http://NAME:PASSWORD@HOST:PORT)');
  });

  test.each([
    [403, PAGE],
    [403, ''],
    [403, 'Access denied'],
    [401, PAGE],
  ])('is %i with %j, which is not how the source refuses', (status, body) => {
    expect(stop(status, body, { proxy: 'proxy.test:80' })).toMatchObject({
      code: 'source-unavailable',
      message: `The data of table 07984 was stopped on the way, by the proxy proxy.test:80 or a filter (${status}): the source refuses in another form.`,
      hint: expect.stringMatching(
        /let data\.ssb\.no through; a proxy is named in HTTPS_PROXY, .* in NO_PROXY\./,
      ) as string,
      context: { outOfReach: 'filter' },
    });
  });

  test.each([PAGE, `<?xml version="1.0"?>\n${PAGE}`])('is a web page in place of an answer: %j', (page) => {
    expect(stop(200, page)).toMatchObject({
      code: 'source-unavailable',
      message: expect.stringContaining('was answered with a web page instead of JSON') as string,
      hint: expect.stringContaining('Open the address in a browser on this machine') as string,
      context: { outOfReach: 'web-page' },
    });
  });
});

test.each([
  [200, '{"class":"dataset"}'],
  [200, ''],
  [200, '<?xml version="1.0"?><codeChangeList/>'],
  [403, ownForm('Too many cells selected', 403)],
  [404, PAGE],
  [429, PAGE],
  [503, PAGE],
])('what the source may have answered itself is not taken for that: %i %j', (status, body) => {
  expect(stop(status, body)).toBeNull();
});
