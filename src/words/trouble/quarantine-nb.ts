import { QUARANTINE_REASONS, type QuarantineReason } from '../../model/data/quarantine-reason.ts';
import type { WrittenFacts } from './facts.ts';
import type { ToldFailure } from './told.ts';

type Words = (facts: WrittenFacts) => readonly [what: string, lookAt: string];

const REASONS: Readonly<Record<QuarantineReason, Words>> = {
  'lost-dimension': ({ text }) => [
    `Tabellen har ikke lenger variabelen ${text('variable')}.`,
    'Se om tabellen teller noe annet nå.',
  ],
  'lost-code': (facts) => [
    `Tabellen har ikke lenger ${codes(facts)} av variabelen ${facts.text('variable')}.`,
    'Se om kodene har fått nye navn eller er slått sammen.',
  ],
  'lost-period': (facts) => [
    `Tabellen har ikke lenger tall for ${facts.text('codes')}${more(facts)}.`,
    'Se om tabellen er kortet inn, eller om en annen har tatt over.',
  ],
  'changed-unit': ({ text }) => [
    `Enheten er endret fra «${text('before')}» til «${text('after')}» (${text('contents')}).`,
    'Sammenlikn et tall med det samme tallet fra før.',
  ],
  'changed-decimals': ({ text }) => [
    `Tallene hadde ${decimals(text('before'))} og har nå ${decimals(text('after'))} (${text('contents')}).`,
    'Se på marginene til indikatorene som bruker tallene.',
  ],
  'fewer-cells': ({ number }) => [
    `Svaret har ${number('cells')} tall, og det forrige hadde ${number('before')}.`,
    'Se hva tabellen ikke lenger har.',
  ],
  'tenfold-jump': ({ number, text }) => [
    `Et tall er rettet til det tidobbelte eller mer, eller til en tidel eller mindre: ${number('before')} ble ${number('after')} i ${text('period')} (kodene ${text('cell')}).`,
    'Sammenlikn tallet med tabellen i Statistikkbanken, og se i merknadene om enheten er endret.',
  ],
  'figures-vanished': ({ number }) => [
    `${number('gone')} av ${number('of')} tall er borte eller er blitt 0.`,
    'Se om tabellen oppdateres akkurat nå, eller om kodene for steder eller næringer er endret.',
  ],
  'new-period-out-of-scale': ({ has, number, text }) =>
    has('times')
      ? [
          `Tallene for ${text('period')} i tabell ${text('table')} er ${number('times')} ganger dem i tabell ${text('earlierTable')}, som de fortsetter fra.`,
          'Se om de to tabellene teller det samme, og i samme enhet.',
        ]
      : [
          `Tallene for ${text('period')} blir ${number('after')} til sammen, mot ${number('before')} for ${text('earlier')}.`,
          'Se om enheten er endret, og om den nyeste perioden er hel.',
        ],
  'parts-differ': ({ has, number, text }) => [
    `Delene av ${text('variable')} blir ${number('sum')} i ${text('period')}, og tabellen oppgir selv ${number('whole')} i alt${has('place') ? ` (${text('place')})` : ''}.${has('uncounted') ? ` Variabelen har også ${text('uncounted')}, som ikke regnes med.` : ''}`,
    'Se om en gruppe er delt eller har fått ny kode.',
  ],
};

/** Why a publication is held back, in plain bokmål. */
export function quarantineNb(facts: WrittenFacts, dataset: string): ToldFailure {
  const reason = QUARANTINE_REASONS.find((one) => one === facts.text('reason'));
  const accept = `Er tallene rette, tar \`naeringspuls ingest --accept ${dataset}\` dem inn.`;
  if (reason === undefined) {
    return { reason: 'De nye tallene skiller seg så mye fra dem før at et menneske må se på dem.', action: accept };
  }
  const [what, lookAt] = REASONS[reason](facts);
  const unit =
    'Mener SSB det, skriv den nye enheten som `unit` i `datasets.yaml` blant innstillingene, og meld brudd i `config/corrections.yaml`.';
  return { reason: what, action: `${lookAt} ${reason === 'changed-unit' ? unit : accept}` };
}

function codes(facts: WrittenFacts): string {
  return `${facts.text('codes').includes(',') ? 'kodene' : 'koden'} ${facts.text('codes')}${more(facts)}`;
}

function more(facts: WrittenFacts): string {
  const count = facts.text('more');
  return count === '' || count === '0' ? '' : ` og ${count} til`;
}

function decimals(count: string): string {
  return count === '1' ? '1 desimal' : `${count} desimaler`;
}
