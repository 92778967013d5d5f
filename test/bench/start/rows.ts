import * as z from 'zod';

const text = z.object({ S: z.string() });

/** Rows as DynamoDB writes them in JSON. */
export const rows = z.array(z.looseObject({ pk: text, sk: text }));
export type Rows = z.infer<typeof rows>;

/** The key of the party hash where starts are measured: the company of the demonstration is known by it. */
export const partyKey = 'a key of the city that is long enough';
