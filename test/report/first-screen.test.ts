import { describe, expect, test } from 'vitest';
import { expectedFigures } from '../../src/model/plan/expected-figures.ts';
import type { Assessment } from '../../src/model/plan/assessment.ts';
import { renderPage } from '../../src/report/page.ts';
import { buildIndicator, buildInput, hashText, render, textOf } from './support/build-page.ts';

const YEARS = { '2022': 60, '2023': 61, '2024': 62, '2025': 63.5 };
const met = buildIndicator({ own: YEARS });
const as = (fields: Partial<Assessment>) => ({ ...met, assessment: { ...met.assessment, ...fields } });

/** What the header says of where the plan stands. */
function answer(page: string): string {
  const [, lead = ''] = /<p class="lead">([^]*?)<\/p>/.exec(page) ?? [];
  return textOf(lead).trim();
}

describe('the first sentence says where the plan stands', () => {
  test('with what has not changed counted as not met, and what is measured elsewhere apart', () => {
    const elsewhere = as({ status: 'off-track', flags: ['proxy'], coverage: 'national' });
    const all = [met, met, as({ status: 'stable' }), as({ status: 'partly-met' }), elsewhere];
    expect(answer(render(all))).toBe(
      '2 av de 4 ambisjonene som kan vurderes for Elvebyen, er oppfylt, 1 er delvis oppfylt og 1 er ikke oppfylt ' +
        '(1 av dem uten endring eller forskjell som teller). 1 ambisjon er bare målt for Norge, og den er ikke oppfylt.',
    );
  });

  test('and names what cannot be assessed', () => {
    const all = [
      met,
      as({ status: 'ambition-not-set' }),
      as({ status: 'insufficient' }),
      as({ status: 'not-measured' }),
    ];
    expect(answer(render(all))).toBe(
      'Den ene ambisjonen som kan vurderes for Elvebyen, er oppfylt. ' +
        '1 kan ikke vurderes nå, 1 har ingen ambisjon ennå og 1 er ikke målt.',
    );
  });

  test.each([
    [[met, met], 'Alle de 2 ambisjonene som kan vurderes for Elvebyen, er oppfylt.'],
    [[as({ status: 'off-track' }), as({ status: 'off-track' })], 'Ingen av de 2 ambisjonene'],
    [[as({ status: 'not-measured' })], 'Ingen av ambisjonene kan vurderes for Elvebyen ennå.'],
  ])('also at the ends', (indicators, said) => {
    expect(answer(render(indicators))).toContain(said);
  });
});

describe('the header', () => {
  const input = buildInput([met]);
  const textOfHeader = (fields: Partial<typeof input>) => {
    const page = renderPage({ ...input, ...fields }, 'a-state', hashText);
    return textOf(page.slice(page.indexOf('<header'), page.indexOf('</header>')));
  };

  test('says when the sources last answered, and how to see that the page is old', () => {
    expect(textOfHeader({})).toContain('Sist kontrollert mot kildene 26. februar 2026 kl. 08.09.');
    expect(textOfHeader({ contact: { name: 'Kari', phone: '32 00 00 00' } })).toContain(
      'Er datoen eldre enn en uke, er siden ikke til å stole på: kontakt Kari. Spørsmål om tallene? Kontakt Kari, 32 00 00 00',
    );
    expect(textOfHeader({ checkedAt: null })).toContain('Ikke kontrollert mot kildene ennå.');
  });

  test('says first of all that figures are made up, where a source says so', () => {
    const { publication } = met.assessment.evidence;
    const evidence = {
      ...met.assessment.evidence,
      publication: publication && { ...publication, source: 'Oppdiktede tall' },
    };
    expect(textOfHeader({ indicators: [as({ evidence })] }).trim()).toMatch(/^Oppdiktede tall\./);
    expect(textOfHeader({})).not.toContain('Oppdiktede');
  });

  test('has the latest changes with date and cause below the table', () => {
    const changes = [
      ...[{ indicatorId: 'an-indicator', title: 'Jobber', at: '2026-02-26T08:00:00.000Z', cause: 'nye tall for 2025' }],
    ].map((one) => ({ ...one, before: 'stable', after: 'on-track' }) as const);
    const text = textOf(renderPage({ ...input, changes }, 'a-state', hashText));
    expect(text).toContain('26. februar 2026 : Jobber , fra «Uendret» til «Oppfylt». Årsak: nye tall for 2025.');
    expect(textOf(render([met]))).toContain('Ingen status er endret siden den første vurderingen.');
  });
});

describe('when new figures are expected', () => {
  const points = (...periods: readonly number[]) =>
    periods.map((period) => ({ ...met.series.points[0], period }) as never);
  const since = '2026-02-26T07:00:00.000Z';

  test.each([
    ['a year after the latest was first published', [2024000, 2025000], '2027-02'],
    ['two years after where the table comes every second year', [2022902, 2024902], '2028-02'],
    ['a quarter after', [2025103, 2025104], '2026-05'],
  ])('%s', (_, periods, month) => {
    const found = expectedFigures({ points: points(...periods), latestPeriodSince: since }, new Date('2026-03-01'));
    expect(found?.at.slice(0, 7)).toBe(month);
    expect(found?.isLate).toBe(false);
  });

  test('is late once the month is over, and unknown without figures', () => {
    const late = expectedFigures(
      { points: points(2025000), latestPeriodSince: since },
      new Date('2027-03-01T00:00:00Z'),
    );
    expect(late?.isLate).toBe(true);
    expect(expectedFigures({ points: [], latestPeriodSince: null }, new Date())).toBeNull();
  });
});
