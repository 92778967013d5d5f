import * as z from 'zod';
import { once } from '#shared/once';

export const queued = once(() => z.object({ period: z.string(), since: z.coerce.date() }));
export type Queued = z.infer<ReturnType<typeof queued>>;
