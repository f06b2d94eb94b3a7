import type { KlassPlace } from '../../model/data/place-contradiction.ts';
import type { ContradictedPlace } from '../../model/trouble.ts';
import { dateText } from '../date-text.ts';
import { listed } from '../list.ts';
import { yearsText } from './facts.ts';

/** What is contradicted of a place in the settings, by whom and in which years, in plain nynorsk. */
export function placeNn({ place, about }: ContradictedPlace): string {
  if (about === null) return `Kodane for ${place} i innstillingane stemmer ikkje med det kjelda seier.`;
  const { code } = 'code' in about ? about : { code: '' };
  const during = 'years' in about ? yearsText(about.years, 'nn') : '';
  switch (about.kind) {
    case 'other-name':
      return `Kjelda kallar ${code} «${about.label}», og innstillingane bruker koden for ${place} i ${during}. Dei tala gjeld ein annan stad og blir rekna som manglande.`;
    case 'namesake':
      return `Kjelda kallar ${code} «${about.label}», og innstillingane har ${listed(about.codes, 'nn')} for ${place} i ${during}. Tala gjeld eit anna område og blir rekna som manglande.`;
    case 'code-years':
      return `Kjelda brukte ${code} («${about.label}») ${span(about.from, about.to)}, og innstillingane bruker koden lenger for ${place}. ${
        during === '' ? 'Tala har ikkje kome så langt enno.' : `Tal for ${during} blir rekna som manglande.`
      }`;
    case 'sum-lacks':
      return `Kjelda reknar ${code} («${about.label}») med i ${place} i ${during}, og innstillingane manglar koden. Summen av kodane der gjeld eit mindre område.`;
    case 'sum-strange':
      return `Innstillingane reknar ${code} («${about.label}») med i ${place} i ${during}, og kjelda reknar koden ${about.owner === null ? 'ikkje med nokon stad' : `til ${named(about.owner)}`}. Summen gjeld eit anna område.`;
    case 'sum-ended':
      return `Alle kodane kjelda legg saman til ${code} (${place}), var ute av bruk etter ${about.last}. Tal for ${during} blir rekna som manglande.`;
    case 'left-out':
      return `${place} har ikkje eigne tal i ${during}: ${named(about.divided)} omfatta då ${listed(about.divided.among.map(named), 'nn')}. Ta ${listed(about.codes, 'nn')} ut av innstillingane for dei åra.`;
    case 'klass-name':
      return `${code} heiter «${about.name}» i Klass og ${place} i innstillingane. Den eine er ein annan stad.`;
    case 'not-in-klass':
      return `${code} (${place}) er ingen kommune i Klass ${dateText(about.date, 'nn')}. Sjå om eit siffer er feil.`;
    case 'klass-divided':
      return `${code} (${place}) vart delt i ${listed(about.among.map(named), 'nn')} ${dateText(about.date, 'nn')}, seier Klass. Åra før høyrer ikkje til nokon av dei.`;
    case 'renumbered': {
      const also = about.joined.length === 0 ? '' : ` og ${listed(about.joined.map(named), 'nn')}`;
      return `${code} (${place})${also} vart ${named(about.to)} ${dateText(about.date, 'nn')}, seier Klass. Bruk den koden i innstillingane, og i \`config/plan.yaml\` eller \`config/peers.yaml\`.`;
    }
    case 'history-lacks':
      return about.isPart
        ? `${shown(code, about.name)} var i ${during} ein del av det som no er ${place}, seier Klass, og innstillingane manglar koden. Summar gjeld eit mindre område.`
        : `${shown(code, about.name)} var koden for ${place} i ${during}, seier Klass, og innstillingane manglar han for dei åra.`;
    case 'history-strange':
      return `Innstillingane har ${shown(code, about.name)} for ${place} i ${during}, og det har ikkje Klass.`;
    case 'history-divided':
      return `${code} vart delt i ${listed(about.among, 'nn')} i ${about.year}, seier Klass. Ta koden ut av innstillingane for ${place} i ${during}, då han omfatta meir enn staden no.`;
  }
}

function named({ code, name }: KlassPlace): string {
  return `${code} ${name}`.trim();
}

function shown(code: string, name: string | null): string {
  return name === null ? code : `${code} ${name}`;
}

function span(from: number | null, to: number | null): string {
  if (to === null) return from === null ? '' : `frå ${from}`;
  return from === null ? `til og med ${to}` : `i ${from}–${to}`;
}
