import * as z from 'zod';
import { group, idWord, list, placeCode, text } from './schema-words.ts';
import { requiredText } from './worded-keys.ts';

/** `peers.yaml`: whom the own municipality is compared with. */
export const peersFile = group({
  groups: list(
    group({
      id: idWord.describe('What an indicator writes after `peers:`'),
      ...requiredText('title', 'What the group is called'),
      confirmed: z
        .boolean()
        .describe('False until the municipality has adopted the list; texts then say that it is proposed'),
      regions: list(
        group({
          id: idWord,
          name: text,
          members: list(placeCode).describe(
            "Today's municipality codes, in quotes; their figures are summed. Or one county code, or '0' for the country",
          ),
        }),
      ),
    }),
  ),
});

export type PeersFile = z.infer<typeof peersFile>;
