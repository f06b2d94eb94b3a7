import { escapeHtml } from '../model/escape-html.ts';

/** HTML that is ready; whatever else is put into a template is text, and escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: nothing stands for `null`, `false` and `undefined`; a list is put in piece by piece. */
export type Part = Markup | string | number | null | false | undefined | readonly Part[];

/** Builds HTML: the template is markup, and everything put into it is escaped unless it is `Markup` itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + toText(parts[index])).join(''));
}

function toText(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return part.map(toText).join('');
}
