import { AdaptiveCard, SerializationContext, Version } from 'adaptivecards';
import { isObject } from '../../../src/model/shape.ts';

const COLOURS = ['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention'];
const SPACINGS = ['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding'];

/** What a property may be: any text, a truth, one of some words, or a list of elements. */
type Kind = 'text' | 'flag' | 'elements' | 'facts' | 'object' | readonly string[];

/**
 * The elements of Adaptive Cards 1.4 that a card here may have, with the properties that version knows; those that end in
 * `!` must be there. `style` of a text is of version 1.5.
 */
const ELEMENTS: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  AdaptiveCard: {
    ...{ $schema: 'text', 'version!': ['1.4'], lang: 'text', msteams: 'object', 'body!': 'elements' },
    actions: 'elements',
  },
  TextBlock: {
    ...{ 'text!': 'text', wrap: 'flag', isSubtle: 'flag', spacing: SPACINGS, color: COLOURS },
    ...{ size: ['Default', 'Small', 'Medium', 'Large', 'ExtraLarge'], weight: ['Default', 'Lighter', 'Bolder'] },
  },
  FactSet: { 'facts!': 'facts' },
  Fact: { 'title!': 'text', 'value!': 'text' },
  Container: {
    ...{ 'items!': 'elements', spacing: SPACINGS, bleed: 'flag' },
    style: ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'],
  },
  'Action.OpenUrl': { title: 'text', 'url!': 'text' },
};

/**
 * What Microsoft's own library says of a card when it reads it as the version that the card says it is of: an unknown element,
 * a value that is not allowed, what is of a later version. It lets an unknown property pass; `cardFaults` does not.
 */
export function libraryFaults(card: unknown): readonly string[] {
  if (!isObject(card) || typeof card['version'] !== 'string') return ['It says no version.'];
  const version = Version.parse(card['version'], new SerializationContext());
  if (version === undefined) return [`${card['version']} is no version.`];
  // Its pattern for `lang` goes on where it stopped the last time, and so finds a fault every other time.
  const [once, again] = [readingFaults(card, version), readingFaults(card, version)];
  return once.filter((fault) => again.includes(fault));
}

function readingFaults(card: unknown, version: Version): readonly string[] {
  const context = new SerializationContext(version);
  const read = new AdaptiveCard();
  read.parse(card, context);
  const told = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...told, ...read.validateProperties().validationEvents.map(({ message }) => message)];
}

/** What an Adaptive Card has that version 1.4 does not know, or lacks; nothing for a valid one. */
export function cardFaults(card: unknown): readonly string[] {
  return isObject(card) && card['type'] === 'AdaptiveCard' ? elementFaults(card) : ['It is no Adaptive Card.'];
}

function elementFaults(element: unknown, as?: string): readonly string[] {
  if (!isObject(element)) return ['An element is no object.'];
  const type = as ?? String(element['type']);
  const known = ELEMENTS[type];
  if (known === undefined) return [`There is no ${type}.`];
  const kinds = new Map(Object.entries(known).map(([name, kind]) => [name.replace('!', ''), kind]));
  const lacking = Object.keys(known).filter((name) => name.endsWith('!') && !(name.slice(0, -1) in element));
  return [
    ...lacking.map((name) => `A ${type} lacks ${name.slice(0, -1)}.`),
    ...Object.entries(element).flatMap(([name, value]) => {
      if (name === 'type' && as === undefined) return [];
      const kind = kinds.get(name);
      return kind === undefined ? [`A ${type} has no ${name}.`] : valueFaults(`${name} of a ${type}`, kind, value);
    }),
  ];
}

function valueFaults(what: string, kind: Kind, value: unknown): readonly string[] {
  if (kind === 'elements' || kind === 'facts') {
    if (!Array.isArray(value)) return [`The ${what} is no list.`];
    return value.flatMap((one: unknown) => elementFaults(one, kind === 'facts' ? 'Fact' : undefined));
  }
  const isRight =
    kind === 'text'
      ? typeof value === 'string'
      : kind === 'flag'
        ? typeof value === 'boolean'
        : kind === 'object'
          ? isObject(value)
          : kind.some((word) => word === value);
  return isRight ? [] : [`The ${what} cannot be ${JSON.stringify(value)}.`];
}
