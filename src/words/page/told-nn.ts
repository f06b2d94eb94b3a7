import { listed } from '../list.ts';
import { numberWord } from '../number-word.ts';
import type { JudgedTexts, ToldTexts } from './told.ts';

const judgedNn: JudgedTexts = {
  metWhen: (clause) => `Oppfylt når ${clause}.`,
  change: ({ direction, margin, atLeast }) => {
    const rises = direction === 'increase' ? 'aukar' : 'går ned';
    if (atLeast !== null) return `talet ${rises} med minst ${atLeast} frå perioden før`;
    return `talet ${rises}${margin === null ? '' : ` med meir enn ${margin}`} frå perioden før`;
  },
  stable: ({ direction, margin }) => {
    const worsens = direction === 'increase' ? 'går ned' : 'aukar';
    return `talet ikkje ${worsens}${margin === null ? '' : ` med meir enn ${margin}`} frå perioden før`;
  },
  base: (year, margin, direction) => {
    const below = direction === 'increase' ? 'under' : 'over';
    return ` og ikkje ligg ${margin === null ? '' : `meir enn ${margin} `}${below} nivået i ${year}`;
  },
  lead: ({ against, direction, margin, group }) => {
    const other = {
      pooled: `veksten samla i ${group}`,
      mean: `den gjennomsnittlege veksten i ${group}`,
      median: `medianen av veksten i ${group}`,
      each: `veksten i ${direction === 'increase' ? 'den som voks mest' : 'den som voks minst'} i ${group}`,
    }[against];
    const higher = direction === 'increase' ? 'høgare' : 'lågare';
    return `veksten frå perioden før er ${margin === null ? '' : `meir enn ${margin} `}${higher} enn ${other}`;
  },
  position: ({ direction, margin, group }) => {
    const moves = direction === 'increase' ? 'betrar seg' : 'går ned';
    const most = margin === null ? '' : ` med meir enn ${margin}`;
    return `avstanden til gjennomsnittet av ${group} ${moves}${most} frå perioden før`;
  },
  threshold: ({ min, max }) => `talet er ${limits(min, max)}`,
  outer: ({ min, max }) => `; delvis oppfylt når det er ${limits(min, max)}`,
  target: ({ goal, year, isStraight }) =>
    `talet har nådd ${goal} innan ${year}${isStraight ? ', og fram til då når det ligg på den rette vegen dit' : ''}`,
  rank: (within, { direction, municipality, group }) => {
    const most = direction === 'increase' ? 'høgast' : 'lågast';
    if (within === 1) return `${municipality} har ${most} tal i ${group}`;
    return `${municipality} er blant dei ${numberWord(within, 'nn')} med ${most} tal i ${group}`;
  },
  against: (limit, place, { direction, isShare }) =>
    `talet er ${direction === 'increase' ? 'minst' : 'høgst'} ${limit} ${isShare ? 'av' : 'frå'} talet for ${place}`,
  mean: (periods, { direction, margin }) => {
    const below = direction === 'increase' ? 'under' : 'over';
    return `talet ikkje ligg ${margin === null ? '' : `meir enn ${margin} `}${below} ${periods === 1 ? 'talet for perioden før' : `gjennomsnittet av dei ${numberWord(periods, 'nn')} periodane før`}`;
  },
  allOf: (clauses) => `alle krava er oppfylte: ${clauses.map((one, at) => `${at + 1}) ${one}`).join('; ')}`,
  notSet: 'Blir ikkje vurdert før kommunen har fastsett ambisjonen.',
  goalOfRule: 'målet',
  country: 'heile landet',
  marginNotAdopted: 'Marginen er vald i Næringspuls og er ikkje politisk vedteken.',
  measureNotAdopted: 'Målemåten er vald i Næringspuls og er ikkje politisk vedteken.',
};

function limits(min: string | null, max: string | null): string {
  return listed([...(min === null ? [] : [`minst ${min}`]), ...(max === null ? [] : [`høgst ${max}`])], 'nn');
}

/** Plain nynorsk. */
export const toldNn: ToldTexts = {
  judgedTitle: 'Slik blir det vurdert',
  judged: judgedNn,
  notMeasuredTitle: 'Blir ikkje målt',
  metTitle: 'I tida til planen',
  met: (met, judged, since) => {
    const from = since === null ? 'hittil' : `sidan ${since}`;
    if (judged === 0) return `Ingen periode ${from} har kunna vurderast.`;
    if (judged === 1) return `Den eine perioden ${from} som kunne vurderast, var ${met === 1 ? '' : 'ikkje '}oppfylt.`;
    return `Oppfylt i ${met === 0 ? 'ingen' : met} av dei ${judged} periodane ${from} som kunne vurderast.`;
  },
  movedSince: (sign, amount, period) =>
    sign === 0
      ? `Talet er det same som i ${period}.`
      : `Talet har gått ${sign > 0 ? 'opp' : 'ned'} ${amount} sidan ${period}.`,
  nextTitle: 'Nye tal',
  next: (month) => `Er venta i ${month}.`,
  nextLate: (month) => `Var venta i ${month} og er ikkje komne.`,
  nextHandedIn: 'Kjem når kommunen leverer ei ny fil.',
  nextLateShort: (month) => `venta ${month}`,
  nextHandedInShort: 'når kommunen leverer',
  checked: (date) => `Kjelda er sist kontrollert ${date}.`,
  correctedTitle: 'Retta av kommunen',
  corrected: ({ period, published, corrected, reason, reference }) =>
    `${period}: kjelda har ${published}, kommunen bruker ${corrected}. ${reason} (${reference})`,
  askTitle: 'Spørsmål',
  changedFrom: (before, date) => `Endra frå «${before}» ${date}`,
  notHandedIn: (title, command) =>
    `${title} er ikkje levert til Næringspuls enno. Den i kommunen som har fila, leverer fila med «${command}».`,
  notFetched: 'Tala er ikkje henta frå kjelda enno. Det skjer av seg sjølv når kjelda svarar.',
  gap: (level, distance, sign) =>
    sign === 0
      ? `${level}, likt snittet av dei andre`
      : `${level}, ${distance} ${sign < 0 ? 'under' : 'over'} snittet av dei andre`,
  subgoal: 'Delmål',
};
