import { describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../../../src/model/plan/indicator.ts';
import type { Against, Direction, Rule } from '../../../src/model/plan/rule.ts';
import { plainSpaces } from '../../support/plain-spaces.ts';
import type { Cell } from '../../support/builders.ts';
import { buildCounty, buildDefinition, buildMunicipality, buildPeerGroup, INPUT, OWN } from '../../support/builders.ts';
import { regionSeries } from '../../support/builders.ts';
import type { Figures } from '../../status/assess-figures.ts';
import { assessFigures, assessOwn } from '../../status/assess-figures.ts';

const SOURCE = {
  nb: 'Kilde: Statistisk sentralbyrå, tabell 01234.',
  en: 'Source: Statistisk sentralbyrå, table 01234.',
};

/** The sentence in both languages, without the source it ends with. */
function sentences(figures: Figures): [nb: string, en: string] {
  const [nb, en] = (['nb', 'en'] as const).map((language) => {
    const { sentence } = assessFigures({ ...figures, language });
    return plainSpaces(sentence).replace(` ${SOURCE[language]}`, '');
  });
  return [nb ?? '', en ?? ''];
}

function own(cells: Record<string, Cell>, rest: Omit<Figures, 'series'> = {}): Figures {
  return { ...rest, series: regionSeries({ [OWN]: cells }) };
}

function ruled(rule: Rule, fields: Partial<IndicatorDefinition> = {}): { definition: IndicatorDefinition } {
  return { definition: buildDefinition({ rule, ...fields }) };
}

describe('a change', () => {
  const change = (id: 'annual-change' | 'stable-or-improved', absolute: number, direction: Direction = 'increase') =>
    ruled({ id, direction, tolerance: { absolute } });
  const from64 = (value: number) => ({ '2023': 64, '2024': value });

  it.each<[string, Figures, string, string]>([
    [
      'beyond the margin, for the better',
      own(from64(65), change('annual-change', 0.1)),
      'Tallet for 2024 er 65,0 prosent, opp 1,0 prosentpoeng fra 64,0 i 2023. Økningen er større enn marginen på 0,1 prosentpoeng, så ambisjonen er oppfylt.',
      'The figure for 2024 is 65.0 per cent, up 1.0 percentage points from 64.0 in 2023. The rise is larger than the margin of 0.1 percentage points, so the ambition is met.',
    ],
    [
      'beyond the margin, for the worse',
      own(from64(65), change('annual-change', 0.1, 'decrease')),
      'Tallet for 2024 er 65,0 prosent, opp 1,0 prosentpoeng fra 64,0 i 2023. Økningen er større enn marginen på 0,1 prosentpoeng, så ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 65.0 per cent, up 1.0 percentage points from 64.0 in 2023. The rise is larger than the margin of 0.1 percentage points, so the ambition is not met.',
    ],
    [
      'within the margin',
      own(from64(63.95), change('annual-change', 0.05)),
      'Tallet for 2024 er 63,95 prosent, ned 0,05 prosentpoeng fra 64,00 i 2023. Det er akkurat marginen på 0,05 prosentpoeng og regnes som uendret. Ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 63.95 per cent, down 0.05 percentage points from 64.00 in 2023. That is exactly the margin of 0.05 percentage points and counts as unchanged. The ambition is not met.',
    ],
    [
      'within the margin, where standing still is enough',
      own(from64(63.95), change('stable-or-improved', 0.1)),
      'Tallet for 2024 er 63,95 prosent, ned 0,05 prosentpoeng fra 64,00 i 2023. Det er mindre enn marginen på 0,1 prosentpoeng og regnes som stabilt. Ambisjonen er oppfylt.',
      'The figure for 2024 is 63.95 per cent, down 0.05 percentage points from 64.00 in 2023. That is less than the margin of 0.1 percentage points and counts as stable. The ambition is met.',
    ],
    [
      'without a margin, for the better',
      own(from64(65), change('annual-change', 0)),
      'Tallet for 2024 er 65,0 prosent, opp 1,0 prosentpoeng fra 64,0 i 2023. Ambisjonen er oppfylt.',
      'The figure for 2024 is 65.0 per cent, up 1.0 percentage points from 64.0 in 2023. The ambition is met.',
    ],
    [
      'without a margin, for the worse',
      own(from64(63), change('annual-change', 0)),
      'Tallet for 2024 er 63,0 prosent, ned 1,0 prosentpoeng fra 64,0 i 2023. Ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 63.0 per cent, down 1.0 percentage points from 64.0 in 2023. The ambition is not met.',
    ],
    [
      'that did not come',
      own(from64(64), change('annual-change', 0.1)),
      'Tallet for 2024 er 64,0 prosent, det samme som i 2023. Ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 64.0 per cent, the same as in 2023. The ambition is not met.',
    ],
    [
      'in an index, of which the unit is not repeated',
      own(
        { '2023': 0.62, '2024': 0.6196 },
        {
          definition: buildDefinition({
            inputs: [{ ...INPUT, unit: 'indeks 0–1', unitEn: 'index 0–1', decimals: 3 }],
            rule: { id: 'stable-or-improved', direction: 'increase', tolerance: { absolute: 0.002 } },
          }),
        },
      ),
      'Indeksen var 0,6196 i 2024, ned 0,0004 fra 0,6200 i 2023. Det er mindre enn marginen på 0,002 og regnes som stabilt. Ambisjonen er oppfylt.',
      'The index was 0.6196 in 2024, down 0.0004 from 0.6200 in 2023. That is less than the margin of 0.002 and counts as stable. The ambition is met.',
    ],
    [
      'of percentages whose unit is written with the sign',
      own(from64(65), { definition: buildDefinition({ inputs: [{ ...INPUT, unit: '%', unitEn: '%' }] }) }),
      'Tallet for 2024 er 65,0 %, opp 1,0 prosentpoeng fra 64,0 i 2023. Ambisjonen er oppfylt.',
      'The figure for 2024 is 65.0 %, up 1.0 percentage points from 64.0 in 2023. The ambition is met.',
    ],
    [
      'in tonnes, with the margin as it is written',
      own(
        { '2023': 100_000, '2024': 99_600 },
        {
          definition: buildDefinition({
            inputs: [{ ...INPUT, unit: 'tonn', unitEn: 'tonnes', decimals: 0 }],
            rule: { id: 'annual-change', direction: 'decrease', tolerance: { percentOfPrevious: 0.5 } },
          }),
        },
      ),
      'Tallet for 2024 er 99 600 tonn, ned 400 fra 100 000 i 2023. Det er mindre enn marginen på 0,5 prosent og regnes som uendret. Ambisjonen er ikke oppfylt.',
      'The figure for 2024 is 99 600 tonnes, down 400 from 100 000 in 2023. That is less than the margin of 0.5 per cent and counts as unchanged. The ambition is not met.',
    ],
  ])('%s', (_title, figures, nb, en) => {
    expect(sentences(figures)).toEqual([nb, en]);
  });
});

describe('a lead in growth', () => {
  const lead = (value: number, against: Against, confirmed = true, absolute = 0.05): Figures => ({
    ...ruled({ id: 'growth-lead', against, tolerance: { absolute } }, { measure: 'growth', peers: 'rivals' }),
    group: buildPeerGroup({ A: ['0201'], B: ['0202'], C: ['0203'] }, confirmed),
    series: regionSeries({
      [OWN]: { '2023': 50_000, '2024': value },
      '0201': { '2023': 40_000, '2024': 40_400 },
      '0202': { '2023': 60_000, '2024': 60_900 },
      '0203': { '2023': 10_000, '2024': 10_050 },
    }),
  });

  it.each<[string, Figures, string, string]>([
    [
      'within the margin, against a proposed group as a whole',
      lead(50_600, 'pooled', false),
      'Fra 2023 til 2024 vokste Elvebyen med 1,20 prosent og «Rivalene» samlet med 1,23 prosent (foreslått sammenlikningsgruppe). Forskjellen på 0,03 prosentpoeng er innenfor marginen på 0,05 prosentpoeng og regnes som lik vekst. Elvebyen vokste raskere enn 2 av de 3 regionene. Ambisjonen er ikke oppfylt. Vurderingen avhenger av hvordan gruppen regnes sammen.',
      'From 2023 to 2024 Elvebyen grew by 1.20 per cent and “The rivals” together by 1.23 per cent (proposed comparison group). The difference of 0.03 percentage points is within the margin of 0.05 percentage points and counts as equal growth. Elvebyen was ahead of 2 of the 3 regions. The ambition is not met. The status depends on how the group is counted together.',
    ],
    [
      'ahead of the mean',
      lead(50_700, 'mean'),
      'Fra 2023 til 2024 vokste Elvebyen med 1,4 prosent og sammenlikningsgruppen «Rivalene» i gjennomsnitt med 1,0 prosent. Elvebyen vokste 0,4 prosentpoeng mer, og raskere enn 2 av de 3 regionene. Ambisjonen er oppfylt. Vurderingen avhenger av hvordan gruppen regnes sammen.',
      'From 2023 to 2024 Elvebyen grew by 1.4 per cent and the comparison group “The rivals” on average by 1.0 per cent. Elvebyen is ahead by 0.4 percentage points, and ahead of 2 of the 3 regions. The ambition is met. The status depends on how the group is counted together.',
    ],
    [
      'behind the fastest',
      lead(50_000, 'each'),
      'Fra 2023 til 2024 sto Elvebyen stille, mens regionen som vokste raskest i sammenlikningsgruppen «Rivalene», vokste med 1,5 prosent. Elvebyen vokste 1,5 prosentpoeng mindre, og ingen av de tre regionene vokste saktere. Ambisjonen er ikke oppfylt.',
      'From 2023 to 2024 Elvebyen stood still, while the fastest region in the comparison group “The rivals” grew by 1.5 per cent. Elvebyen is behind by 1.5 percentage points, and none of the three regions grew more slowly. The ambition is not met.',
    ],
    [
      'ahead of the mean, without a margin',
      lead(50_700, 'mean', true, 0),
      'Fra 2023 til 2024 vokste Elvebyen med 1,4 prosent og sammenlikningsgruppen «Rivalene» i gjennomsnitt med 1,0 prosent. Elvebyen vokste 0,4 prosentpoeng mer, og raskere enn 2 av de 3 regionene. Ambisjonen er oppfylt. Vurderingen avhenger av hvordan gruppen regnes sammen.',
      'From 2023 to 2024 Elvebyen grew by 1.4 per cent and the comparison group “The rivals” on average by 1.0 per cent. Elvebyen is ahead by 0.4 percentage points, and ahead of 2 of the 3 regions. The ambition is met. The status depends on how the group is counted together.',
    ],
    [
      'level with the median, without a margin',
      lead(50_500, 'median', true, 0),
      'Fra 2023 til 2024 vokste Elvebyen med 1,0 prosent og sammenlikningsgruppen «Rivalene» på midten (medianen) med 1,0 prosent. Veksten var like stor. Elvebyen vokste raskere enn én av de tre regionene. Ambisjonen er ikke oppfylt. Vurderingen avhenger av hvordan gruppen regnes sammen.',
      'From 2023 to 2024 Elvebyen grew by 1.0 per cent and the comparison group “The rivals” at the middle (the median) by 1.0 per cent. Growth was the same. Elvebyen was ahead of one of the three regions. The ambition is not met. The status depends on how the group is counted together.',
    ],
  ])('%s', (_title, figures, nb, en) => {
    expect(sentences(figures)).toEqual([nb, en]);
  });
});

describe('growth that is to be lower than that of others', () => {
  const lower = (value: number, ...peers: readonly number[]) => {
    const ids = peers.map((_, at) => `020${at + 1}`);
    return sentences({
      ...ruled(
        { id: 'growth-lead', against: 'pooled', direction: 'decrease', tolerance: { absolute: 0.05 } },
        { measure: 'growth', peers: 'rivals' },
      ),
      group: buildPeerGroup(Object.fromEntries(ids.map((id) => [id, [id]])), true),
      series: regionSeries({
        [OWN]: { '2023': 50_000, '2024': value },
        ...Object.fromEntries(ids.map((id, at) => [id, { '2023': 40_000, '2024': peers[at] ?? 0 }])),
      }),
    });
  };

  // The others grew by 1.0 and 1.5 per cent, together by 1.25.
  it.each([
    [
      'beats those that grew faster',
      50_200,
      'Elvebyen vokste 0,9 prosentpoeng mindre, og saktere enn begge regionene. Ambisjonen er oppfylt.',
      'Growth in Elvebyen is 0.9 percentage points lower, and lower than in both regions. The ambition is met.',
    ],
    [
      'that is lower than that of one, though not than that of the sum, is told so',
      50_700,
      'Elvebyen vokste 0,15 prosentpoeng mer, og én av de to regionene vokste raskere. Ambisjonen er ikke oppfylt.',
      'Growth in Elvebyen is 0.15 percentage points higher, and one of the two regions had higher growth. The ambition is not met.',
    ],
    [
      'that is the highest beats nobody',
      51_000,
      'Elvebyen vokste 0,75 prosentpoeng mer, og ingen av de to regionene vokste raskere. Ambisjonen er ikke oppfylt.',
      'Growth in Elvebyen is 0.75 percentage points higher, and neither of the two regions had higher growth. The ambition is not met.',
    ],
    [
      'of a place that shrank is below that of others',
      49_500,
      'Elvebyen lå 2,3 prosentpoeng under, og under begge regionene. Ambisjonen er oppfylt.',
      'Growth in Elvebyen is 2.3 percentage points lower, and lower than in both regions. The ambition is met.',
    ],
  ])('%s', (_, value, nb, en) => {
    const [inBokmal, inEnglish] = lower(value, 40_400, 40_600);
    expect(inBokmal).toContain(nb);
    expect(inEnglish).toContain(en);
  });
});

describe('growth is written', () => {
  const growth = (fields: Partial<IndicatorDefinition>, decimals: number) => {
    const rule = { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } } as const;
    const definition = buildDefinition({ rule, peers: 'rivals', inputs: [{ ...INPUT, decimals }], ...fields });
    const peer = { '2023': 100, '2024': 101 };
    const series = regionSeries({ [OWN]: { '2023': 50_000, '2024': 50_700 }, '0201': peer, '0202': peer });
    return sentences({ definition, series, group: buildPeerGroup({ A: ['0201'], B: ['0202'] }) })[0];
  };

  it('with the decimals of the indicator where growth is what it measures', () => {
    expect(growth({ measure: 'growth' }, 2)).toContain(
      'Fra 2023 til 2024 vokste Elvebyen med 1,4 prosent og sammenlikningsgruppen «Rivalene» samlet med 1,0 prosent. Elvebyen vokste 0,4 prosentpoeng mer, og raskere enn begge regionene. Ambisjonen er oppfylt.',
    );
  });

  it('with one decimal at least', () => {
    expect(growth({ measure: 'growth' }, 0)).toContain(
      'Fra 2023 til 2024 vokste Elvebyen med 1,4 prosent og sammenlikningsgruppen «Rivalene» samlet med 1,0 prosent. Elvebyen vokste 0,4 prosentpoeng mer, og raskere enn begge regionene. Ambisjonen er oppfylt.',
    );
  });

  it('with one decimal where the figures themselves are measured, however many those have', () => {
    expect(growth({}, 3)).toContain(
      'Fra 2023 til 2024 vokste Elvebyen med 1,4 prosent og sammenlikningsgruppen «Rivalene» samlet med 1,0 prosent. Elvebyen vokste 0,4 prosentpoeng mer, og raskere enn begge regionene. Ambisjonen er oppfylt.',
    );
  });
});

