import * as z from 'zod';
import { once } from '#shared/once';
import { elsewhereState, elsewhereStep, type ElsewhereAct } from './graph.ts';

/** 缴款码缴费: what a bank took for a bill outside our channels, by its code, with the slip that proves it. */
export const elsewhere = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: elsewhereState,
    billId: z.uuid(),
    amountFen: z.int().min(1),
    paidAt: z.coerce.date(),
    bank: z.string(),
    slip: z.string(),
    proposedBy: z.string(),
    proposedParty: z.string().optional(),
    decidedBy: z.string().optional(),
    /** The order that has taken it in, and whether the bill is paid by it; else it goes back. */
    orderId: z.uuid().optional(),
    pays: z.boolean().optional(),
    createdAt: z.coerce.date(),
    timelineHash: z.string(),
  }),
);
export type Elsewhere = z.infer<ReturnType<typeof elsewhere>>;

export interface ElsewhereChange {
  before: Elsewhere | undefined;
  entered: Elsewhere;
  act: ElsewhereAct | 'propose';
}

/** One person of finance enters it, from the bank's slip. */
export function proposeElsewhere(said: Omit<Elsewhere, 'version' | 'state' | 'timelineHash'>): ElsewhereChange {
  return { before: undefined, entered: { ...said, version: 1, state: 'proposed', timelineHash: '' }, act: 'propose' };
}

/** Another says that it is so, or is not. Undefined where that is decided. */
export function decideElsewhere(
  before: Elsewhere,
  act: ElsewhereAct,
  is: Pick<Elsewhere, 'decidedBy' | 'orderId' | 'pays'>,
): ElsewhereChange | undefined {
  const state = elsewhereStep(before.state, act);
  return state && { before, entered: { ...before, ...is, state, version: before.version + 1 }, act };
}
