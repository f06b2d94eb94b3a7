import * as z from 'zod';
import { allowedWords } from '../../platform/nearest-word.ts';

// Compiling a check pays after hundreds of uses; each of these is used once, when the program starts.
z.config({ jitless: true });

/**
 * A group of keys in which no other key may stand; one sentence per unknown key, each on a line of its own. `elsewhere`
 * says of keys that are looked for here where they belong, and `otherwise` what to write in place of anything else.
 */
export function group<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  elsewhere: Readonly<Record<string, string>> = {},
  otherwise?: string,
) {
  const unknown = (key: string) => {
    // `0,05` within braces is 0, and a key of its own.
    if (/^\d+$/.test(key)) return `'${key}' stands after a comma: write decimals with a point, such as 0.05.`;
    return `The key '${key}' is not known here; ${elsewhere[key] ?? allowedWords(key, Object.keys(shape))}`;
  };
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map(unknown).join('\n') : otherwise),
  });
}

/** A list with at least one entry. */
export function list<Entry extends z.ZodType>(entry: Entry) {
  return z.array(entry).min(1, { error: 'This list is empty; it needs at least one entry.' });
}

export const text = z.string().regex(/\S/, { error: 'This text is empty; write it out.' });

export const idWord = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: ({ input }) =>
    `'${String(input)}' is not an id: write small letters a-z and digits, with hyphens between words.`,
});

export const municipalityCode = z.string().regex(/^\d{4}$/, {
  error: ({ input }) => `'${String(input)}' is not a municipality code: write four digits in quotes, such as '0301'.`,
});

export const countyCode = z.string().regex(/^\d{2}$/, {
  error: ({ input }) => `'${String(input)}' is not a county code: write two digits in quotes, such as '03'.`,
});

/** A place to compare with: the country, a county or a municipality. */
export const placeCode = z.string().regex(/^(0|\d{2}|\d{4})$/, {
  error: ({ input }) =>
    `'${String(input)}' is not a place: write a municipality code in quotes, such as '0301', a county code, such as '03', or '0' for the country.`,
});

export const year = z
  .int()
  .min(1900, { error: 'This is not a year between 1900 and 2100.' })
  .max(2100, { error: 'This is not a year between 1900 and 2100.' });

/** Period code of the source, such as `2024`, `2024K1`, `2024M05` or `2018-2020`. */
export const periodCode = z.string().regex(/^\d{4}([KMUH]\d{1,2}|-\d{4})?$/, {
  error: ({ input }) =>
    `'${String(input)}' is not a period: write '2024', '2024K1', '2024M05', '2024U12' or '2018-2020'.`,
});