describe('a position among peers', () => {
  const position = (now: number, before: number, absolute = 0.05): Figures => ({
    ...ruled(
      { id: 'relative-position', direction: 'increase', tolerance: { absolute } },
      { measure: 'gap', peers: 'rivals' },
    ),
    group: buildPeerGroup({ A: ['0201'], B: ['0202'] }),
    series: regionSeries({
      [OWN]: { '2023': before, '2024': now },
      '0201': { '2023': 59, '2024': 60 },
      '0202': { '2023': 61, '2024': 60 },
    }),
  });

  it.each<[string, Figures, string, string]>([
    [
      'better, below the average',
      position(58.5, 58),
      'I 2024 lå Elvebyen 1,5 prosentpoeng under gjennomsnittet i sammenlikningsgruppen «Rivalene». I 2023 var avstanden 2,0. Den er altså blitt 0,5 prosentpoeng mindre, mer enn marginen på 0,05. Ambisjonen er oppfylt.',
      'In 2024 Elvebyen was 1.5 percentage points below the average of the comparison group “The rivals”. In 2023 the distance was 2.0. So it has become 0.5 percentage points smaller, more than the margin of 0.05. The ambition is met.',
    ],
    [
      'worse, from above the average to level with it',
      position(60, 61),
      'I 2024 lå Elvebyen likt med gjennomsnittet i sammenlikningsgruppen «Rivalene». I 2023 var det 1,0 prosentpoeng over gjennomsnittet. Det er en forverring på 1,0 prosentpoeng, mer enn marginen på 0,05. Ambisjonen er ikke oppfylt.',
      'In 2024 Elvebyen was level with the average of the comparison group “The rivals”. In 2023 it was 1.0 percentage points above the average. That is a worsening of 1.0 percentage points, more than the margin of 0.05. The ambition is not met.',
    ],
    [
      'within the margin',
      position(60.05, 60),
      'I 2024 lå Elvebyen 0,05 prosentpoeng over gjennomsnittet i sammenlikningsgruppen «Rivalene». I 2023 var det likt med gjennomsnittet. Det er en bedring på 0,05 prosentpoeng, akkurat marginen på 0,05, og regnes som uendret. Ambisjonen om forbedring er ikke oppfylt.',
      'In 2024 Elvebyen was 0.05 percentage points above the average of the comparison group “The rivals”. In 2023 it was level with the average. That is an improvement of 0.05 percentage points, exactly the margin of 0.05, and counts as unchanged. The ambition to improve is not met.',
    ],
    [
      'not moved at all',
      position(61, 61, 0),
      'I 2024 lå Elvebyen 1,0 prosentpoeng over gjennomsnittet i sammenlikningsgruppen «Rivalene». Avstanden var like stor i 2023. Ambisjonen om forbedring er ikke oppfylt.',
      'In 2024 Elvebyen was 1.0 percentage points above the average of the comparison group “The rivals”. The distance was the same in 2023. The ambition to improve is not met.',
    ],
  ])('%s', (_title, figures, nb, en) => {
    expect(sentences(figures)).toEqual([nb, en]);
  });
});

