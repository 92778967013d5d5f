import * as z from 'zod';

export const pushState = z.enum(['pushed', 'confirmed', 'reported', 'superseded']);
export type PushState = z.infer<typeof pushState>;

/** What can be done with a push; the graph says from where and by whom. Apart from it, as a start needs the names alone. */
export const pushActs = ['push', 'confirm', 'report', 'warn', 'supersede'] as const;
export type PushAct = (typeof pushActs)[number];
