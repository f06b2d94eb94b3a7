import * as z from 'zod';
import { BUILT_IN_SYMBOLS, SYMBOL_MEANINGS } from '../../model/data/symbol-meaning.ts';
import { group } from './schema-words.ts';

const symbol = z
  .string()
  .regex(/^\S+$/, {
    error: ({ input }) => `'${String(input)}' is not a symbol: write it as the table shows it, without blanks.`,
  })
  .refine((written) => !BUILT_IN_SYMBOLS.has(written), {
    error: ({ input }) =>
      `The program knows '${String(input)}' by itself (${BUILT_IN_SYMBOLS.get(String(input)) ?? ''}), and its meaning cannot be changed; remove this line.`,
  });

const meaning = z
  .enum(SYMBOL_MEANINGS)
  .describe(
    'withheld, not-possible, missing, mixed (a sum of cells with different symbols) or nil in the place of a number; ' +
      'provisional, estimated, forecast, break, other-definition or normal beside one',
  );

const table = z.string().regex(/^\d{5}$/, {
  error: ({ input }) => `'${String(input)}' is not a table number: write five digits in quotes, such as '07984'.`,
});

/** `symbols.yaml`, which need not be there: the meaning of symbols that are not built in. */
export const symbolsFile = group({
  symbols: z.record(symbol, meaning).default({}).describe('Symbol and meaning, in every table'),
  tables: z
    .record(table, z.record(symbol, meaning))
    .default({})
    .describe('Table number, with the symbols and meanings that hold in that table alone'),
});

export type SymbolsFile = z.infer<typeof symbolsFile>;

/** What holds where there is no such file. */
export const NO_SYMBOLS: SymbolsFile = { symbols: {}, tables: {} };
