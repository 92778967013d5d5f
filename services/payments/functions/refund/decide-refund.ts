import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import {
  approve,
  isBound,
  needsReason,
  payOut,
  redirect,
  reject,
  sendBack,
  type RefundChange,
} from '../../domain/refund/act.ts';
import { isProposer } from '../../domain/person.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { isVerifier } from '../../domain/refund/people.ts';
import { divert } from '../../domain/refund/treasury.ts';
import { mustUndo } from '../../domain/refund/undoing.ts';
import { unpromised } from '../../domain/refund/reserve.ts';
import { nameDiffers, ownRefund, refundBound, refundMoved } from '../../problems/refund.ts';
import type { approveRefundBody, payOutBody, redirectBody, rejectRefundBody } from '../../schemas/refund.ts';
import type { BackChange } from '../../stores/refunds.ts';
import { payerNameOf } from './payer-name.ts';
import { expectFromRefund } from '../bank/expect-from-acts.ts';
import { unitFor } from './unit-of.ts';
import { showForFinance } from './show-refund.ts';

type CallOf<Body extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Body>>>;

/** Somebody else than who proposed it says yes: to the refund, or to the account that it goes to. What has been remitted meanwhile goes to its unit. */
export const approveRefund = (deps: PaymentsDeps) => (call: CallOf<typeof approveRefundBody>) =>
  byAnother(call, deps, async (found) => {
    const { difference } = call.body;
    const { actor: by } = call.scope;
    if (isVerifier(found, by)) return refuse(ownRefund);
    if (needsReason(found) && !difference) return refuse(nameDiffers);
    const unit = found.state === 'proposed' ? await unitFor(found, deps) : undefined;
    if (unit) return divert(found, unit, { at: call.cause.at });
    return approve(found, { by, at: call.cause.at, difference, undoes: await undoesFirst(found, deps) });
  });

/** An account alone changes nothing for a collector. */
async function undoesFirst(found: Refund, { bills }: PaymentsDeps): Promise<boolean> {
  if (found.of.kind !== 'lines' || (found.state !== 'proposed' && found.state !== 'verified')) return false;
  const held = await bills.load(found.of.billId);
  return held !== undefined && mustUndo(found, held.bill);
}

/** Somebody else says no: what was promised may be proposed again. */
export const rejectRefund = (deps: PaymentsDeps) => (call: CallOf<typeof rejectRefundBody>) =>
  byAnother(call, deps, (found) => (isBound(found) ? refuse(refundBound) : reject(found, call.body.reason)));

/** The way back is closed: finance names an account of the payer's own; whether it has his name is looked at. Of what has been remitted the unit has to verify it first. */
export const redirectRefund = (deps: PaymentsDeps) => (call: CallOf<typeof redirectBody>) =>
  decide(call, deps, async (found) => {
    const [payer, unit] = await Promise.all([payerNameOf(found, deps), unitFor(found, deps)]);
    if (unit) return divert(found, unit, { at: call.cause.at, to: { account: call.body, payer } });
    return redirect(found, call.body, { by: call.scope.actor, payer });
  });

/** The bank did not take the transfer. */
export const sendRefundBack = (deps: PaymentsDeps) => (call: Call) => decide(call, deps, sendBack);

/** It has been transferred, by this slip. */
export const payOutRefund = (deps: PaymentsDeps) => (call: CallOf<typeof payOutBody>) =>
  decide(call, deps, (found) => payOut(found, { proof: call.body.slip, at: call.cause.at }));

function byAnother(call: Call, deps: PaymentsDeps, by: (found: Refund) => Decided | Promise<Decided>) {
  const own = (found: Refund) => isProposer(found, call.scope.actor);
  return decide(call, deps, async (found) => (own(found) ? refuse(ownRefund) : by(found)));
}

export type Decided = RefundChange | Refusal | undefined;

/** An act of somebody on a refund as he has read it: what it comes to is saved, or refused. */
export async function decide(
  { params, ifMatch, cause }: Call,
  deps: PaymentsDeps,
  by: (found: Refund) => Decided | Promise<Decided>,
): Promise<HttpResponse> {
  const found = await deps.refunds.load(params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  if (found.version !== ifMatch) return refuse(problems.versionStale);
  const change = await by(found);
  if (!change) return refuse(refundMoved);
  if ('problem' in change) return change;
  const { refund } = change;
  const reply = { status: 200, headers: { ETag: `"${refund.version}"` }, body: showForFinance(refund) };
  const back = await freed(change, deps);
  const more = expectFromRefund(change, cause);
  await deps.refunds.save([change], { ...cause, reply }, { more, ...(back && { back }) });
  return reply;
}

/** A refund that will not be is not promised any more. */
async function freed({ refund }: RefundChange, { refunds }: PaymentsDeps): Promise<BackChange | undefined> {
  const { of, state } = refund;
  if (state !== 'rejected' || of.kind !== 'lines') return undefined;
  const before = await refunds.backOf(of.billId);
  return { billId: of.billId, before, after: unpromised(before, of.lines) };
}
