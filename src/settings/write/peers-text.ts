import { commentLines } from './comment-lines.ts';
import { scalar } from './scalar.ts';

/** The one comparison group of a new folder. */
export interface PeerChoices {
  readonly id: string;
  /** In the language of the plan. */
  readonly title: string;
  readonly titleEn: string;
  /** From where the list is, as one sentence. */
  readonly source: string;
  readonly regions: readonly { readonly id: string; readonly name: string; readonly code: string }[];
}

/** `peers.yaml` of a new folder: the group as a proposal, which only the municipality can confirm. */
export function peersText({ id, title, titleEn, source, regions }: PeerChoices): string {
  return [
    '# yaml-language-server: $schema=schema/peers.schema.json',
    '#',
    '# Whom the municipality is compared with. Every text that rests on the list says that it is a proposal until',
    '# `confirmed` is true: write that once the municipality has adopted it.',
    '',
    'groups:',
    ...commentLines(source).map((line) => `  ${line}`),
    `  - id: ${id}`,
    `    title: ${scalar(title)}`,
    `    titleEn: ${scalar(titleEn)}`,
    '    confirmed: false # to be decided',
    '    regions:',
    ...regions.map((one) => `      - { id: ${one.id}, name: ${scalar(one.name)}, members: ['${one.code}'] }`),
    '',
  ].join('\n');
}
