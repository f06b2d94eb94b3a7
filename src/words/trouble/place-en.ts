import type { KlassPlace } from '../../model/data/place-contradiction.ts';
import type { ContradictedPlace } from '../../model/trouble.ts';
import { dateText } from '../date-text.ts';
import { listed } from '../list.ts';
import { yearsText } from './facts.ts';

/** What is contradicted of a place in the settings, by whom and in which years, in plain English. */
export function placeEn({ place, about }: ContradictedPlace): string {
  if (about === null) return `The codes of ${place} in the settings are not as the source has them.`;
  const { code } = 'code' in about ? about : { code: '' };
  const during = 'years' in about ? yearsText(about.years, 'en') : '';
  switch (about.kind) {
    case 'other-name':
      return `The source calls ${code} “${about.label}”, and the settings use the code for ${place} in ${during}. Those figures are another place's and are taken as missing.`;
    case 'namesake':
      return `The source calls ${code} “${about.label}”, and the settings have ${listed(about.codes, 'en')} for ${place} in ${during}. The figures are of another area and are taken as missing.`;
    case 'code-years':
      return `The source used ${code} (“${about.label}”) ${span(about.from, about.to)}, and the settings use the code longer for ${place}. ${
        during === '' ? 'The figures have not come so far yet.' : `Figures for ${during} are taken as missing.`
      }`;
    case 'sum-lacks':
      return `The source counts ${code} (“${about.label}”) in ${place} in ${during}, and the settings lack the code. The sum of the codes there is of a smaller area.`;
    case 'sum-strange':
      return `The settings count ${code} (“${about.label}”) in ${place} in ${during}, and the source counts the code ${about.owner === null ? 'nowhere' : `in ${named(about.owner)}`}. The sum is of another area.`;
    case 'sum-ended':
      return `Every code that the source sums to ${code} (${place}) was out of use after ${about.last}. Figures for ${during} are taken as missing.`;
    case 'left-out':
      return `${place} has no figures of its own in ${during}: ${named(about.divided)} then held ${listed(about.divided.among.map(named), 'en')}. Take ${listed(about.codes, 'en')} out of the settings for those years.`;
    case 'klass-name':
      return `${code} is “${about.name}” in Klass and ${place} in the settings. One of the two is another place.`;
    case 'not-in-klass':
      return `${code} (${place}) is no municipality in Klass on ${dateText(about.date, 'en')}. See whether a digit is wrong.`;
    case 'klass-divided':
      return `${code} (${place}) was divided into ${listed(about.among.map(named), 'en')} on ${dateText(about.date, 'en')}, says Klass. The years before belong to none of them.`;
    case 'renumbered': {
      const also = about.joined.length === 0 ? '' : ` and ${listed(about.joined.map(named), 'en')}`;
      return `${code} (${place})${also} became ${named(about.to)} on ${dateText(about.date, 'en')}, says Klass. Use that code in the settings, and in \`config/plan.yaml\` or \`config/peers.yaml\`.`;
    }
    case 'history-lacks':
      return about.isPart
        ? `${shown(code, about.name)} was part of what is ${place} today in ${during}, says Klass, and the settings lack the code. Sums are of a smaller area.`
        : `${shown(code, about.name)} was the code of ${place} in ${during}, says Klass, and the settings lack it for those years.`;
    case 'history-strange':
      return `The settings have ${shown(code, about.name)} for ${place} in ${during}, and Klass does not.`;
    case 'history-divided':
      return `${code} was divided into ${listed(about.among, 'en')} in ${about.year}, says Klass. Take the code out of the settings for ${place} in ${during}, when it held more than the place of today.`;
  }
}

function named({ code, name }: KlassPlace): string {
  return `${code} ${name}`.trim();
}

function shown(code: string, name: string | null): string {
  return name === null ? code : `${code} ${name}`;
}

function span(from: number | null, to: number | null): string {
  if (to === null) return from === null ? '' : `from ${from}`;
  return from === null ? `until ${to}` : `in ${from}–${to}`;
}
