import * as z from 'zod';

/** Whatever else a source writes in a place that is about words only, it is read as nothing: figures do not wait for it. */
const text = z.string().nullish().catch(null);
const flags = z.record(z.string(), z.boolean()).nullish().catch(null);
const notes = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .nullish()
  .catch(null);
const byCode = <T extends z.ZodType>(of: T) => z.record(z.string(), of).nullish().catch(null);

const Described = z.object({
  label: text,
  source: text,
  note: notes,
  extension: z
    .object({
      noteMandatory: flags,
      discontinued: z.boolean().nullish().catch(null),
      nextUpdate: text,
      px: z.object({ nextUpdate: text }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  dimension: byCode(
    z.object({
      note: notes,
      category: z
        .object({
          note: byCode(notes),
          unit: byCode(
            z
              .object({ decimals: z.number().int().nullish().catch(null) })
              .nullish()
              .catch(null),
          ),
        })
        .nullish()
        .catch(null),
      extension: z
        .object({ noteMandatory: flags, categoryNoteMandatory: byCode(flags) })
        .nullish()
        .catch(null),
    }),
  ),
});

/** What metadata say of their table in words, beside its codes and labels. */
export type DescribedDocument = z.infer<typeof Described>;

const NOTHING: DescribedDocument = Described.parse({});

/** Reads the words of a table's metadata. Never throws: what is in another shape than documented is left out. */
export function readDescribedDocument(document: unknown): DescribedDocument {
  const read = Described.safeParse(document);
  return read.success ? read.data : NOTHING;
}
