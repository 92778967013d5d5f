import * as z from 'zod';

const text = z.object({ S: z.string() });

/** Rows as DynamoDB writes them in JSON. */
export const rows = z.array(z.looseObject({ pk: text, sk: text }));
export type Rows = z.infer<typeof rows>;
