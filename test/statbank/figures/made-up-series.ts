import { COUNTIES, partsOfCounty } from '../places/counties.ts';
import { DIVISIONS, divisionsOf } from '../places/divisions.ts';
import {
  ENTERPRISES_IN_THE_REST,
  GROWTH_IN_THE_REST,
  INDUSTRIES,
  PLACE_FIGURES,
  USUAL_GROWTH_IN_THE_REST,
  madeUpProfile,
} from './made-up-places.ts';
import type { PlaceFigures } from './made-up-places.ts';
import { PUBLISHED_JOBS_2024, PUBLISHED_JOBS_NATIONAL, PUBLISHED_RESIDENTS_2024 } from './published-jobs.ts';
import { carriedOn, irregularity, split } from './split.ts';

const PIVOT_YEAR = 2024;

/** Newly established enterprises against 2024, 2010-2023; made up. */
const ENTERPRISE_COURSE = [0.66, 0.68, 0.7, 0.7, 0.71, 0.74, 0.76, 0.77, 0.79, 0.8, 0.82, 0.93, 0.95, 0.94];

function figuresOf(place: string): PlaceFigures {
  const figures = PLACE_FIGURES.get(place);
  if (figures === undefined) throw new Error(`No figures for ${place}.`);
  return figures;
}

/** A count after 2024: the growth chosen for 2025, then the growth chosen for 2026 every year. */
function grown(count: number, growth: readonly [number, number], year: number): number {
  const first = Math.round(count * (1 + growth[0] / 100));
  return year <= PIVOT_YEAR + 1 ? first : Math.round(first * (1 + growth[1] / 100) ** (year - PIVOT_YEAR - 1));
}

/** Employed persons of an industry in the whole country: published 2008-2024, carried on after. */
export function nationalJobs(industry: string, year: number): number {
  return carriedOn(PUBLISHED_JOBS_NATIONAL[industry] ?? [], 2008, year);
}

function nationalTotal(year: number): number {
  return INDUSTRIES.reduce((sum, industry) => sum + nationalJobs(industry, year), 0);
}

/**
 * Employed persons in a place: the figure of 2024, moved along the country's course by year, with an irregularity of up
 * to 0.4 per cent and a slow catching up; after 2024 the growth chosen for the place.
 */
export function placeJobs(place: string, year: number, byWork: boolean): number {
  const figures = figuresOf(place);
  const base = byWork ? figures.jobs : figures.residents;
  if (year > PIVOT_YEAR) return grown(base, figures.jobGrowth, year);
  const course = nationalTotal(year) / nationalTotal(PIVOT_YEAR);
  const drift = 1 + 0.001 * (year - PIVOT_YEAR);
  const uneven = year === PIVOT_YEAR ? 1 : 1 + 0.004 * irregularity(place, year);
  return Math.round(base * course * drift * uneven);
}

/** Industry weights of a place in a year: those of 2024 (published where recorded) moved along the country's. */
export function industryWeights(place: string, year: number, byWork: boolean): readonly number[] {
  const published = (byWork ? PUBLISHED_JOBS_2024 : PUBLISHED_RESIDENTS_2024)[place];
  const weights = published ?? madeUpProfile(place);
  if (year === PIVOT_YEAR) return weights;
  return INDUSTRIES.map((industry, position) => {
    const course = nationalJobs(industry, year) / Math.max(1, nationalJobs(industry, PIVOT_YEAR));
    return (weights[position] ?? 0) * course;
  });
}

/** A place's count divided over its codes of the year; 0 for a code out of its years. */
export function shareOfCode(code: string, year: number, placeCount: (place: string) => number): number {
  const division = DIVISIONS.find((candidate) => candidate.code === code);
  if (division === undefined) return 0;
  const current = divisionsOf(division.place, year);
  const position = current.findIndex((candidate) => candidate.code === code);
  if (position < 0) return 0;
  const shares = current.map(({ share }) => share);
  const other = division.alsoHolds === undefined ? 0 : placeCount(division.alsoHolds);
  return (split(placeCount(division.place), shares)[position] ?? 0) + other;
}

function enterprisesAlong(count: number, growth: readonly [number, number], code: string, year: number): number {
  if (year > PIVOT_YEAR) return grown(count, growth, year);
  if (year === PIVOT_YEAR) return count;
  const course = ENTERPRISE_COURSE[Math.max(0, year - 2010)] ?? 1;
  return Math.round(count * course * (1 + 0.02 * irregularity(code, year)));
}

/** Newly established enterprises of a municipality code, a county's rest (`3399`), a county code or the country (`0`). */
export function newEnterprises(region: string, year: number): number {
  if (region === '0') return COUNTIES.reduce((sum, county) => sum + newEnterprises(county.code, year), 0);
  const county = COUNTIES.find(({ code }) => code === region);
  if (county !== undefined)
    return partsOfCounty(county, year).reduce((sum, part) => sum + newEnterprises(part, year), 0);
  const rest = region.endsWith('99') ? region.slice(0, 2) : '';
  const restCount = ENTERPRISES_IN_THE_REST[rest];
  if (restCount !== undefined) {
    return enterprisesAlong(restCount, GROWTH_IN_THE_REST[rest] ?? USUAL_GROWTH_IN_THE_REST, region, year);
  }
  return shareOfCode(region, year, (place) => {
    const { enterprises, enterpriseGrowth } = figuresOf(place);
    return enterprisesAlong(enterprises, enterpriseGrowth, place, year);
  });
}

/** The part of the country's residents in employment that lives in a place, by the figures of 2024. */
export function partOfCountry(place: string): number {
  return figuresOf(place).residents / nationalTotal(PIVOT_YEAR);
}

/** Establishments of a municipality code on 1 January; the country is 60 times Drammen's, growing alike. */
export function establishments(region: string, year: number): number {
  const along = (stock: number, code: string): number =>
    Math.round(stock * (1 + 0.0125 * (year - 2020)) * (year === 2020 ? 1 : 1 + 0.003 * irregularity(code, year)));
  if (region === '0') return along(592000, region);
  return shareOfCode(region, year, (place) => along(figuresOf(place).establishments, place));
}