describe('a place that is compared with alone', () => {
  const beside = (rule: Rule, fields: Partial<IndicatorDefinition> = {}, peer = { '2023': 60, '2024': 60.6 }) =>
    sentences({
      ...ruled(rule, { peers: 'rivals', ...fields }),
      group: { ...buildPeerGroup({ Nabobyen: ['0201'] }), confirmed: false },
      series: regionSeries({ [OWN]: { '2023': 58, '2024': 59 }, '0201': peer }),
    });
  const lead: Rule = { id: 'growth-lead', against: 'each', tolerance: { absolute: 0 } };
  const position: Rule = { id: 'relative-position', direction: 'increase', tolerance: { absolute: 0 } };
  const limit: Rule = { id: 'threshold', min: -2 };

  it.each<[string, readonly [string, string], string, string]>([
    [
      'in growth',
      beside(lead, { measure: 'growth' }),
      'Fra 2023 til 2024 vokste Elvebyen med 1,7 prosent og Nabobyen med 1,0 prosent (foreslått sammenlikningsgruppe). Elvebyen vokste 0,7 prosentpoeng mer. Ambisjonen er oppfylt.',
      'From 2023 to 2024 Elvebyen grew by 1.7 per cent and Nabobyen by 1.0 per cent (proposed comparison group). Elvebyen is ahead by 0.7 percentage points. The ambition is met.',
    ],
    [
      'in growth, when it grew more',
      beside(lead, { measure: 'growth' }, { '2023': 60, '2024': 66 }),
      'Fra 2023 til 2024 vokste Elvebyen med 1,7 prosent og Nabobyen med 10,0 prosent (foreslått sammenlikningsgruppe). Elvebyen vokste 8,3 prosentpoeng mindre. Ambisjonen er ikke oppfylt.',
      'From 2023 to 2024 Elvebyen grew by 1.7 per cent and Nabobyen by 10.0 per cent (proposed comparison group). Elvebyen is behind by 8.3 percentage points. The ambition is not met.',
    ],
    [
      'in position',
      beside(position, { measure: 'gap' }),
      'I 2024 lå Elvebyen 1,6 prosentpoeng under Nabobyen (foreslått sammenlikningsgruppe). I 2023 var avstanden 2,0. Den er altså blitt 0,4 prosentpoeng mindre. Ambisjonen er oppfylt.',
      'In 2024 Elvebyen was 1.6 percentage points below Nabobyen (proposed comparison group). In 2023 the distance was 2.0. So it has become 0.4 percentage points smaller. The ambition is met.',
    ],
    [
      'in position, on the other side of it before',
      beside(position, { measure: 'gap' }, { '2023': 57, '2024': 59 }),
      'I 2024 lå Elvebyen likt med Nabobyen (foreslått sammenlikningsgruppe). I 2023 var det 1,0 prosentpoeng over Nabobyen. Det er en forverring på 1,0 prosentpoeng. Ambisjonen er ikke oppfylt.',
      'In 2024 Elvebyen was level with Nabobyen (proposed comparison group). In 2023 it was 1.0 percentage points above Nabobyen. That is a worsening of 1.0 percentage points. The ambition is not met.',
    ],
    [
      'in rank',
      beside({ id: 'rank', direction: 'increase', within: 1 }),
      'Elvebyen var nummer 2 av 2 i 2024 (59,0 prosent), sammenliknet med Nabobyen (foreslått sammenlikningsgruppe). Målet er å være best, så ambisjonen er ikke oppfylt.',
      'Elvebyen was number 2 of 2 in 2024 (59.0 per cent), compared with Nabobyen (proposed comparison group). The aim is to be the best, so the ambition is not met.',
    ],
    [
      'in distance',
      beside(limit, { measure: 'gap' }),
      'Avstanden til Nabobyen var −1,6 prosentpoeng i 2024. Det skal være minst −2 prosentpoeng, så ambisjonen er oppfylt.',
      'The distance to Nabobyen was −1.6 percentage points in 2024. It is to be at least −2 percentage points, so the ambition is met.',
    ],
    [
      'without an ambition',
      beside({ id: 'not-set' }, { measure: 'gap' }),
      'Tallet for 2024 er 1,6 prosentpoeng under Nabobyen. Ambisjonen er ikke fastsatt.',
      'The figure for 2024 is 1.6 percentage points below Nabobyen. The ambition has not been set.',
    ],
  ])('is named, and no group or mean of it: %s', (_title, said, nb, en) => {
    expect(said).toEqual([nb, en]);
  });
});

