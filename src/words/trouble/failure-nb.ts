import type { FailureFacts } from '../../model/trouble.ts';
import { type WrittenFacts, writtenFacts } from './facts.ts';
import { quarantineNb } from './quarantine-nb.ts';
import type { ToldFailure } from './told.ts';

const DOCTOR =
  'Kjør `naeringspuls doctor --live`, som holder spørringen opp mot tabellen og sier hva som skal rettes i `datasets.yaml` blant innstillingene.';
const LOOK_AT_TABLE =
  'Se på tabellen i Statistikkbanken. Ser den riktig ut, kjør `naeringspuls ingest --force`; er svaret likedan da, må Næringspuls rettes av dem som vedlikeholder det.';
const NETWORK = 'Be dem som driver nettet, slippe igjennom';

/** SSB's own titles, in lower case and misspelt as SSB has them. */
const SAID_BY_SSB: Readonly<Record<string, string>> = {
  'non-existent variable': 'SSB sier at tabellen ikke har en av variablene det spørres etter.',
  'non-existent value': 'SSB sier at tabellen ikke har en av kodene det spørres etter.',
  'missing selection for mandantory variable': 'SSB sier at tabellen har en variabel som mangler i spørringen.',
  'illegal selection expression': 'SSB sier at spørringen er skrevet feil.',
  'non-existent codelist': 'SSB kjenner ikke kodelisten det spørres etter.',
  'too many cells selected': 'SSB sier at spørringen er for stor.',
  'non-existent table': 'SSB kjenner ikke tabellen det spørres etter.',
};

/** Why an answer was not taken in, in plain bokmål. `dataset` is the id that a command needs. */
export function failureNb(failure: FailureFacts, dataset: string): ToldFailure {
  const facts = writtenFacts(failure, 'nb');
  const said = SAID_BY_SSB[facts.text('title').toLowerCase()];
  switch (failure.code) {
    case 'source-rejected-query':
      return { reason: said ?? `SSB avviste spørringen${status(facts)}.`, action: DOCTOR };
    case 'source-contract':
      return said === undefined
        ? { reason: 'Svaret hadde ikke den formen SSB lover.', action: LOOK_AT_TABLE }
        : { reason: said, action: DOCTOR };
    case 'query-misfit':
      return facts.text('lacks') === 'place'
        ? {
            reason: 'Tabellen har ikke kommunen selv blant stedene sine.',
            action: 'Se om koden for kommunen er rett i `config/regions.yaml`.',
          }
        : { reason: 'Tabellen har ikke alt det spørres etter.', action: DOCTOR };
    case 'time-period-format':
      return { reason: 'Tabellen har perioder i en form Næringspuls ikke kjenner.', action: LOOK_AT_TABLE };
    case 'publication-quarantined':
      return quarantineNb(facts, dataset);
    case 'stale-correction':
      return {
        reason: `En rettelse i \`config/corrections.yaml\` for ${facts.text('period')} passer ikke lenger: tallet den skulle rette, er et annet eller er borte.`,
        action: 'Ta rettelsen ut av `config/corrections.yaml`, eller skriv den om.',
      };
    case 'store-busy':
      return { reason: 'En annen prosess skriver til databasen.', action: null };
    case 'store-unavailable':
    case 'store-integrity':
      return ofStore(facts);
    case 'source-unavailable':
    case 'source-rate-limited':
      return silenceNb(failure);
    case 'usage':
    case 'settings-invalid':
    case 'file-refused':
    case 'store-migration':
    case 'delivery-failed':
    case 'bug':
      return {
        reason: `Teknisk feil (kode \`${failure.code}\`).`,
        action:
          'Hele forklaringen står i loggen ved hendelsen `dataset-failed`; `naeringspuls ingest` viser den også. Meld fra til dem som vedlikeholder Næringspuls.',
      };
  }
}

/** Why no answer comes, in plain bokmål; nothing to say where nobody knows. */
export function silenceNb(failure: FailureFacts | null): ToldFailure {
  if (failure === null) return { reason: '', action: null };
  const facts = writtenFacts(failure, 'nb');
  const host = facts.has('host') ? facts.text('host') : hostOf(facts.text('address'));
  if (failure.code === 'source-rate-limited') {
    return { reason: 'SSB svarer at det er spurt for mange ganger.', action: null };
  }
  if (failure.code === 'store-busy') return { reason: 'En annen prosess skriver til databasen.', action: null };
  switch (facts.text('outOfReach')) {
    case 'proxy':
      return {
        reason: `Proxyen${proxy(facts)} krever navn og passord, eller godtar ikke dem den fikk.`,
        action: `Skriv navn og passord i \`HTTPS_PROXY\`. Trengs ingen proxy til ${host}, skriv ${host} i \`NO_PROXY\`.`,
      };
    case 'filter':
    case 'web-page':
      return {
        reason: `Et filter, en proxy${proxy(facts)} eller en påloggingsside på veien svarer i stedet for kilden.`,
        action: `${NETWORK} ${host}.`,
      };
    case 'address':
      return {
        reason: 'På adressen i `SSB_API_URL` svarer ikke SSBs tjeneste.',
        action: 'Rett `SSB_API_URL`, eller ta den bort: da brukes SSBs egen adresse.',
      };
    case 'network':
      return /CERT|SIGNATURE/.test(facts.text('networkCode'))
        ? {
            reason: `Sertifikatet som kom fra ${host}, er ikke til å stole på.`,
            action: `Noe på veien åpner kryptert trafikk. ${NETWORK} ${host} uåpnet, eller skriv sertifikatet til utstederen i \`NODE_EXTRA_CA_CERTS\`. Se også om klokken på maskinen er rett.`,
          }
        : {
            reason: `Maskinen når ikke ${host}.`,
            action: 'Se på nettet, navnetjenesten og proxyen på maskinen.',
          };
  }
  if (facts.has('seconds'))
    return { reason: `Det kom ikke noe helt svar på ${facts.number('seconds')} sekunder.`, action: null };
  if (facts.has('status')) return { reason: `Tjenesten hos kilden er nede${status(facts)}.`, action: null };
  return { reason: '', action: null };
}

function ofStore(facts: WrittenFacts): ToldFailure {
  const sqlite = facts.text('sqlite');
  if (/^SQLITE_(FULL|IOERR)/.test(sqlite)) {
    return {
      reason: 'Disken med databasen er full eller svikter.',
      action: 'Lag plass på disken, eller få den sett på.',
    };
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(sqlite)) {
    return {
      reason: 'Databasen er skadet.',
      action: 'Flytt filen bort, og legg den nyeste sikkerhetskopien i stedet.',
    };
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(sqlite)) {
    return {
      reason: 'Næringspuls får ikke skrive i databasen.',
      action: 'Gi brukeren som kjører Næringspuls, rett til å skrive i filen og mappen.',
    };
  }
  if (facts.has('retrievedAt')) {
    return {
      reason: 'Tallene bærer et tidspunkt før dem som er lagret: klokken på maskinen har gått feil.',
      action: 'Still klokken, og kjør `naeringspuls repair clock`.',
    };
  }
  return {
    reason: 'Databasen tok ikke imot tallene.',
    action: 'Kjør `naeringspuls doctor`, som sier hva som er galt.',
  };
}

function status(facts: WrittenFacts): string {
  return facts.has('status') ? ` (svar ${facts.text('status')})` : '';
}

function proxy(facts: WrittenFacts): string {
  return facts.has('proxy') ? ` ${facts.text('proxy')}` : '';
}

function hostOf(address: string): string {
  return address === '' ? 'kilden' : new URL(address).host;
}
