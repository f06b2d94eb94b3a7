import * as z from 'zod';
import { group, text } from './schema-words.ts';

const webAddress = z
  .string()
  .refine((value) => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol), {
    error: ({ input }) => `'${String(input)}' is not an address that begins with http:// or https://, or null.`,
  });

const address = webAddress.refine((value) => !value.includes('#'), {
  error: "Leave out what follows '#': it is added for each indicator.",
});

const contact = group({
  name: text.describe('A person, an office or a role'),
  email: z
    .string()
    .regex(/^[^\s@<>"']+@[^\s@<>"']+$/, {
      error: ({ input }) => `'${String(input)}' is no e-mail address, such as naering@example.org.`,
    })
    .exactOptional(),
  phone: z
    .string()
    .regex(/^\+?\d[\d ]{2,}$/, {
      error: ({ input }) =>
        `'${String(input)}' is no telephone number: write digits and spaces in quotes, such as '32 00 00 00'.`,
    })
    .exactOptional()
    .describe('In quotes'),
}).refine(({ email, phone }) => email !== undefined || phone !== undefined, {
  error: "Write 'email', 'phone' or both: a name alone reaches nobody.",
});

/** `report.yaml`: the page for staff. */
export const reportFile = group({
  address: address
    .nullable()
    .exactOptional()
    .describe('Where staff open the page; messages link to it. null, or left out, for none'),
  contact: contact
    .nullable()
    .exactOptional()
    .describe('Whom page and messages name for questions about the figures. null for nobody'),
  planDocument: webAddress.nullable().exactOptional().describe('Where the plan itself can be read. null for nowhere'),
});

export type ReportFile = z.infer<typeof reportFile>;