describe('a compound ambition', () => {
  const up = buildDefinition().rule;
  const parts = [up, { ...up, direction: 'decrease' } as Rule];

  it('counts the requirements that are met, not the others', () => {
    const figures = own({ '2023': 1, '2024': 2 }, ruled({ id: 'all-of', parts: [...parts, up] }));
    const [nb, en] = sentences(figures);
    expect([nb.slice(0, 25), en.slice(0, 28)]).toEqual(['To av tre krav er oppfylt', 'Two of three requirements ar']);
  });

  it('says how many requirements are met, then each', () => {
    expect(sentences(own({ '2023': 1, '2024': 2 }, ruled({ id: 'all-of', parts })))[0]).toBe(
      'Ett av to krav er oppfylt. Tallet for 2024 er 2,0 prosent, opp 1,0 prosentpoeng fra 1,0 i 2023. Kravet er oppfylt. Tallet for 2024 er 2,0 prosent, opp 1,0 prosentpoeng fra 1,0 i 2023. Kravet er ikke oppfylt.',
    );
  });
});

describe('an ambition that is not set', () => {
  it.each<[Record<string, Cell>, Partial<IndicatorDefinition>, string, string]>([
    [
      { '2024': 38.2 },
      {},
      'Tallet for 2024 er 38,2 prosent. Ambisjonen er ikke fastsatt.',
      'The figure for 2024 is 38.2 per cent. The ambition has not been set.',
    ],
    [{ '2024': 38.2 }, { measure: 'growth' }, 'Ambisjonen er ikke fastsatt.', 'The ambition has not been set.'],
  ])('%j %j', (cells, fields, nb, en) => {
    expect(sentences(own(cells, ruled({ id: 'not-set' }, fields)))).toEqual([nb, en]);
  });
});

