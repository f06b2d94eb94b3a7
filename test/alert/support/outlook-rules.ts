/** A tag of HTML, with its attributes. */
interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What Word, which draws mail in Outlook for Windows, does not draw. */
const NOT_DRAWN = [
  'border-radius',
  'box-shadow',
  'display:flex',
  'display:grid',
  'position:',
  'float:',
  'background:',
  'font:',
];

/** Word pads cells alone. */
const PADDED = ['td', 'th', 'body'];
const OTHER_UNITS = /\d(?:em|rem|vw|vh|ch|pt)\b|calc\(/;
const OTHER_COLOURS = /rgba?\(|hsla?\(|#[\da-f]{3}(?![\da-f])|color:(?!#)/i;

/** Every rule of mail for Outlook for Windows that a message breaks, in a sentence each. */
export function outlookFaults(html: string): readonly string[] {
  const tags = tagsOf(html.replace(/<style>.*?<\/style>/s, ''));
  const has = (pattern: RegExp, sentence: string) => (pattern.test(html) ? [] : [sentence]);
  return [
    ...tags.flatMap(faultsOf),
    ...has(/<!--\[if mso\]><table [^>]*width="600"[^>]*>/, 'There is no ghost table that gives Outlook its width.'),
    ...has(/<!--\[if mso\]><\/td><\/tr><\/table><!\[endif\]-->/, 'The ghost table is not closed.'),
    ...has(/<meta name="color-scheme" content="light dark">/, 'It does not say that it can be dark.'),
    ...has(
      /<meta name="supported-color-schemes" content="light dark">/,
      'It does not say to Apple that it can be dark.',
    ),
    ...has(/@media \(prefers-color-scheme:dark\)/, 'It has no colours for the dark.'),
    ...has(/<body[^>]*>\s*<div style="display:none;[^"]*mso-hide:all">\S/, 'It does not begin with a preheader.'),
    ...unclosed(html),
  ];
}

function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: new Map([...rest.matchAll(/([a-z:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  }));
}

function faultsOf({ name, attributes }: Tag): readonly string[] {
  const style = attributes.get('style') ?? '';
  const shown = `<${name} style="${style}">`;
  const isHidden = style.includes('mso-hide:all');
  const isGhost = style === '' && name === 'td' && attributes.size === 0;
  return [
    ...NOT_DRAWN.filter((one) => style.includes(one)).map((one) => `${shown} relies on ${one}.`),
    ...(['div', 'p', 'h1', 'h2', 'h3'].includes(name) && !isHidden ? [`${shown} is laid out without a table.`] : []),
    ...(style.includes('max-width') && !attributes.has('width') ? [`${shown} has a max-width and no width.`] : []),
    ...((name === 'td' || name === 'th') && !isGhost && !style.includes('font-family:')
      ? [`${shown} has no font of its own, and Word falls back to Times.`]
      : []),
    ...(name === 'table'
      ? ['cellpadding', 'cellspacing', 'border']
          .filter((key) => attributes.get(key) !== '0')
          .map((key) => `A table has no ${key}="0".`)
      : []),
    ...(name === 'table' && !/^(?:\d+|100%)$/.test(attributes.get('width') ?? '') ? ['A table has no width.'] : []),
    ...(/(?:^|;)margin/.test(style) && name !== 'body' ? [`${shown} has a margin, which Word drops or doubles.`] : []),
    ...(/(?:^|;)padding/.test(style) && !PADDED.includes(name) ? [`${shown} has padding, and is no cell.`] : []),
    ...(OTHER_UNITS.test(style) ? [`${shown} has a length that is not in pixels.`] : []),
    ...(OTHER_COLOURS.test(style) ? [`${shown} has a colour that is not six digits.`] : []),
    ...(/!important|var\(/.test(style) ? [`${shown} relies on a cascade.`] : []),
    ...(['img', 'svg', 'script', 'link', 'form', 'video'].includes(name) ? [`There is a <${name}>.`] : []),
  ];
}

/** Outlook drops what stands after a table, row or cell that is not closed. */
function unclosed(html: string): readonly string[] {
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
  return ['table', 'tr', 'td', 'th'].flatMap((name) =>
    count(new RegExp(`<${name}\\b`, 'g')) === count(new RegExp(`</${name}>`, 'g'))
      ? []
      : [`A <${name}> is not closed.`],
  );
}
