import * as z from 'zod';
import { once } from '#shared/once';

/** What a grant has given, for those who need it later: the document number of the party it created, and fields of the licence. */
export const issued = once(() =>
  z.object({ party: z.string().optional(), fields: z.record(z.string(), z.string()).default({}) }),
);
export type Issued = z.infer<ReturnType<typeof issued>>;
