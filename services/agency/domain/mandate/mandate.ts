import * as z from 'zod';
import { once } from '#shared/once';
import { mandateStates } from './graph.ts';

const name = once(() => z.string());
const moment = once(() => z.coerce.date());

/** What ends a mandate by itself: what was agreed for a project falls with its investor, or with the project. */
export const endedBy = ['investor-changed', 'project-over', 'until'] as const;

/** An officer under the mandate: each has an authority of his own, so that none goes on by what another had. */
const mandated = once(() =>
  z.object({
    partyId: name(),
    authorityId: z.uuid(),
    /** From when he may act; absent until the investor has sealed. */
    from: moment().optional(),
    /** When another took his place. */
    until: moment().optional(),
  }),
);
export type Mandated = z.infer<ReturnType<typeof mandated>>;

/** What is agreed: a stage of the four, all of its items or some. */
export const terms = once(() =>
  z.object({
    stages: z.array(z.int().min(1).max(4)),
    extent: z.enum(['full', 'partial']),
    /** Keys of items; `*` of a full one. */
    items: z.array(name()),
    /** Its last moment, not included. */
    until: moment().optional(),
  }),
);
export type Terms = z.infer<ReturnType<typeof terms>>;

/** 代办委托协议 of a project, kept in the set in which the project stands. */
export const mandate = once(() =>
  terms().extend({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(mandateStates),
    number: name(),
    projectId: z.uuid(),
    /** The investor who agrees, by its party; never another. */
    principal: name(),
    askedBy: z.enum(['investor', 'office']),
    askedAt: moment(),
    /** The last one is in place. */
    officers: z.array(mandated()),
    signedAt: moment().optional(),
    /** Who has consented for the investor, and how surely he was known. */
    sealed: z.object({ at: moment(), by: name(), assurance: z.int() }).optional(),
    doneAt: moment().optional(),
    /** How it has ended, or why it was refused; the signed sheet by its material. */
    ending: z
      .object({
        at: moment(),
        reasons: name().optional(),
        /** Why it has ended without anybody's saying so. */
        why: z.enum(endedBy).optional(),
        day: name().optional(),
        sheet: z.uuid().optional(),
      })
      .optional(),
    /** 回访, once it was made. */
    visit: z.object({ at: moment(), score: z.int(), remarks: name().optional(), by: name() }).optional(),
    timelineHash: name(),
  }),
);
export type Mandate = z.infer<ReturnType<typeof mandate>>;

export const officerIn = ({ officers }: Pick<Mandate, 'officers'>): Mandated | undefined => officers.at(-1);
