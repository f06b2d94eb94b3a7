import type { Context } from '../context.ts';
import { html, type Markup } from '../markup.ts';

/** Whom to ask, and where the plan is; `null` where the settings name neither. A heading above it may say already that it is for questions. */
export function reach({ texts, input }: Context, isUnderHeading = false): Markup | null {
  const { contact, plan } = input;
  if (contact === null && plan.document === null) return null;
  return html`<p class="reach">
    ${
      contact !== null &&
      html`${isUnderHeading ? texts.contact : texts.ask}
      ${contact.name}${
        contact.email !== undefined && html`, <a href="mailto:${contact.email}">${contact.email}</a>`
      }${contact.phone !== undefined && html`, <a href="tel:${dialled(contact.phone)}">${contact.phone}</a>`}. `
    }
    ${plan.document !== null && html`<a href="${plan.document}">${texts.readPlan}</a>`}
  </p>`;
}

/** A number as it is dialled: digits, and a plus before the code of a country. */
function dialled(phone: string): string {
  return phone.replaceAll(/[^\d+]/g, '');
}
