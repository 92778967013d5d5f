import * as z from 'zod';
import { once } from '#shared/once';

export const findingActs = ['raise', 'answer', 'return', 'close', 'recount'] as const;
export type FindingAct = (typeof findingActs)[number];

/** One act on a finding, as its timeline shows it. */
export const findingEntry = once(() =>
  z.object({
    at: z.string(),
    act: z.enum(findingActs),
    office: z.string(),
    actor: z.string(),
    text: z.string().optional(),
  }),
);
export type FindingEntry = z.infer<ReturnType<typeof findingEntry>>;
