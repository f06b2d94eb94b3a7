import { describe, expect, test } from 'vitest';
import { heartbeatRequest } from '../../src/health/heartbeat.ts';

const WELL = { isWell: true, message: 'Nothing new.' };
const FAILED = { isWell: false, message: 'The source was out of reach: æ & ?' };

describe('a heartbeat', () => {
  test('is posted to the address with how the run ended, as healthchecks.io takes it', () => {
    const url = 'https://hc-ping.com/5f2a';
    expect(heartbeatRequest(url, WELL)).toEqual({ method: 'POST', url, body: 'Nothing new.' });
  });

  test.each(['https://hc-ping.com/5f2a', 'https://hc-ping.com/5f2a/'])(
    'of a run that failed goes to /fail: %s',
    (url) => {
      expect(heartbeatRequest(url, FAILED)).toEqual({
        ...{ method: 'POST', url: 'https://hc-ping.com/5f2a/fail' },
        body: 'The source was out of reach: æ & ?',
      });
    },
  );

  test('is a question with the message in its address where Uptime Kuma waits for a push', () => {
    const push = 'https://kuma.example.org/api/push/T0ken?status=up&msg=OK&ping=';
    const { method, url, body } = heartbeatRequest(push, FAILED);
    expect([method, body]).toEqual(['GET', undefined]);
    expect(new URL(url).pathname).toBe('/api/push/T0ken');
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({ status: 'down', msg: FAILED.message, ping: '' });
    expect(new URL(heartbeatRequest(push, WELL).url).searchParams.get('status')).toBe('up');
  });

  test('is cut to what a watcher takes', () => {
    const message = 'a'.repeat(100_000);
    expect(heartbeatRequest('https://hc-ping.com/5f2a', { ...WELL, message }).body?.length).toBe(10_000);
    const { url } = heartbeatRequest('https://kuma.example.org/api/push/T', { ...WELL, message });
    expect(new URL(url).searchParams.get('msg')?.length).toBe(250);
  });
});
