import * as z from 'zod';
import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import type { ReceivedOf } from '#events/event';
import { once } from '#shared/once';

/** 代理权限: who may act for whom, as the library keeps it; made from facts alone. `sequence` is that of the last. */
export const authority = once(() =>
  AuthorityChangedV1.data.extend({
    from: z.coerce.date(),
    until: z.coerce.date().optional(),
    sequence: z.int(),
  }),
);
export type Authority = z.infer<ReturnType<typeof authority>>;

export function authorityOf({ sequence, data }: ReceivedOf<typeof AuthorityChangedV1>): Authority {
  return authority().parse({ ...data, sequence });
}

/** An officer's mandate and a clerk's help are for cases: they open no library. */
const personal: ReadonlySet<Authority['kind']> = new Set(['guardian', 'delegate', 'legal-representative', 'handler']);

/**
 * What somebody wants to do for another: to send a document in, or to keep house among all that the other has. Nobody reads a
 * file by it: that is the owner's to grant.
 */
export type Wish = 'send' | 'keep';

/** Whether an authority allows that now. For some items or cases it is good for sending in what they need, and for nothing else. */
export function allows({ kind, state, from, until, scope }: Authority, wish: Wish, at: Date): boolean {
  if (!personal.has(kind) || state !== 'active' || at < from || (until && until <= at)) return false;
  const { items, stages, projectId, cases } = scope;
  const isWhole = items.includes('*') && !stages && projectId === undefined && !cases;
  return wish === 'send' || isWhole;
}