describe('a guard', () => {
  const FULL = { '2023': 10, '2024': 11 };
  const GROUP = buildPeerGroup({ Øst: ['0201'], Vest: ['0202'], Nord: ['0203'] });
  const LEAD = ruled(
    { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } },
    { measure: 'growth', peers: 'rivals' },
  );
  const others = { '0201': FULL, '0202': FULL, '0203': FULL };
  const earlier = Object.fromEntries(Object.entries(others).map(([code, cells]) => [code, { ...cells, '2022': 10 }]));

  it.each<[string, Figures, string, string]>([
    ['no-value', own({}), 'Det finnes ingen måling ennå.', 'There is no measurement yet.'],
    [
      'own-figure-missing',
      { ...LEAD, group: GROUP, series: regionSeries({ ...earlier, [OWN]: { '2022': 8, '2023': 10, '2024': null } }) },
      'SSB har publisert 2024, men uten tall for Elvebyen. Sist vurdert: Oppfylt i 2023 (25,0 prosent).',
      'Statistics Norway has published 2024, but without a figure for Elvebyen. Last judged: Met in 2023 (25.0 per cent).',
    ],
    [
      'peer-missing',
      { ...LEAD, group: GROUP, series: regionSeries({ [OWN]: FULL, '0201': FULL, '0202': { '2023': 1 } }) },
      'Elvebyen kan ikke sammenliknes for 2024: tall mangler for Nord og Vest i sammenlikningsgruppen «Rivalene». SSB har publisert 2024, men uten tall for 0202 Municipality 0202. SSB har ikke tall for 0203 Municipality 0203 i 2023. SSB har publisert 2024, men uten tall for 0203 Municipality 0203.',
      'Elvebyen cannot be compared for 2024: figures are missing for Nord and Vest in the comparison group “The rivals”. Statistics Norway has published 2024, but without a figure for 0202 Municipality 0202. Statistics Norway has no figure for 0203 Municipality 0203 in 2023. Statistics Norway has published 2024, but without a figure for 0203 Municipality 0203.',
    ],
    [
      'peer-missing, where nobody can be compared with',
      own(FULL, LEAD),
      'Det finnes ingen tall å sammenlikne Elvebyen med for 2024.',
      'There are no figures to compare Elvebyen with for 2024.',
    ],
    [
      'only-one-period',
      own({ '2024': 64.2 }),
      'Det finnes bare én måling (64,2 prosent i 2024), så utviklingen kan ikke vurderes.',
      'There is only one measurement (64.2 per cent in 2024), so the development cannot be judged.',
    ],
    [
      'periods-not-adjacent',
      own({ '2021': 1, '2024': 2 }),
      'Tallet for perioden før 2024 mangler, så utviklingen kan ikke vurderes.',
      'The figure for the period before 2024 is missing, so the development cannot be judged.',
    ],
    [
      'base-not-positive',
      { ...LEAD, group: GROUP, series: regionSeries({ ...others, [OWN]: { '2023': 0, '2024': 5 } }) },
      'Veksten til 2024 kan ikke regnes ut, fordi tallet det regnes fra, er null eller negativt.',
      'Growth to 2024 cannot be calculated, because the figure it is calculated from is zero or negative.',
    ],
    [
      'declared-break',
      own(FULL, { breaks: [{ dataset: 'figures', period: '2024', reason: 'Ny kilde.', reference: 'x' }] }),
      'Tallene for 2024 kan ikke sammenliknes med tallene fra før bruddet i tidsserien: Ny kilde.',
      'Figures for 2024 cannot be compared with those from before the break in the series: Ny kilde.',
    ],
    [
      'border-change',
      own(FULL, {
        places: [buildMunicipality(OWN, { codes: [{ code: OWN, fromYear: 2024 }] })],
        dataset: { quantities: { n: 'percentage' } },
      }),
      'Tallene for 2024 kan ikke sammenliknes med tallene fra før grensene ble endret.',
      'Figures for 2024 cannot be compared with those from before the borders were changed.',
    ],
  ])('%s', (_title, figures, nb, en) => {
    expect(sentences(figures)).toEqual([nb, en]);
  });

  it('ends the reason of a break with one full stop, and keeps those inside it', () => {
    const breaks = [{ dataset: 'figures', period: '2024', reason: 'Ny kilde, jf. notat.', reference: 'x' }];
    expect(sentences(own(FULL, { breaks }))[0]).toContain('bruddet i tidsserien: Ny kilde, jf. notat.');
  });

  it.each([
    ['M', 'kilden sier at tallet ikke kan finnes'],
    ['N', 'kilden melder at det ikke er noe å telle'],
    ['A', 'kilden sier ikke hvorfor'],
  ] as const)('explains a missing figure with status %s', (obsStatus, words) => {
    const { sentence } = assessOwn({ '2022': 1, '2023': { value: null, obsStatus }, '2024': 1 });
    expect(sentence).toContain(`Tallet for Elvebyen i 2023 mangler: ${words}.`);
  });

  it('says of a withheld figure who does not show it, and why', () => {
    const withheld: Cell = { value: null, obsStatus: 'Q', symbol: ':' };
    const figures = own({ '2022': 1, '2023': 2, '2024': withheld });
    expect(sentences(figures)).toEqual([
      'SSB viser ikke tallet for Elvebyen i 2024, av hensyn til personvernet. Sist vurdert: Oppfylt i 2023 (2,0 prosent).',
      'Statistics Norway does not show the figure for Elvebyen in 2024, for reasons of confidentiality. Last judged: Met in 2023 (2.0 per cent).',
    ]);
    const handedIn = { ...figures, dataset: { publication: { table: null } } };
    expect(assessFigures(handedIn).sentence).toMatch(/^Kilden viser ikke tallet/);
  });

  it('says of a zero that it cannot be a figure', () => {
    const zero: Cell = { value: null, obsStatus: 'O', symbol: '0' };
    const series = regionSeries({ [OWN]: { '2022': 1, '2023': 2, '2024': zero }, '0201': { '2024': 9 } });
    expect(sentences({ series })[0]).toBe(
      'SSB viser 0 for Elvebyen i 2024, og det kan ikke være riktig. Sist vurdert: Oppfylt i 2023 (2,0 prosent).',
    );
  });

  it('says of a marked break that the source has marked it', () => {
    expect(sentences(own({ '2023': 10, '2024': { value: 11, obsStatus: 'B' } }))).toEqual([
      'Tallene for 2024 kan ikke sammenliknes med tallene fra før bruddet i tidsserien, som kilden har merket.',
      'Figures for 2024 cannot be compared with those from before the break in the series, which the source marks.',
    ]);
  });
});

