import * as z from 'zod';
import { once } from '#shared/once';
import { entry } from '../party/entry.ts';

export const deliveryState = z.enum(['due', 'ready', 'sent', 'delivered', 'taken-back']);
export type DeliveryState = z.infer<typeof deliveryState>;

/** 送达方式: how the applicant gets the result; he chooses. */
export const deliveryWay = z.enum(['download', 'window', 'post']);
export type DeliveryWay = z.infer<typeof deliveryWay>;

const moment = once(() => z.coerce.date());

/** 送达回证: how it is known that the result has come to the applicant. */
export const proof = once(() =>
  z.object({
    kind: z.enum(['downloaded', 'picked-up', 'signed-for']),
    at: moment(),
    by: z.string(),
    /** At a window: that it was the party itself, one who holds its authority, or one who had the code. */
    saw: z.enum(['identity', 'authority', 'code']).optional(),
    authorityId: z.string().optional(),
    entry: entry().optional(),
    /** Of a carrier: who took it, and when, as the carrier says. */
    takenBy: z.enum(['recipient', 'other']).optional(),
    takenAt: moment().optional(),
  }),
);
export type Proof = z.infer<ReturnType<typeof proof>>;

/** What can be done with a delivery; the graph says from where and by whom. Apart from it, as a start needs the names alone. */
export const deliveryActs = [
  'begin',
  'choose',
  'make-ready',
  'send',
  'return',
  'download',
  'hand-over',
  'prove',
  'warn',
  'take-back',
  'restore',
] as const;
export type DeliveryAct = (typeof deliveryActs)[number];
