import type { UsageWords } from './usage.ts';

/** Plain nynorsk. */
export const usageNn: UsageWords = {
  problem: (code, [first = '', second = ''], line) => {
    switch (code) {
      case 'commander.unknownCommand':
        return `Det finst ingen kommando «${first}».`;
      case 'commander.unknownOption':
        return `Det finst ikkje noko val «${first}».`;
      case 'commander.missingArgument':
        return `«${first}» manglar.`;
      case 'commander.missingMandatoryOptionValue':
        return `«${first}» må vere med.`;
      case 'commander.optionMissingArgument':
        return `«${first}» manglar ein verdi.`;
      case 'commander.invalidArgument':
        return line.startsWith('command-argument')
          ? `«${first}» kan ikkje vere ${second}.`
          : `«${second}» kan ikkje vere verdien av «${first}».`;
      case 'commander.excessArguments':
        return `Det er for mange ord etter «${first}».`;
      case 'commander.conflictingOption':
        return `«${first}» og «${second}» kan ikkje brukast saman.`;
      default:
        return 'Kommandoen vart ikkje forstått.';
    }
  },
  meant: (names) => `Meinte du ${names}?`,
  own: (sentence) => {
    const choices = /^Allowed choices are (.+)\.$/.exec(sentence)?.[1];
    if (choices !== undefined) return `Vel mellom ${choices}.`;
    return sentence.startsWith('Write the number of an alert') ? 'Skriv nummeret til eit varsel, som 3.' : '';
  },
  help: 'Legg til --help for å sjå kva som er lov.',
};