describe('the place', () => {
  const FULL = { '2023': 10, '2024': 11 };

  it.each([
    ['county', 'Målt for fylket, ikke for Elvebyen.'],
    ['national', 'Målt for Norge, ikke for Elvebyen.'],
  ] as const)('of %s figures is said not to be the municipality', (coverage, words) => {
    expect(assessOwn(FULL, { dataset: { publication: { coverage }, regions: null } }).sentence).toContain(words);
  });

  it('of county figures is called the county in a comparison', () => {
    const { sentence } = assessFigures({
      ...ruled({ id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } }, { peers: 'rivals' }),
      group: buildPeerGroup({ A: ['0201'] }),
      places: [buildCounty('01')],
      dataset: { publication: { coverage: 'county' } },
      series: regionSeries({ '01': FULL, '02': FULL }),
    });
    expect(sentence).toMatch(
      /^Fra 2023 til 2024 vokste fylket med 10,0\u00A0prosent og fylket County 02 med 10,0\u00A0prosent\. Veksten var like stor\. Ambisjonen er ikke oppfylt\. Målt for fylket, ikke for Elvebyen\./,
    );
  });

  it('of a stand-in says that the measure is indirect', () => {
    const definition = buildDefinition({ inputs: [{ ...INPUT, proxy: true }] });
    expect(assessOwn(FULL, { definition }).sentence).toContain(
      'Tallet for 2024 er 11,0\u00A0prosent, opp 1,0\u00A0prosentpoeng fra 10,0 i 2023. Ambisjonen er oppfylt. Tallet måler bare indirekte det indikatoren gjelder.',
    );
  });
});

