import type { FailureFacts } from '../../model/trouble.ts';
import { type WrittenFacts, writtenFacts } from './facts.ts';
import { quarantineEn } from './quarantine-en.ts';
import type { ToldFailure } from './told.ts';

const DOCTOR =
  'Run `naeringspuls doctor --live`, which holds the query against the table and says what to correct in `datasets.yaml` of the settings.';
const LOOK_AT_TABLE =
  'Look at the table in Statbank. If it looks right, run `naeringspuls ingest --force`; if the answer is the same then, Næringspuls must be corrected by those who maintain it.';
const NETWORK = 'Have the network administrators let';

/** SSB's own titles, in lower case and misspelt as SSB has them. */
const SAID_BY_SSB: Readonly<Record<string, string>> = {
  'non-existent variable': 'SSB says that the table does not have one of the variables it is asked for.',
  'non-existent value': 'SSB says that the table does not have one of the codes it is asked for.',
  'missing selection for mandantory variable': 'SSB says that the table has a variable that the query lacks.',
  'illegal selection expression': 'SSB says that the query is written wrongly.',
  'non-existent codelist': 'SSB does not know the code list it is asked for.',
  'too many cells selected': 'SSB says that the query is too large.',
  'non-existent table': 'SSB does not know the table it is asked for.',
};

/** Why an answer was not taken in, in plain English. `dataset` is the id that a command needs. */
export function failureEn(failure: FailureFacts, dataset: string): ToldFailure {
  const facts = writtenFacts(failure, 'en');
  const said = SAID_BY_SSB[facts.text('title').toLowerCase()];
  switch (failure.code) {
    case 'source-rejected-query':
      return { reason: said ?? `SSB refused the query${status(facts)}.`, action: DOCTOR };
    case 'source-contract':
      return said === undefined
        ? { reason: 'The answer does not have the form that SSB promises.', action: LOOK_AT_TABLE }
        : { reason: said, action: DOCTOR };
    case 'query-misfit':
      return facts.text('lacks') === 'place'
        ? {
            reason: 'The table does not have the municipality itself among its places.',
            action: 'See whether the code of the municipality is right in `config/regions.yaml`.',
          }
        : { reason: 'The table does not have all that it is asked for.', action: DOCTOR };
    case 'time-period-format':
      return { reason: 'The table has periods of a form that Næringspuls does not know.', action: LOOK_AT_TABLE };
    case 'publication-quarantined':
      return quarantineEn(facts, dataset);
    case 'stale-correction':
      return {
        reason: `A correction in \`config/corrections.yaml\` for ${facts.text('period')} no longer fits: the figure it was to correct is another, or is gone.`,
        action: 'Take the correction out of `config/corrections.yaml`, or rewrite it.',
      };
    case 'store-busy':
      return { reason: 'Another process is writing to the database.', action: null };
    case 'store-unavailable':
    case 'store-integrity':
      return ofStore(facts);
    case 'source-unavailable':
    case 'source-rate-limited':
      return silenceEn(failure);
    case 'usage':
    case 'settings-invalid':
    case 'file-refused':
    case 'store-migration':
    case 'delivery-failed':
    case 'bug':
      return {
        reason: `Technical error (code \`${failure.code}\`).`,
        action:
          'The whole explanation is in the log at the event `dataset-failed`; `naeringspuls ingest` shows it too. Tell those who maintain Næringspuls.',
      };
  }
}

/** Why no answer comes, in plain English; nothing to say where nobody knows. */
export function silenceEn(failure: FailureFacts | null): ToldFailure {
  if (failure === null) return { reason: '', action: null };
  const facts = writtenFacts(failure, 'en');
  const host = facts.has('host') ? facts.text('host') : hostOf(facts.text('address'));
  if (failure.code === 'source-rate-limited') {
    return { reason: 'SSB answers that it has been asked too many times.', action: null };
  }
  if (failure.code === 'store-busy') return { reason: 'Another process is writing to the database.', action: null };
  switch (facts.text('outOfReach')) {
    case 'proxy':
      return {
        reason: `The proxy${proxy(facts)} wants a name and password, or does not accept those it got.`,
        action: `Write name and password in \`HTTPS_PROXY\`. If no proxy is needed for ${host}, write ${host} in \`NO_PROXY\`.`,
      };
    case 'filter':
    case 'web-page':
      return {
        reason: `A filter, a proxy${proxy(facts)} or a log-in page on the way answers in place of the source.`,
        action: `${NETWORK} ${host} through.`,
      };
    case 'address':
      return {
        reason: 'The address in `SSB_API_URL` is not one where SSB answers.',
        action: "Correct `SSB_API_URL`, or take it away: then SSB's own address is used.",
      };
    case 'network':
      return /CERT|SIGNATURE/.test(facts.text('networkCode'))
        ? {
            reason: `The certificate that came from ${host} cannot be trusted.`,
            action: `Something on the way opens encrypted traffic. ${NETWORK} ${host} through unopened, or write the certificate of its issuer in \`NODE_EXTRA_CA_CERTS\`. See also whether the clock of the machine is right.`,
          }
        : {
            reason: `The machine cannot reach ${host}.`,
            action: 'Look at the network, the name server and the proxy of the machine.',
          };
  }
  if (facts.has('seconds'))
    return { reason: `No whole answer came within ${facts.number('seconds')} seconds.`, action: null };
  if (facts.has('status')) return { reason: `The service of the source is down${status(facts)}.`, action: null };
  return { reason: '', action: null };
}

function ofStore(facts: WrittenFacts): ToldFailure {
  const sqlite = facts.text('sqlite');
  if (/^SQLITE_(FULL|IOERR)/.test(sqlite)) {
    return {
      reason: 'The disk with the database is full or failing.',
      action: 'Make room on the disk, or have it looked at.',
    };
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(sqlite)) {
    return {
      reason: 'The database is damaged.',
      action: 'Move the file away, and put the newest backup in its place.',
    };
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(sqlite)) {
    return {
      reason: 'Næringspuls may not write to the database.',
      action: 'Give the user that runs Næringspuls the right to write to the file and its folder.',
    };
  }
  if (facts.has('retrievedAt')) {
    return {
      reason: 'The figures bear a time before that of those stored: the clock of the machine has been wrong.',
      action: 'Set the clock, and run `naeringspuls repair clock`.',
    };
  }
  return {
    reason: 'The database did not take the figures.',
    action: 'Run `naeringspuls doctor`, which says what is wrong.',
  };
}

function status(facts: WrittenFacts): string {
  return facts.has('status') ? ` (answer ${facts.text('status')})` : '';
}

function proxy(facts: WrittenFacts): string {
  return facts.has('proxy') ? ` ${facts.text('proxy')}` : '';
}

function hostOf(address: string): string {
  return address === '' ? 'the source' : new URL(address).host;
}
