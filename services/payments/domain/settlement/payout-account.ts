import * as z from 'zod';
import { once } from '#shared/once';
import { account } from '../refund/refund.ts';
import { proposer, type Acting } from '../person.ts';

export const payoutAccountState = z.enum(['proposed', 'rejected', 'in-force', 'superseded']);
export type PayoutAccountState = z.infer<typeof payoutAccountState>;
type PayoutAccountAct = 'approve' | 'reject' | 'supersede';

interface PayoutAccountArrow {
  act: PayoutAccountAct;
  from: readonly PayoutAccountState[];
  to: PayoutAccountState;
  who: readonly ('another' | 'approval')[];
  when?: string;
}

/** (from, act, who) → to. A payee has one in force at most. */
export const payoutAccountGraph: readonly PayoutAccountArrow[] = [
  {
    act: 'approve',
    from: ['proposed'],
    to: 'in-force',
    who: ['another'],
    when: 'the number is typed a second time, and is the same',
  },
  { act: 'reject', from: ['proposed'], to: 'rejected', who: ['another'] },
  { act: 'supersede', from: ['in-force'], to: 'superseded', who: ['approval'] },
];

/** 收款账户: where a payee with an account of its own is paid. Its number is shown whole in the file for the bank alone. */
export const payoutAccount = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: payoutAccountState,
    payee: z.string(),
    account: account(),
    /** Which one was in force when it was proposed; absent: the payee's first. */
    base: z.uuid().optional(),
    proposedBy: z.string(),
    proposedParty: z.string().optional(),
    proposedAt: z.coerce.date(),
    decidedBy: z.string().optional(),
    rejection: z.string().optional(),
    timelineHash: z.string(),
  }),
);
export type PayoutAccount = z.infer<ReturnType<typeof payoutAccount>>;

export interface PayoutAccountChange {
  before: PayoutAccount | undefined;
  after: PayoutAccount;
  act: PayoutAccountAct | 'propose';
}

type Said = Pick<PayoutAccount, 'id' | 'payee' | 'account' | 'base'>;

export function proposeAccount(said: Said, { by, at }: { by: Acting; at: Date }): PayoutAccountChange {
  const after = { ...said, ...proposer(by), proposedAt: at, version: 1, timelineHash: '' };
  return { before: undefined, after: { ...after, state: 'proposed' }, act: 'propose' };
}

/** Undefined where it is decided already. */
export function decideAccount(
  before: PayoutAccount,
  act: PayoutAccountAct,
  is: Pick<PayoutAccount, 'decidedBy' | 'rejection'>,
): PayoutAccountChange | undefined {
  const state = payoutAccountGraph.find((one) => one.act === act && one.from.includes(before.state))?.to;
  return state && { before, after: { ...before, ...is, state, version: before.version + 1 }, act };
}
