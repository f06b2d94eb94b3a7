import type { FailureFacts } from '../../model/trouble.ts';
import { type WrittenFacts, writtenFacts } from './facts.ts';
import { quarantineNn } from './quarantine-nn.ts';
import type { ToldFailure } from './told.ts';

const DOCTOR =
  'Køyr `naeringspuls doctor --live`, som held spørjinga opp mot tabellen og seier kva som skal rettast i `datasets.yaml` blant innstillingane.';
const LOOK_AT_TABLE =
  'Sjå på tabellen i Statistikkbanken. Ser han rett ut, køyr `naeringspuls ingest --force`; er svaret likeins då, må Næringspuls rettast av dei som held det ved like.';
const NETWORK = 'Be dei som driv nettet, sleppe igjennom';

/** SSB's own titles, in lower case and misspelt as SSB has them. */
const SAID_BY_SSB: Readonly<Record<string, string>> = {
  'non-existent variable': 'SSB seier at tabellen ikkje har ein av variablane det er spurt etter.',
  'non-existent value': 'SSB seier at tabellen ikkje har ein av kodane det er spurt etter.',
  'missing selection for mandantory variable': 'SSB seier at tabellen har ein variabel som manglar i spørjinga.',
  'illegal selection expression': 'SSB seier at spørjinga er skriven feil.',
  'non-existent codelist': 'SSB kjenner ikkje kodelista det er spurt etter.',
  'too many cells selected': 'SSB seier at spørjinga er for stor.',
  'non-existent table': 'SSB kjenner ikkje tabellen det er spurt etter.',
};

/** Why an answer was not taken in, in plain nynorsk. `dataset` is the id that a command needs. */
export function failureNn(failure: FailureFacts, dataset: string): ToldFailure {
  const facts = writtenFacts(failure, 'nn');
  const said = SAID_BY_SSB[facts.text('title').toLowerCase()];
  switch (failure.code) {
    case 'source-rejected-query':
      return { reason: said ?? `SSB avviste spørjinga${status(facts)}.`, action: DOCTOR };
    case 'source-contract':
      return said === undefined
        ? { reason: 'Svaret hadde ikkje den forma SSB lovar.', action: LOOK_AT_TABLE }
        : { reason: said, action: DOCTOR };
    case 'query-misfit':
      return facts.text('lacks') === 'place'
        ? {
            reason: 'Tabellen har ikkje kommunen sjølv blant stadene sine.',
            action: 'Sjå om koden for kommunen er rett i `config/regions.yaml`.',
          }
        : { reason: 'Tabellen har ikkje alt det er spurt etter.', action: DOCTOR };
    case 'time-period-format':
      return { reason: 'Tabellen har periodar i ei form Næringspuls ikkje kjenner.', action: LOOK_AT_TABLE };
    case 'publication-quarantined':
      return quarantineNn(facts, dataset);
    case 'stale-correction':
      return {
        reason: `Ei retting i \`config/corrections.yaml\` for ${facts.text('period')} passar ikkje lenger: talet ho skulle rette, er eit anna eller er borte.`,
        action: 'Ta rettinga ut av `config/corrections.yaml`, eller skriv ho om.',
      };
    case 'store-busy':
      return { reason: 'Ein annan prosess skriv til databasen.', action: null };
    case 'store-unavailable':
    case 'store-integrity':
      return ofStore(facts);
    case 'source-unavailable':
    case 'source-rate-limited':
      return silenceNn(failure);
    case 'usage':
    case 'settings-invalid':
    case 'file-refused':
    case 'store-migration':
    case 'delivery-failed':
    case 'bug':
      return {
        reason: `Teknisk feil (kode \`${failure.code}\`).`,
        action:
          'Heile forklaringa står i loggen ved hendinga `dataset-failed`; `naeringspuls ingest` viser ho òg. Meld frå til dei som held Næringspuls ved like.',
      };
  }
}

