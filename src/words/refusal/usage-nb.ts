import type { UsageWords } from './usage.ts';

/** Plain bokmål. */
export const usageNb: UsageWords = {
  problem: (code, [first = '', second = ''], line) => {
    switch (code) {
      case 'commander.unknownCommand':
        return `Det finnes ingen kommando «${first}».`;
      case 'commander.unknownOption':
        return `Det finnes ikke noe valg «${first}».`;
      case 'commander.missingArgument':
        return `«${first}» mangler.`;
      case 'commander.missingMandatoryOptionValue':
        return `«${first}» må være med.`;
      case 'commander.optionMissingArgument':
        return `«${first}» mangler en verdi.`;
      case 'commander.invalidArgument':
        return line.startsWith('command-argument')
          ? `«${first}» kan ikke være ${second}.`
          : `«${second}» kan ikke være verdien av «${first}».`;
      case 'commander.excessArguments':
        return `Det er for mange ord etter «${first}».`;
      case 'commander.conflictingOption':
        return `«${first}» og «${second}» kan ikke brukes sammen.`;
      default:
        return 'Kommandoen ble ikke forstått.';
    }
  },
  meant: (names) => `Mente du ${names}?`,
  own: (sentence) => {
    const choices = /^Allowed choices are (.+)\.$/.exec(sentence)?.[1];
    if (choices !== undefined) return `Velg mellom ${choices}.`;
    return sentence.startsWith('Write the number of an alert') ? 'Skriv nummeret til et varsel, som 3.' : '';
  },
  help: 'Legg til --help for å se hva som er lov.',
};
