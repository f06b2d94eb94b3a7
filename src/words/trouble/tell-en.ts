import { SYMBOL_MEANINGS } from '../../model/data/symbol-meaning.ts';
import type { Trouble } from '../../model/trouble.ts';
import { dateText, timeText } from '../date-text.ts';
import { handlingTextsOf } from '../file/language.ts';
import { listed } from '../list.ts';
import { missingFiles } from './missing-files.ts';
import { questionSentence } from '../question/question-sentence.ts';
import { changeEn } from './change-en.ts';
import { joined, linesByPlace, plainTitle, saidIn } from './facts.ts';
import { failureEn, silenceEn } from './failure-en.ts';
import { placeEn } from './place-en.ts';
import { isServiceTrouble } from './service/service-trouble.ts';
import { serviceEn } from './service/service-en.ts';
import type { ToldTrouble, TroubleNames } from './told.ts';

const NOTHING = 'There is nothing you need to do.';
const ASKS_AGAIN = `${NOTHING} Næringspuls asks again by itself.`;

type Of<Kind extends Trouble['kind']> = Extract<Trouble, { kind: Kind }>;

/** What operations are told, in plain English. */
export function tellEn(trouble: Trouble, names: TroubleNames): ToldTrouble {
  if (isServiceTrouble(trouble)) return serviceEn(trouble);
  switch (trouble.kind) {
    case 'refused':
      return refused(trouble, names);
    case 'no-answer':
    case 'never-answered':
      return silent(trouble, names);
    case 'late':
      return late(trouble, names);
    case 'zero': {
      const [what, place] = [names.dataset(trouble.dataset), trouble.place ?? 'the whole country'];
      return {
        happened: `${what} shows 0 where it cannot be 0`,
        sentence: `${what} shows 0 for ${place} in ${trouble.period}. It cannot be a figure, so it is taken as missing.`,
        action: `If 0 is right, run \`naeringspuls ingest --accept ${trouble.item}\`. Otherwise there is nothing you need to do.`,
      };
    }
    case 'symbol':
      return symbol(trouble, names);
    case 'clock':
      return {
        happened: 'The clock of the machine is wrong',
        sentence:
          `The newest run in the database is of ${instant(trouble.newest)}, and the clock of this machine says ` +
          `${instant(trouble.now)}: it was ahead, or is behind. What the source answers is refused until that time.`,
        action: 'Set the clock, and run `naeringspuls repair clock`.',
      };
    case 'standing':
      return standing(trouble);
    case 'missing-places': {
      const what = `SSB table ${trouble.table}`;
      const places = trouble.missing.map(({ code, name }) => (name === code ? code : `${name} (${code})`));
      const files = missingFiles(trouble.missing, { line: 'line', places: 'prints the entry in force' });
      return {
        happened: `${what} lacks ${trouble.missing.length === 1 ? 'a place' : 'places'} that it is asked for`,
        sentence: `${what} does not offer ${listed(places, 'en')}, which it is asked for. Those figures are missing, and the rest is taken in.`,
        action: `See whether the codes are right in ${listed(files, 'en')}.`,
      };
    }
    case 'places': {
      const lines = [...linesByPlace(trouble.findings)].map(
        ([place, write]) =>
          `Write this under \`codes\` of ${place} in \`config/regions.yaml\` (\`naeringspuls config places\` prints the entry in force):\n${write.join('\n')}`,
      );
      return {
        happened: 'Places in the settings are not as the source has them',
        sentence: trouble.findings.map(placeEn).join(' '),
        action:
          lines.length === 0
            ? 'Correct the entry of the place in `config/regions.yaml`; `naeringspuls config places` prints the one in force, and `naeringspuls doctor` says what is left.'
            : lines.join('\n'),
      };
    }
    case 'descriptions':
      return descriptions(trouble);
    case 'found': {
      const what = names.dataset(trouble.dataset);
      return {
        happened: `New figures in ${what} that SSB's list did not show`,
        sentence:
          `New figures were found when the whole of table ${trouble.table} was read. SSB's list of changed tables had not ` +
          `shown them. ${handlingTextsOf('en').changes(trouble.counts)}`,
        action: `They are stored. ${NOTHING}`,
      };
    }
    case 'file-refused':
      return {
        happened: `The file “${trouble.name}” is refused`,
        sentence: saidIn(trouble, 'en') ?? `The file “${trouble.name}” is refused. No figures are changed.`,
        action: 'Correct the file, and hand it in again with `naeringspuls import`.',
      };
    case 'file-held': {
      const { name, questions } = trouble;
      const asked = questions.map((question) => `\n- ${questionSentence(question, 'en')}`);
      return {
        happened: `The file “${name}” is held back`,
        sentence: `${handlingTextsOf('en').held(name)}${asked.join('')}`,
        action:
          `See what it would give with \`naeringspuls import show "${name}"\`. If it is right, take it in with ` +
          `\`naeringspuls import accept "${name}"\`; if it is not, put it away with \`naeringspuls import drop "${name}"\`.`,
      };
    }
  }
}

