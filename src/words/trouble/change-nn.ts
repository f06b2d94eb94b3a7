import type { DescriptionChange, SourceNote } from '../../model/data/source-description.ts';
import { quotedText } from './facts.ts';

/** What a table says otherwise than before, as a clause in plain nynorsk; the source's own words stand as they are. */
export function changeNn(change: DescriptionChange): string {
  switch (change.kind) {
    case 'title':
      return `tittelen var ${shown(change.before)} og er no ${shown(change.after)}`;
    case 'source':
      return `kjelda var ${shown(change.before)} og er no ${shown(change.after)}`;
    case 'last-period':
      return `siste periode var ${change.before ?? 'ingen'} og er no ${change.after ?? 'ingen'}`;
    case 'discontinued':
      return change.after ? 'han er merkt som avslutta' : 'han er ikkje lenger merkt som avslutta';
    case 'variable-label':
      return `variabelen ${change.variable} heitte ${shown(change.before)} og heiter no ${shown(change.after)}`;
    case 'label':
      return `${change.code} av ${change.variable} heitte ${shown(change.before)} og heiter no ${shown(change.after)}`;
    case 'decimals':
      return `talet på desimalar for ${change.code} var ${change.before ?? 'ikkje oppgitt'} og er no ${change.after ?? 'ikkje oppgitt'}`;
    case 'new-code':
      return `${change.variable} har fått koden ${change.code} (${quotedText(change.label, 'nn')})`;
    case 'gone-code':
      return `${change.variable} har ikkje lenger koden ${change.code} (${quotedText(change.label, 'nn')})`;
    case 'new-note':
      return `han har ein ny merknad${whereOf(change.note)}: ${quotedText(change.note.text, 'nn')}`;
    case 'now-mandatory':
      return `merknaden${onOf(change.note)} skal no lesast saman med tala: ${quotedText(change.note.text, 'nn')}`;
    case 'gone-note':
      return `merknaden${onOf(change.note)} er borte: ${quotedText(change.note.text, 'nn')}`;
  }
}

function shown(text: string | null): string {
  return text === null ? 'tom' : quotedText(text, 'nn');
}

function whereOf(note: SourceNote): string {
  return `${onOf(note)}${note.mandatory ? ', som skal lesast saman med tala' : ''}`;
}

function onOf({ variable, category }: SourceNote): string {
  if (variable === null) return '';
  return category === null ? ` til ${variable}` : ` til ${category} av ${variable}`;
}