describe('the source', () => {
  it('ends the sentence, with its table', () => {
    expect(assessOwn({ '2024': 1 }).sentence).toMatch(/ Kilde: Statistisk sentralbyrå, tabell 01234\.$/);
  });

  it('has no table when figures come from a file', () => {
    const dataset = { publication: { table: null, source: 'Næringslivsundersøkelsen' } };
    expect(assessOwn({ '2024': 1 }, { dataset }).sentence).toMatch(/ Kilde: Næringslivsundersøkelsen\.$/);
  });
});

describe('a period', () => {
  it.each([
    ['2024', '2024', '2024'],
    ['2024K1', '1. kvartal 2024', 'quarter 1 of 2024'],
    ['2024M05', 'mai 2024', 'May 2024'],
    ['2024U07', 'uke 7 2024', 'week 7 of 2024'],
    ['2024H2', '2. halvår 2024', 'half-year 2 of 2024'],
    ['2018-2020', '2018–2020', '2018–2020'],
  ])('%s is written %s', (code, nb, en) => {
    const [inNorwegian, inEnglish] = sentences(own({ [code]: 1 }));
    expect(inNorwegian).toContain(`(1,0 prosent i ${nb})`);
    expect(inEnglish).toContain(`(1.0 per cent in ${en})`);
  });
});
