import * as z from 'zod';
import { once } from '#shared/once';

export const publicityState = z.enum(['due', 'published', 'objected', 'withdrawn']);
export type PublicityState = z.infer<typeof publicityState>;

/** What can be done with an entry; the graph says from where and by whom. Apart from it, as a start needs the names alone. */
export const publicityActs = [
  'begin',
  'publish',
  'warn',
  'object',
  'correct',
  'reject',
  'remove',
  'withdraw',
  'restore',
  'amend',
] as const;
export type PublicityAct = (typeof publicityActs)[number];

/** Whom the public sees as the holder of a licence: an organisation by its name, a person by a masked one. */
export const holder = once(() => z.object({ kind: z.enum(['organisation', 'person']), name: z.string() }));
export type Holder = z.infer<ReturnType<typeof holder>>;
