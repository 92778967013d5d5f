import * as z from 'zod';

/** Where an edition stands; apart from the rest, because a list's query names it. */
export const editionState = z.enum(['draft', 'in-review', 'published', 'discarded']);
export type EditionState = z.infer<typeof editionState>;
