import type { DescriptionChange, SourceNote } from '../../model/data/source-description.ts';
import { quotedText } from './facts.ts';

/** What a table says otherwise than before, as a clause in plain bokmål; the source's own words stand as they are. */
export function changeNb(change: DescriptionChange): string {
  switch (change.kind) {
    case 'title':
      return `tittelen var ${shown(change.before)} og er nå ${shown(change.after)}`;
    case 'source':
      return `kilden var ${shown(change.before)} og er nå ${shown(change.after)}`;
    case 'last-period':
      return `siste periode var ${change.before ?? 'ingen'} og er nå ${change.after ?? 'ingen'}`;
    case 'discontinued':
      return change.after ? 'den er merket som avsluttet' : 'den er ikke lenger merket som avsluttet';
    case 'variable-label':
      return `variabelen ${change.variable} het ${shown(change.before)} og heter nå ${shown(change.after)}`;
    case 'label':
      return `${change.code} av ${change.variable} het ${shown(change.before)} og heter nå ${shown(change.after)}`;
    case 'decimals':
      return `antall desimaler for ${change.code} var ${change.before ?? 'ikke oppgitt'} og er nå ${change.after ?? 'ikke oppgitt'}`;
    case 'new-code':
      return `${change.variable} har fått koden ${change.code} (${quotedText(change.label, 'nb')})`;
    case 'gone-code':
      return `${change.variable} har ikke lenger koden ${change.code} (${quotedText(change.label, 'nb')})`;
    case 'new-note':
      return `den har en ny merknad${whereOf(change.note)}: ${quotedText(change.note.text, 'nb')}`;
    case 'now-mandatory':
      return `merknaden${onOf(change.note)} skal nå leses sammen med tallene: ${quotedText(change.note.text, 'nb')}`;
    case 'gone-note':
      return `merknaden${onOf(change.note)} er borte: ${quotedText(change.note.text, 'nb')}`;
  }
}

function shown(text: string | null): string {
  return text === null ? 'tom' : quotedText(text, 'nb');
}

function whereOf(note: SourceNote): string {
  return `${onOf(note)}${note.mandatory ? ', som skal leses sammen med tallene' : ''}`;
}

function onOf({ variable, category }: SourceNote): string {
  if (variable === null) return '';
  return category === null ? ` til ${variable}` : ` til ${category} av ${variable}`;
}
