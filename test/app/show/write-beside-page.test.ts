import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeReport } from '../../../src/app/show/write-page.ts';
import { importAnswers, type Year } from '../../support/survey-answers.ts';
import { openWorld, type World } from '../../support/world.ts';

const satisfaction = (year: number, value: number): Year => ['business-satisfaction', year, value];

/** The feed and the status document, after the page is written. */
async function besidePage(world: World, before: (file: string) => void = () => undefined) {
  return world.with((app) => {
    const page = app.environment.reportFile;
    const feed = page.replace(/\.html$/, '.xml');
    const status = join(dirname(page), 'status.json');
    before(status);
    writeReport(app, page);
    return { feed: readFileSync(feed, 'utf8'), status: readFileSync(status, 'utf8') };
  });
}
const idsOf = (feed: string) => [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);

test('a feed of changes and status.json stand beside the page, and an entry keeps its id', async () => {
  const world = await openWorld();
  await importAnswers(world, [satisfaction(2024, 60), satisfaction(2025, 65)]);
  const first = await besidePage(world);
  expect(JSON.parse(first.status)).toMatchObject({ municipality: { code: '3301', name: 'Drammen' } });
  world.at('2026-04-01T10:00:00.000Z');
  await importAnswers(world, [satisfaction(2025, 55)]);
  const second = await besidePage(world);
  expect(second.feed).toContain('<title>Ikke lenger oppfylt: ');
  expect(idsOf(second.feed)).toEqual(expect.arrayContaining(idsOf(first.feed)));
  expect(idsOf(second.feed)).toHaveLength(idsOf(first.feed).length + 1);
});

test('a status.json that this program has not made is left as it is', async () => {
  const world = await openWorld();
  const { status } = await besidePage(world, (file) => {
    if (existsSync(file)) rmSync(file);
    writeFileSync(file, '{"mine": true}');
  });
  expect(status).toBe('{"mine": true}');
});

test('the figures of each indicator stand beside the page, and are gone with it; what others have put there stays', async () => {
  const world = await openWorld();
  await importAnswers(world, [satisfaction(2024, 60), satisfaction(2025, 65.5)]);
  await world.with((app) => {
    const page = app.environment.reportFile;
    const beside = (id: string) => page.replace(/\.html$/, `-${id}.csv`);
    writeReport(app, page);
    const figures = readFileSync(beside('business-satisfaction'), 'utf8');
    expect(figures).toMatch(/^\uFEFFPeriode;Verdi;Enhet;[^\n]*\r\n2024;60;[^\n]*\r\n2025;65,5;[^\n]*;Oppfylt;\r\n$/);
    expect(readFileSync(page, 'utf8')).toContain(`href="${basename(beside('business-satisfaction'))}"`);
    expect(existsSync(beside('job-growth'))).toBe(false);
    writeFileSync(beside('of-mine'), 'my;own\r\n');
    const indicators = app.settings.indicators.filter(({ id }) => id !== 'business-satisfaction');
    writeReport({ ...app, settings: { ...app.settings, indicators } }, page);
    expect(existsSync(beside('business-satisfaction'))).toBe(false);
    expect(readFileSync(beside('of-mine'), 'utf8')).toBe('my;own\r\n');
  });
});
