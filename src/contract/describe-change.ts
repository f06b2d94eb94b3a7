import type { DescriptionChange, SourceNote } from '../model/data/source-description.ts';

/** What a table says differently than before, as a clause in English without a full stop, before and after. */
export function describeChange(change: DescriptionChange): string {
  switch (change.kind) {
    case 'title':
      return `its title was ${quoted(change.before)}, now ${quoted(change.after)}`;
    case 'source':
      return `its source was ${quoted(change.before)}, now ${quoted(change.after)}`;
    case 'last-period':
      return `its last period was ${change.before ?? 'none'}, now ${change.after ?? 'none'}`;
    case 'discontinued':
      return change.after ? 'it is marked as discontinued now' : 'it is no longer marked as discontinued';
    case 'variable-label':
      return `the variable ${change.variable} was called ${quoted(change.before)}, now ${quoted(change.after)}`;
    case 'label':
      return `${change.code} of ${change.variable} was called ${quoted(change.before)}, now ${quoted(change.after)}`;
    case 'decimals':
      return `the decimals of ${change.code} were ${change.before ?? 'not said'}, now ${change.after ?? 'not said'}`;
    case 'new-code':
      return `${change.variable} has a new code ${change.code} (${quoted(change.label)})`;
    case 'gone-code':
      return `${change.variable} no longer has the code ${change.code} (${quoted(change.label)})`;
    case 'new-note':
      return `it has a new ${kindOf(change.note)}${placeOf(change.note)}: ${quoted(change.note.text)}`;
    case 'now-mandatory':
      return `its note${placeOf(change.note)} has become mandatory: ${quoted(change.note.text)}`;
    case 'gone-note':
      return `its ${kindOf(change.note)}${placeOf(change.note)} is gone: ${quoted(change.note.text)}`;
  }
}

function kindOf({ mandatory }: SourceNote): string {
  return mandatory ? 'mandatory note' : 'note';
}

function placeOf({ variable, category }: SourceNote): string {
  if (variable === null) return '';
  return category === null ? ` on ${variable}` : ` on ${category} of ${variable}`;
}

function quoted(text: string | null): string {
  return text === null ? 'nothing' : `«${text.replaceAll(/\s+/g, ' ').trim()}»`;
}
