import { html, type Markup, type Part } from './markup.ts';

/** Questions with their answers as a list of terms; one without an answer (`null`) is left out. */
export function answerList(rows: readonly (readonly [question: string, answer: Part])[], name?: string): Markup {
  const answered = rows.filter(([, answer]) => answer !== null);
  return html`<dl${name !== undefined && html` class="${name}"`}>
    ${answered.map(
      ([question, answer]) =>
        html`<div>
          <dt>${question}</dt>
          <dd>${answer}</dd>
        </div> `,
    )}
  </dl>`;
}
