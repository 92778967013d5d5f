import * as z from 'zod';
import { once } from '#shared/once';
import { authorityStates } from './graph.ts';

const name = once(() => z.string());
const moment = once(() => z.coerce.date());

export const personalKinds = ['guardian', 'delegate', 'legal-representative', 'handler', 'clerk-assisted'] as const;
export type PersonalKind = (typeof personalKinds)[number];
export const occasions = ['death', 'deregistration', 'legal-representative-changed'] as const;
export type Occasion = (typeof occasions)[number];

/** By what right it began: the principal's own consent, or what a window has seen and kept. Documents by their ids in the library. */
const basis = once(() =>
  z.discriminatedUnion('by', [
    z.object({ by: z.literal('consent'), at: moment(), party: name(), assurance: z.int() }),
    z.object({
      by: z.literal('window'),
      at: moment(),
      office: name(),
      /** The principal's signature, or of a ward that of the guardian. */
      signature: z.uuid(),
      evidence: z.uuid().optional(),
    }),
  ]),
);

/** A personal authority, kept in the city for all sets. */
export const authority = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(authorityStates),
    kind: z.enum(personalKinds),
    principal: name(),
    delegate: name(),
    /** What they are called, as whoever began it has said. */
    names: z.object({ principal: name(), delegate: name() }),
    scope: z.object({ items: z.array(name()), cases: z.array(z.uuid()).optional() }),
    from: moment(),
    until: moment().optional(),
    basis: basis(),
    begunAt: moment(),
    /** What has to be confirmed, and what was found out about it. */
    confirm: z.enum(occasions).optional(),
    /** Why the last act was done, where it says so; a sheet by its id. */
    reasons: name().optional(),
    sheet: z.uuid().optional(),
    timelineHash: name(),
  }),
);
export type Authority = z.infer<ReturnType<typeof authority>>;
