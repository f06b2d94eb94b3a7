import { listed } from '../list.ts';
import { numberWord } from '../number-word.ts';
import type { JudgedTexts, ToldTexts } from './told.ts';

const judgedNb: JudgedTexts = {
  metWhen: (clause) => `Oppfylt når ${clause}.`,
  change: ({ direction, margin, atLeast }) => {
    const rises = direction === 'increase' ? 'øker' : 'synker';
    if (atLeast !== null) return `tallet ${rises} med minst ${atLeast} fra perioden før`;
    return `tallet ${rises}${margin === null ? '' : ` med mer enn ${margin}`} fra perioden før`;
  },
  stable: ({ direction, margin }) => {
    const worsens = direction === 'increase' ? 'synker' : 'øker';
    return `tallet ikke ${worsens}${margin === null ? '' : ` med mer enn ${margin}`} fra perioden før`;
  },
  base: (year, margin, direction) => {
    const below = direction === 'increase' ? 'under' : 'over';
    return ` og ikke ligger ${margin === null ? '' : `mer enn ${margin} `}${below} nivået i ${year}`;
  },
  lead: ({ against, direction, margin, group }) => {
    const other = {
      pooled: `veksten samlet i ${group}`,
      mean: `den gjennomsnittlige veksten i ${group}`,
      median: `medianen av veksten i ${group}`,
      each: `veksten i ${direction === 'increase' ? 'den som vokste mest' : 'den som vokste minst'} i ${group}`,
    }[against];
    const higher = direction === 'increase' ? 'høyere' : 'lavere';
    return `veksten fra perioden før er ${margin === null ? '' : `mer enn ${margin} `}${higher} enn ${other}`;
  },
  position: ({ direction, margin, group }) => {
    const moves = direction === 'increase' ? 'bedres' : 'synker';
    const most = margin === null ? '' : ` med mer enn ${margin}`;
    return `avstanden til gjennomsnittet av ${group} ${moves}${most} fra perioden før`;
  },
  threshold: ({ min, max }) => `tallet er ${limits(min, max)}`,
  outer: ({ min, max }) => `; delvis oppfylt når det er ${limits(min, max)}`,
  target: ({ goal, year, isStraight }) =>
    `tallet har nådd ${goal} innen ${year}${isStraight ? ', og fram til da når det ligger på den rette veien dit' : ''}`,
  rank: (within, { direction, municipality, group }) => {
    const most = direction === 'increase' ? 'høyest' : 'lavest';
    if (within === 1) return `${municipality} har ${most} tall i ${group}`;
    return `${municipality} er blant de ${numberWord(within, 'nb')} med ${most} tall i ${group}`;
  },
  against: (limit, place, { direction, isShare }) =>
    `tallet er ${direction === 'increase' ? 'minst' : 'høyst'} ${limit} ${isShare ? 'av' : 'fra'} tallet for ${place}`,
  mean: (periods, { direction, margin }) => {
    const below = direction === 'increase' ? 'under' : 'over';
    return `tallet ikke ligger ${margin === null ? '' : `mer enn ${margin} `}${below} ${periods === 1 ? 'tallet for perioden før' : `gjennomsnittet av de ${numberWord(periods, 'nb')} periodene før`}`;
  },
  allOf: (clauses) => `alle kravene er oppfylt: ${clauses.map((one, at) => `${at + 1}) ${one}`).join('; ')}`,
  notSet: 'Vurderes ikke før kommunen har fastsatt ambisjonen.',
  goalOfRule: 'målet',
  country: 'hele landet',
  marginNotAdopted: 'Marginen er satt i Næringspuls og er ikke politisk vedtatt.',
  measureNotAdopted: 'Målemåten er satt i Næringspuls og er ikke politisk vedtatt.',
};

function limits(min: string | null, max: string | null): string {
  return listed([...(min === null ? [] : [`minst ${min}`]), ...(max === null ? [] : [`høyst ${max}`])], 'nb');
}

/** Plain bokmål. */
export const toldNb: ToldTexts = {
  judgedTitle: 'Slik vurderes det',
  judged: judgedNb,
  notMeasuredTitle: 'Måles ikke',
  metTitle: 'I planens tid',
  met: (met, judged, since) => {
    const from = since === null ? 'hittil' : `siden ${since}`;
    if (judged === 0) return `Ingen periode ${from} har kunnet vurderes.`;
    if (judged === 1) return `Den ene perioden ${from} som kunne vurderes, var ${met === 1 ? '' : 'ikke '}oppfylt.`;
    return `Oppfylt i ${met === 0 ? 'ingen' : met} av de ${judged} periodene ${from} som kunne vurderes.`;
  },
  movedSince: (sign, amount, period) =>
    sign === 0
      ? `Tallet er det samme som i ${period}.`
      : `Tallet har gått ${sign > 0 ? 'opp' : 'ned'} ${amount} siden ${period}.`,
  nextTitle: 'Nye tall',
  next: (month) => `Ventes i ${month}.`,
  nextLate: (month) => `Var ventet i ${month} og er ikke kommet.`,
  nextHandedIn: 'Kommer når kommunen leverer en ny fil.',
  nextLateShort: (month) => `ventet ${month}`,
  nextHandedInShort: 'når kommunen leverer',
  checked: (date) => `Kilden er sist kontrollert ${date}.`,
  correctedTitle: 'Rettet av kommunen',
  corrected: ({ period, published, corrected, reason, reference }) =>
    `${period}: kilden har ${published}, kommunen bruker ${corrected}. ${reason} (${reference})`,
  askTitle: 'Spørsmål',
  changedFrom: (before, date) => `Endret fra «${before}» ${date}`,
  notHandedIn: (title, command) =>
    `${title} er ikke levert til Næringspuls ennå. Den i kommunen som har filen, leverer den med «${command}».`,
  notFetched: 'Tallene er ikke hentet fra kilden ennå. Det skjer av seg selv når kilden svarer.',
  gap: (level, distance, sign) =>
    sign === 0
      ? `${level}, likt snittet av de andre`
      : `${level}, ${distance} ${sign < 0 ? 'under' : 'over'} snittet av de andre`,
  subgoal: 'Delmål',
};
