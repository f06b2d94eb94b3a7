import * as z from 'zod';
import { group } from './schema-words.ts';

const address = z
  .string()
  .refine((value) => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol), {
    error: ({ input }) => `'${String(input)}' is not an address that begins with http:// or https://, or null.`,
  })
  .refine((value) => !value.includes('#'), { error: "Leave out what follows '#': it is added for each indicator." });

/** `report.yaml`: the page for staff. */
export const reportFile = group({
  address: address.nullable().describe('Where staff open the page; messages link to it. null for none'),
});

export type ReportFile = z.infer<typeof reportFile>;
