import { QUARANTINE_REASONS, type QuarantineReason } from '../../model/data/quarantine-reason.ts';
import type { WrittenFacts } from './facts.ts';
import type { ToldFailure } from './told.ts';

type Words = (facts: WrittenFacts) => readonly [what: string, lookAt: string];

const REASONS: Readonly<Record<QuarantineReason, Words>> = {
  'lost-dimension': ({ text }) => [
    `Tabellen har ikkje lenger variabelen ${text('variable')}.`,
    'Sjå om tabellen tel noko anna no.',
  ],
  'lost-code': (facts) => [
    `Tabellen har ikkje lenger ${codes(facts)} av variabelen ${facts.text('variable')}.`,
    'Sjå om kodane har fått nye namn eller er slegne saman.',
  ],
  'lost-period': (facts) => [
    `Tabellen har ikkje lenger tal for ${facts.text('codes')}${more(facts)}.`,
    'Sjå om tabellen er korta inn, eller om ein annan har teke over.',
  ],
  'changed-unit': ({ text }) => [
    `Eininga er endra frå «${text('before')}» til «${text('after')}» (${text('contents')}).`,
    'Samanlikn eit tal med det same talet frå før.',
  ],
  'changed-decimals': ({ text }) => [
    `Tala hadde ${decimals(text('before'))} og har no ${decimals(text('after'))} (${text('contents')}).`,
    'Sjå på marginane til indikatorane som bruker tala.',
  ],
  'fewer-cells': ({ number }) => [
    `Svaret har ${number('cells')} tal, og det førre hadde ${number('before')}.`,
    'Sjå kva tabellen ikkje lenger har.',
  ],
  'tenfold-jump': ({ number, text }) => [
    `Eit tal er retta til det tidobbelte eller meir, eller til ein tidel eller mindre: ${number('before')} vart ${number('after')} i ${text('period')} (kodane ${text('cell')}).`,
    'Samanlikn talet med tabellen i Statistikkbanken, og sjå i merknadene om eininga er endra.',
  ],
  'figures-vanished': ({ number }) => [
    `${number('gone')} av ${number('of')} tal er borte eller har vorte 0.`,
    'Sjå om tabellen blir oppdatert akkurat no, eller om kodane for stader eller næringar er endra.',
  ],
  'new-period-out-of-scale': ({ has, number, text }) =>
    has('times')
      ? [
          `Tala for ${text('period')} i tabell ${text('table')} er ${number('times')} gonger dei i tabell ${text('earlierTable')}, som dei held fram frå.`,
          'Sjå om dei to tabellane tel det same, og i same eining.',
        ]
      : [
          `Tala for ${text('period')} blir ${number('after')} til saman, mot ${number('before')} for ${text('earlier')}.`,
          'Sjå om eininga er endra, og om den nyaste perioden er heil.',
        ],
  'parts-differ': ({ has, number, text }) => [
    `Delane av ${text('variable')} blir ${number('sum')} i ${text('period')}, og tabellen gir sjølv ${number('whole')} i alt${has('place') ? ` (${text('place')})` : ''}.${has('uncounted') ? ` Variabelen har òg ${text('uncounted')}, som ikkje er rekna med.` : ''}`,
    'Sjå om ei gruppe er delt eller har fått ny kode.',
  ],
};

/** Why a publication is held back, in plain nynorsk. */
export function quarantineNn(facts: WrittenFacts, dataset: string): ToldFailure {
  const reason = QUARANTINE_REASONS.find((one) => one === facts.text('reason'));
  const accept = `Er tala rette, tek \`naeringspuls ingest --accept ${dataset}\` dei inn.`;
  if (reason === undefined) {
    return { reason: 'Dei nye tala skil seg så mykje frå dei før at eit menneske må sjå på dei.', action: accept };
  }
  const [what, lookAt] = REASONS[reason](facts);
  const unit =
    'Meiner SSB det, skriv den nye eininga som `unit` i `datasets.yaml` blant innstillingane, og meld brot i `config/corrections.yaml`.';
  return { reason: what, action: `${lookAt} ${reason === 'changed-unit' ? unit : accept}` };
}

function codes(facts: WrittenFacts): string {
  return `${facts.text('codes').includes(',') ? 'kodane' : 'koden'} ${facts.text('codes')}${more(facts)}`;
}

function more(facts: WrittenFacts): string {
  const count = facts.text('more');
  return count === '' || count === '0' ? '' : ` og ${count} til`;
}

function decimals(count: string): string {
  return count === '1' ? '1 desimal' : `${count} desimalar`;
}
