import type { KlassPlace } from '../../model/data/place-contradiction.ts';
import type { ContradictedPlace } from '../../model/trouble.ts';
import { dateText } from '../date-text.ts';
import { listed } from '../list.ts';
import { yearsText } from './facts.ts';

/** What is contradicted of a place in the settings, by whom and in which years, in plain bokmål. */
export function placeNb({ place, about }: ContradictedPlace): string {
  if (about === null) return `Kodene for ${place} i innstillingene stemmer ikke med det kilden sier.`;
  const { code } = 'code' in about ? about : { code: '' };
  const during = 'years' in about ? yearsText(about.years, 'nb') : '';
  switch (about.kind) {
    case 'other-name':
      return `Kilden kaller ${code} «${about.label}», og innstillingene bruker koden for ${place} i ${during}. De tallene er et annet steds og regnes som manglende.`;
    case 'namesake':
      return `Kilden kaller ${code} «${about.label}», og innstillingene har ${listed(about.codes, 'nb')} for ${place} i ${during}. Tallene er for et annet område og regnes som manglende.`;
    case 'code-years':
      return `Kilden brukte ${code} («${about.label}») ${span(about.from, about.to)}, og innstillingene bruker koden lenger for ${place}. ${
        during === '' ? 'Tallene er ikke kommet så langt ennå.' : `Tall for ${during} regnes som manglende.`
      }`;
    case 'sum-lacks':
      return `Kilden regner ${code} («${about.label}») med i ${place} i ${during}, og innstillingene mangler koden. Summen av kodene der er for et mindre område.`;
    case 'sum-strange':
      return `Innstillingene regner ${code} («${about.label}») med i ${place} i ${during}, og kilden regner koden ${about.owner === null ? 'ikke med noe sted' : `til ${named(about.owner)}`}. Summen er for et annet område.`;
    case 'sum-ended':
      return `Alle kodene kilden legger sammen til ${code} (${place}), var ute av bruk etter ${about.last}. Tall for ${during} regnes som manglende.`;
    case 'left-out':
      return `${place} har ikke egne tall i ${during}: ${named(about.divided)} omfattet da ${listed(about.divided.among.map(named), 'nb')}. Ta ${listed(about.codes, 'nb')} ut av innstillingene for de årene.`;
    case 'klass-name':
      return `${code} heter «${about.name}» i Klass og ${place} i innstillingene. Det ene er et annet sted.`;
    case 'not-in-klass':
      return `${code} (${place}) er ingen kommune i Klass ${dateText(about.date, 'nb')}. Se om et siffer er feil.`;
    case 'klass-divided':
      return `${code} (${place}) ble delt i ${listed(about.among.map(named), 'nb')} ${dateText(about.date, 'nb')}, sier Klass. Årene før hører ikke til noen av dem.`;
    case 'renumbered': {
      const also = about.joined.length === 0 ? '' : ` og ${listed(about.joined.map(named), 'nb')}`;
      return `${code} (${place})${also} ble ${named(about.to)} ${dateText(about.date, 'nb')}, sier Klass. Bruk den koden i innstillingene, og i \`config/plan.yaml\` eller \`config/peers.yaml\`.`;
    }
    case 'history-lacks':
      return about.isPart
        ? `${shown(code, about.name)} var i ${during} en del av det som nå er ${place}, sier Klass, og innstillingene mangler koden. Summer blir for et mindre område.`
        : `${shown(code, about.name)} var koden for ${place} i ${during}, sier Klass, og innstillingene mangler den for de årene.`;
    case 'history-strange':
      return `Innstillingene har ${shown(code, about.name)} for ${place} i ${during}, og det har ikke Klass.`;
    case 'history-divided':
      return `${code} ble delt i ${listed(about.among, 'nb')} i ${about.year}, sier Klass. Ta koden ut av innstillingene for ${place} i ${during}, da den omfattet mer enn stedet nå.`;
  }
}

function named({ code, name }: KlassPlace): string {
  return `${code} ${name}`.trim();
}

function shown(code: string, name: string | null): string {
  return name === null ? code : `${code} ${name}`;
}

function span(from: number | null, to: number | null): string {
  if (to === null) return from === null ? '' : `fra ${from}`;
  return from === null ? `til og med ${to}` : `i ${from}–${to}`;
}
