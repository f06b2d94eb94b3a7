import type { Command } from 'commander';
import { checkConfig, writeSchemas } from '../../app/upkeep/config/check-config.ts';
import { type ConfigInForce, showConfig } from '../../app/upkeep/config/show-config.ts';
import { placesInForce } from '../../app/upkeep/config/places-in-force.ts';
import { type ConfigDiff, diffConfig } from '../../app/upkeep/config/diff-config.ts';
import { describeOrigin } from '../../app/source/dataset-origin.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { treatmentText } from '../import-report.ts';
import { shortened } from '../../words/shorten.ts';
import { terminalTextsOf } from '../../words/terminal/language.ts';
import { printJson } from '../print.ts';

export function addConfigCommand(program: Command, { output, finish }: CommandContext): void {
  const group = program.command('config').description('The settings: the plan, its indicators, places and peers.');
  group
    .command('check')
    .description('Reads every setting and lists every problem with file and line; exit code 2 when there is one.')
    .option('--json', 'one JSON document')
    .action((flags: { readonly json?: true }) => {
      const summary = checkConfig();
      if (summary.places.some(({ weight }) => weight !== 'note')) finish(exitCodeOf('settings-invalid'));
      if (flags.json) {
        printJson(output, summary);
        return;
      }
      const { configDir, municipality, indicators, datasets, unused, overridden, places, categories, warnings } =
        summary;
      const { placeRemedy, peersUnknown } = summary;
      const wrong = places.filter(({ weight }) => weight !== 'note');
      const verdict =
        wrong.length === 0
          ? `are in order: ${municipality.name}, ${counted(indicators.length, 'indicator')}, ${counted(datasets.length, 'dataset')}.`
          : 'can be read, and say of places what does not hold:';
      const remedy = placeRemedy === null ? [] : [`  ${placeRemedy}`];
      const unknown =
        peersUnknown.length === 0
          ? []
          : [
              `  Not compared with their tables yet, since nothing of them is fetched: the peers of ${peersUnknown.join(', ')}. \`doctor --live\` asks the source, \`ingest\` fetches them.`,
            ];
      const lines = [...wrong, ...places.filter(({ weight }) => weight === 'note')].flatMap(({ sentence, write }) => [
        `  ${sentence}`,
        ...write.map((line) => `      ${line}`),
      ]);
      const treatments = categories.map((one) => `  ${treatmentText(one, terminalTextsOf('en').imports)}`);
      const left =
        unused.length === 0
          ? []
          : [
              `  Not used by any indicator, so not fetched: ${unused.join(', ')}. What says keep: true in datasets.yaml is fetched all the same.`,
            ];
      const files = treatments.length === 0 ? [] : ['Categories of the last file:', ...treatments];
      const asked = overridden.flatMap((one) => describeOrigin(one) ?? []).map((line) => `  ${line}`);
      const lacking = warnings.flatMap(({ file, line, text, write }) => [`${file}:${line} ${text}`, ...write]);
      const said = lacking.length === 0 ? [] : ['Nothing is refused for this:', ...lacking];
      output.out(
        `${[`The settings in ${configDir} ${verdict}`, ...lines, ...remedy, ...asked, ...left, ...unknown, ...files, ...said].join('\n')}\n`,
      );
    });
  group
    .command('show')
    .description('Lists the settings in force, each value with the line it stands on, or that it is a default.')
    .option('--json', 'one JSON document')
    .action((flags: { readonly json?: true }) => {
      const shown = showConfig();
      if (flags.json) printJson(output, shown);
      else output.out(configShownText(shown));
    });
  group
    .command('places')
    .description('Prints the places in force with the codes they have had, as regions.yaml has them.')
    .option('--json', 'one JSON document')
    .action((flags: { readonly json?: true }) => {
      const { places, text } = placesInForce();
      if (flags.json) printJson(output, places);
      else output.out(text);
    });
  group
    .command('diff')
    .description(
      'Lists what the settings of another folder have that these lack, lack that these have, and have otherwise.',
    )
    .argument('[before]', 'a folder of settings; those in force when left out')
    .argument('[after]', 'another; those that come with the program when left out')
    .option('--json', 'one JSON document')
    .action((before: string | undefined, after: string | undefined, flags: { readonly json?: true }) => {
      const diff = diffConfig(before, after);
      if (flags.json) printJson(output, diff);
      else output.out(configDiffText(diff));
    });
  group
    .command('schema')
    .description('Writes the JSON schemas that let an editor complete and check the settings.')
    .action(() => {
      const folder = writeSchemas();
      output.out(`The schemas are in ${folder}.\n`);
    });
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Fits a terminal; `--json` has every value whole. */
const SHOWN_WIDTH = 80;
const ORIGINS = { default: 'default', bundled: 'known to the program' };

function configShownText({ configDir, values }: ConfigInForce): string {
  const files = [...new Set(values.map(({ file }) => file))];
  const lines = files.flatMap((file) => [file, ...values.filter((one) => one.file === file).map(valueLine)]);
  return `${[`The settings in force, from ${configDir}:`, ...lines].join('\n')}\n`;
}

function valueLine({ key, value, line, origin }: ConfigInForce['values'][number]): string {
  const from = origin === 'file' ? `line ${line ?? ''}` : ORIGINS[origin];
  const room = SHOWN_WIDTH - key.length - from.length - 8;
  // Beside a long key there is no room: the value has a line of its own.
  if (room < 12 && value.length > room) return `  ${key}  (${from}):\n    ${shortened(value, SHOWN_WIDTH - 4)}`;
  return `  ${key}: ${shortened(value, room)}  (${from})`;
}

function configDiffText({ before, after, differences }: ConfigDiff): string {
  const title = `From ${before} to ${after}:`;
  if (differences.length === 0) return `${title}\nnothing differs.\n`;
  const files = [...new Set(differences.map(({ file }) => file))];
  const lines = files.flatMap((file) => [file, ...differences.filter((one) => one.file === file).map(differenceLine)]);
  return `${[title, ...lines].join('\n')}\n`;
}

function differenceLine(difference: ConfigDiff['differences'][number]): string {
  const { key, kind, before, after, isDefaultBefore, isDefaultAfter } = difference;
  if (key === '') return kind === 'added' ? '  + the whole file' : '  - the whole file';
  const was = `${before ?? ''}${isDefaultBefore ? ' (default)' : ''}`;
  const is = `${after ?? ''}${isDefaultAfter ? ' (default)' : ''}`;
  if (kind === 'default') return `  = ${key}: ${is}, which need not be written`;
  if (kind === 'added') return `  + ${key}: ${is}`;
  if (kind === 'removed') return `  - ${key}: ${was}`;
  return `  ~ ${key}: ${was} -> ${is}`;
}