function refused({ dataset, failure }: Of<'refused'>, names: TroubleNames): ToldTrouble {
  const what = names.dataset(dataset);
  const { reason, action } = failureEn(failure, dataset);
  return {
    happened: `New figures of ${what} are not taken in`,
    sentence: joined(`The last answer for ${what} was not taken in, and the figures from before stand.`, reason),
    action: action ?? ASKS_AGAIN,
  };
}

function silent(trouble: Of<'no-answer' | 'never-answered'>, names: TroubleNames): ToldTrouble {
  const [what, date] = [names.dataset(trouble.dataset), dateText(trouble.since, 'en')];
  const { reason, action } = silenceEn(trouble.failure);
  const said =
    trouble.kind === 'no-answer'
      ? `There has been no answer for ${what} since ${date}.`
      : `There has never been an answer for ${what}, first asked for on ${date}.`;
  return { happened: `There is no answer for ${what}`, sentence: joined(said, reason), action: action ?? ASKS_AGAIN };
}

function late({ dataset, publishedAt, days }: Of<'late'>, names: TroubleNames): ToldTrouble {
  const [what, date] = [names.dataset(dataset), dateText(publishedAt, 'en')];
  if (names.isFile(dataset)) {
    return {
      happened: `${what} is late`,
      sentence: `${what} is late: it was last handed in on ${date}, and a new one is expected at least every ${days} days.`,
      action: 'Hand the new file in with `naeringspuls import` when it is ready.',
    };
  }
  return {
    happened: `${what} is late`,
    sentence: `${what} is late: it was last published on ${date}, and new figures are expected at least every ${days} days.`,
    action: 'There is nothing you need to do unless SSB says that the table is discontinued.',
  };
}

function symbol({ table, symbol: shown, found }: Of<'symbol'>, names: TroubleNames): ToldTrouble {
  const what = table === null ? names.dataset(found[0]?.dataset ?? '') : `SSB table ${table}`;
  const cells = found.reduce((sum, one) => sum + one.cells, 0);
  const where = cells === 1 ? 'one cell' : `${cells} cells, the first of them`;
  const written = `'${shown.replaceAll("'", "''")}'`;
  return {
    happened: `${what} shows an unknown symbol`,
    sentence:
      `${what} shows the symbol “${shown}”, which nobody has explained, in ${where} with the codes ${found[0]?.cell ?? ''}. ` +
      'Where it stands in the place of a figure the figure is taken as missing; where it stands beside one the figure holds.',
    action:
      'Look up what it means in the notes of the table, and write it in `symbols.yaml` beside the other settings, on a ' +
      `line under \`symbols:\`, like this: \`${written}: missing\`. It may be ` +
      `${SYMBOL_MEANINGS.map((one) => `\`${one}\``).join(', ')}.`,
  };
}

function standing({ standing: { kind, table, lastPeriod, successor } }: Of<'standing'>): ToldTrouble {
  const what = `SSB table ${table}`;
  const last = lastPeriod === null ? '' : ` Its last period is ${lastPeriod}.`;
  const action =
    successor === null
      ? 'No table that goes on from it was found. Look the statistic up in Statbank, and write the number of its table in `datasets.yaml` of the settings.'
      : `Table ${successor.table} (“${plainTitle(successor.label)}”) seems to go on from it. \`naeringspuls doctor --live\` prints the lines that switch to it, and says what the switch breaks.`;
  const said = {
    closed: [`${what} is discontinued`, `SSB has discontinued table ${table}, which gets no new figures.${last}`],
    gone: [`${what} is gone`, `SSB no longer knows table ${table}. The figures from before stand.${last}`],
    'standing-still': [
      `${what} stands still`,
      `SSB table ${table} stands still, while another table of the same title has later figures.${last}`,
    ],
  }[kind];
  return { happened: said[0] ?? '', sentence: said[1] ?? '', action };
}

function descriptions({ tables }: Of<'descriptions'>): ToldTrouble {
  const numbers = tables.map(({ table }) => table);
  const lines = tables.flatMap(({ breaks }) => breaks);
  return {
    happened: `SSB says something new of table ${listed(numbers, 'en')}`,
    sentence: tables
      .map(({ table, changes }) => {
        const clauses = [...new Set(changes.map(changeEn))];
        return `SSB says this of table ${table} that it did not say before: ${clauses.join('; ')}.`;
      })
      .join('\n'),
    action:
      lines.length === 0
        ? `${NOTHING} The notes can be read with \`naeringspuls notes\`.`
        : `A note speaks of a break. If the figures are not comparable, write under \`breaks\` in \`config/corrections.yaml\`:\n${lines.join('\n')}`,
  };
}

function instant(at: string): string {
  return `${dateText(at, 'en')} at ${timeText(at, 'en')}`;
}
