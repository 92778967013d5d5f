import type * as z from 'zod';
import { refuse, type Call } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { isProposer } from '../../domain/person.ts';
import { isApprover } from '../../domain/refund/people.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import { payBack, refuseVerifying, returnToUnit, verify } from '../../domain/refund/treasury.ts';
import { isBound } from '../../domain/refund/act.ts';
import { ownRefund, refundBound } from '../../problems/refund.ts';
import { problems } from '#shared/problem';
import type { payBackBody, redirectBody, rejectRefundBody } from '../../schemas/refund.ts';
import { officesOf } from '../bill/office.ts';
import { decide, type Decided } from './decide-refund.ts';
import { payerNameOf } from './payer-name.ts';

type CallOf<Body extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Body>>>;

/** 执收单位核实: the unit says that it is owed back, and to which account of the payer's. */
export const verifyRefund = (deps: PaymentsDeps) => (call: CallOf<typeof redirectBody>) =>
  byUnit(call, deps, async (found) => {
    const payer = await payerNameOf(found, deps);
    return verify(found, call.scope.actor, { at: call.cause.at, account: call.body, payer });
  });

/** The unit says that nothing is owed back. */
export const refuseRefund = (deps: PaymentsDeps) => (call: CallOf<typeof rejectRefundBody>) =>
  byUnit(call, deps, async (found) =>
    isBound(found) ? refuse(refundBound) : refuseVerifying(found, call.body.reason),
  );

/** 国库退付: the treasury has paid it, by this order of its own; somebody else than who approved it says so. */
export const payRefundBack = (deps: PaymentsDeps) => (call: CallOf<typeof payBackBody>) =>
  decide(call, deps, (found) =>
    isApprover(found, call.scope.actor)
      ? refuse(ownRefund)
      : payBack(found, { proof: call.body.order, at: call.cause.at }),
  );

/** The bank did not take the treasury's transfer. */
export const returnRefund = (deps: PaymentsDeps) => (call: Call) =>
  decide(call, deps, (found) => returnToUnit(found, call.cause.at));

/** A refund of another unit is not there for the caller; nobody verifies what he has proposed. */
async function byUnit(call: Call, deps: PaymentsDeps, by: (found: Refund) => Promise<Decided>) {
  const isOwn = ({ unit }: Refund): boolean =>
    officesOf(call).some(({ district, department }) => district === unit?.district && department === unit.department);
  const found = await deps.refunds.load(call.params['id'] ?? '');
  if (!found || !isOwn(found)) return refuse(problems.notFound);
  return decide(call, deps, async (seen) => (isProposer(seen, call.scope.actor) ? refuse(ownRefund) : by(seen)));
}