/** Why no answer comes, in plain nynorsk; nothing to say where nobody knows. */
export function silenceNn(failure: FailureFacts | null): ToldFailure {
  if (failure === null) return { reason: '', action: null };
  const facts = writtenFacts(failure, 'nn');
  const host = facts.has('host') ? facts.text('host') : hostOf(facts.text('address'));
  if (failure.code === 'source-rate-limited') {
    return { reason: 'SSB svarar at det er spurt for mange gonger.', action: null };
  }
  if (failure.code === 'store-busy') return { reason: 'Ein annan prosess skriv til databasen.', action: null };
  switch (facts.text('outOfReach')) {
    case 'proxy':
      return {
        reason: `Proxyen${proxy(facts)} krev namn og passord, eller godtek ikkje dei han fekk.`,
        action: `Skriv namn og passord i \`HTTPS_PROXY\`. Trengst ingen proxy til ${host}, skriv ${host} i \`NO_PROXY\`.`,
      };
    case 'filter':
    case 'web-page':
      return {
        reason: `Eit filter, ein proxy${proxy(facts)} eller ei påloggingsside på vegen svarar i staden for kjelda.`,
        action: `${NETWORK} ${host}.`,
      };
    case 'address':
      return {
        reason: 'På adressa i `SSB_API_URL` svarar ikkje tenesta til SSB.',
        action: 'Rett `SSB_API_URL`, eller ta ho bort: då blir SSB si eiga adresse brukt.',
      };
    case 'network':
      return /CERT|SIGNATURE/.test(facts.text('networkCode'))
        ? {
            reason: `Sertifikatet som kom frå ${host}, er ikkje til å lite på.`,
            action: `Noko på vegen opnar kryptert trafikk. ${NETWORK} ${host} uopna, eller skriv sertifikatet til utferdaren i \`NODE_EXTRA_CA_CERTS\`. Sjå òg om klokka på maskina er rett.`,
          }
        : {
            reason: `Maskina når ikkje ${host}.`,
            action: 'Sjå på nettet, namnetenesta og proxyen på maskina.',
          };
  }
  if (facts.has('seconds')) {
    return { reason: `Det kom ikkje noko heilt svar på ${facts.number('seconds')} sekund.`, action: null };
  }
  if (facts.has('status')) return { reason: `Tenesta hos kjelda er nede${status(facts)}.`, action: null };
  return { reason: '', action: null };
}

function ofStore(facts: WrittenFacts): ToldFailure {
  const sqlite = facts.text('sqlite');
  if (/^SQLITE_(FULL|IOERR)/.test(sqlite)) {
    return {
      reason: 'Disken med databasen er full eller sviktar.',
      action: 'Lag plass på disken, eller få nokon til å sjå på han.',
    };
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(sqlite)) {
    return {
      reason: 'Databasen er skadd.',
      action: 'Flytt fila bort, og legg den nyaste tryggingskopien i staden.',
    };
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(sqlite)) {
    return {
      reason: 'Næringspuls får ikkje skrive i databasen.',
      action: 'Gi brukaren som køyrer Næringspuls, rett til å skrive i fila og mappa.',
    };
  }
  if (facts.has('retrievedAt')) {
    return {
      reason: 'Tala ber eit tidspunkt før dei som er lagra: klokka på maskina har gått feil.',
      action: 'Still klokka, og køyr `naeringspuls repair clock`.',
    };
  }
  return { reason: 'Databasen tok ikkje imot tala.', action: 'Køyr `naeringspuls doctor`, som seier kva som er gale.' };
}

function status(facts: WrittenFacts): string {
  return facts.has('status') ? ` (svar ${facts.text('status')})` : '';
}

function proxy(facts: WrittenFacts): string {
  return facts.has('proxy') ? ` ${facts.text('proxy')}` : '';
}

function hostOf(address: string): string {
  return address === '' ? 'kjelda' : new URL(address).host;
}
