import type { Indicator, Region, Rule } from './oracle/facts.ts';
import { MUNICIPALITIES } from './places.ts';
import type { Random } from './random.ts';
import type { WorldSettings } from './settings.ts';
import { SURVEYED } from './survey.ts';
import type { WorldSubject } from './tables.ts';
import { GROUPS } from './tables.ts';

const DIVERSITY_GROUPS = { dimension: 'NACE2007', total: '00-99', leftOut: '00' } as const;

/** A municipality with a group of three to five regions, one of two members, and a rule for every subject. */
export function makeSettings(random: Random, subjects: readonly WorldSubject[]): WorldSettings {
  const codes = random.sample(
    MUNICIPALITIES.map(({ code }) => code),
    random.between(5, 7),
  );
  const [own = '', ...others] = codes;
  const regions = makeRegions(random, own, others);
  const surveyed = random.chance(30) ? [surveyIndicator(random)] : [];
  const indicators = [...subjects.flatMap((subject) => INDICATORS[subject](random)), ...surveyed];
  return { ...{ own, regions, indicators, breaks: [], corrections: [] } };
}

function makeRegions(random: Random, own: string, others: readonly string[]): readonly Region[] {
  const [first = '', second = '', ...rest] = others;
  const regions = [[first, second], ...rest.map((code) => [code]), ...(random.chance(40) ? [[own]] : [])];
  return regions.map((members, position) => ({ id: `r${position + 1}`, members }));
}

const pick = (random: Random, ...margins: readonly string[]) => ({ absolute: random.pick(margins) });

function leadRule(random: Random): Rule {
  const against = random.pick(['pooled', 'pooled', 'mean', 'median', 'each'] as const);
  return { id: 'growth-lead', against, tolerance: pick(random, '0.05', '0.5', '1') };
}

function changeRule(random: Random, margins: readonly string[]): Rule {
  const tolerance = random.chance(50)
    ? { percentOfPrevious: random.pick(['0', '0.5', '1']) }
    : { absolute: random.pick(margins) };
  return { id: 'annual-change', direction: random.pick(['increase', 'decrease'] as const), tolerance };
}

const COMMON = { select: {}, stepYears: 1, proxy: false } as const;

const INDICATORS: Readonly<Record<WorldSubject, (random: Random) => readonly Indicator[]>> = {
  jobs: (random) => [
    {
      ...{ ...COMMON, id: 'industry-diversity', dataset: 'employed-by-industry', measure: 'diversity' },
      ...{ select: { NACE2007: GROUPS }, groups: DIVERSITY_GROUPS },
      ...(random.chance(75) ? { second: 'employed-by-industry-rounded' } : {}),
      rule: diversityRule(random),
    },
    {
      ...{ ...COMMON, id: 'job-growth', dataset: 'employed-total', measure: 'growth', peers: 'others' },
      ...{ select: { NACE2007: ['00-99'] }, rule: leadRule(random) },
      ...(random.chance(20) ? { requiredPeers: 2 } : {}),
    },
    {
      ...{ ...COMMON, id: 'public-jobs', dataset: 'employed-by-industry', measure: 'level' },
      ...{ select: { NACE2007: ['84', '85'] }, rule: changeRule(random, ['0', '20', '100']) },
    },
  ],
  rate: (random) => [
    {
      ...{ ...COMMON, id: 'employment-rate', dataset: 'employment-rate', measure: 'gap', peers: 'singles' },
      rule: { id: 'relative-position', direction: 'increase', tolerance: pick(random, '0.05', '0.1', '0') },
      ...(random.chance(20) ? { requiredPeers: 2 } : {}),
    },
    {
      ...{ ...COMMON, id: 'own-rate', dataset: 'employment-rate', measure: 'level' },
      rule: { id: 'annual-change', direction: 'increase', tolerance: pick(random, '0', '0.1') },
    },
  ],
  enterprises: (random) => [
    {
      ...{ ...COMMON, id: 'new-enterprises', dataset: 'new-enterprises', measure: 'level', peers: 'others' },
      rule: {
        id: 'all-of',
        parts: [{ id: 'annual-change', direction: 'increase', tolerance: { absolute: '0' } }, leadRule(random)],
      },
    },
  ],
  emissions: (random) => [
    {
      ...{ ...COMMON, id: 'business-emissions', dataset: 'national-emissions', measure: 'level', proxy: true },
      ...{ select: { UtslpTilLuft: ['2', '3', '6', '7'] }, rule: changeRule(random, ['0', '50']) },
    },
  ],
  innovation: (random) => [
    {
      ...{ ...COMMON, id: 'product-innovation', dataset: 'product-innovation', measure: 'level', proxy: true },
      ...{ stepYears: 2 },
      rule: { id: 'annual-change', direction: 'increase', tolerance: pick(random, '0.05', '0.1') },
    },
  ],
  education: () => [
    {
      ...{ ...COMMON, id: 'skills-gap', dataset: 'education-level', measure: 'level', proxy: true },
      ...{ select: { ContentsCode: ['PersonerProsent'], Nivaa: ['03a', '04a'] }, rule: { id: 'not-set' } },
    },
  ],
};

function surveyIndicator(random: Random): Indicator {
  return {
    ...{ ...COMMON, id: SURVEYED, dataset: 'survey', measure: 'level' },
    select: { indicator: [SURVEYED], ContentsCode: ['value'] },
    rule: { id: 'annual-change', direction: 'increase', tolerance: pick(random, '0', '0', '1.5') },
  };
}

function diversityRule(random: Random): Rule {
  const tolerance = pick(random, '0.0005', '0.001', '0.002');
  const base = random.chance(60) ? { base: { year: 2021, tolerance: pick(random, '0.002', '0.004') } } : {};
  return { id: 'stable-or-improved', direction: 'increase', tolerance, ...base };
}
