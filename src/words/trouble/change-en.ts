import type { DescriptionChange, SourceNote } from '../../model/data/source-description.ts';
import { quotedText } from './facts.ts';

/** What a table says otherwise than before, as a clause in plain English; the source's own words stand as they are. */
export function changeEn(change: DescriptionChange): string {
  switch (change.kind) {
    case 'title':
      return `its title was ${shown(change.before)} and is now ${shown(change.after)}`;
    case 'source':
      return `its source was ${shown(change.before)} and is now ${shown(change.after)}`;
    case 'last-period':
      return `its last period was ${change.before ?? 'none'} and is now ${change.after ?? 'none'}`;
    case 'discontinued':
      return change.after ? 'it is marked as discontinued' : 'it is no longer marked as discontinued';
    case 'variable-label':
      return `the variable ${change.variable} was called ${shown(change.before)} and is now called ${shown(change.after)}`;
    case 'label':
      return `${change.code} of ${change.variable} was called ${shown(change.before)} and is now called ${shown(change.after)}`;
    case 'decimals':
      return `the decimals of ${change.code} were ${change.before ?? 'not given'} and are now ${change.after ?? 'not given'}`;
    case 'new-code':
      return `${change.variable} has got the code ${change.code} (${quotedText(change.label, 'en')})`;
    case 'gone-code':
      return `${change.variable} no longer has the code ${change.code} (${quotedText(change.label, 'en')})`;
    case 'new-note':
      return `it has a new note${whereOf(change.note)}: ${quotedText(change.note.textEn ?? change.note.text, 'en')}`;
    case 'now-mandatory':
      return `the note${onOf(change.note)} is now to be read with the figures: ${quotedText(change.note.textEn ?? change.note.text, 'en')}`;
    case 'gone-note':
      return `the note${onOf(change.note)} is gone: ${quotedText(change.note.textEn ?? change.note.text, 'en')}`;
  }
}

function shown(text: string | null): string {
  return text === null ? 'empty' : quotedText(text, 'en');
}

function whereOf(note: SourceNote): string {
  return `${onOf(note)}${note.mandatory ? ', to be read with the figures' : ''}`;
}

function onOf({ variable, category }: SourceNote): string {
  if (variable === null) return '';
  return category === null ? ` on ${variable}` : ` on ${category} of ${variable}`;
}
