import { eq } from 'drizzle-orm';
import { publication } from '../schema/dataset.ts';
import type { Store } from '../store.ts';

/** How a publication was come by. */
export interface PublicationRequest {
  readonly table: string | null;
  readonly updatedAt: string | null;
  readonly retrievedAt: string;
  readonly licence: string;
  readonly alternative: string;
  readonly alternativeReason: string;
  /** One line per request sent, or the name of the imported file. */
  readonly request: readonly string[];
}

/** The query a publication answered, and why it was chosen; `null` when there is no such publication. */
export function findPublicationRequest(store: Store, publicationId: number): PublicationRequest | null {
  const row = store.drizzle
    .select({
      table: publication.tableId,
      updatedAt: publication.updatedAt,
      retrievedAt: publication.retrievedAt,
      licence: publication.licence,
      alternative: publication.alternative,
      alternativeReason: publication.alternativeReason,
      request: publication.request,
    })
    .from(publication)
    .where(eq(publication.id, publicationId))
    .get();
  return row ?? null;
}
