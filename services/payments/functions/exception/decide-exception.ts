import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { actionsOf, isAsSeen, reject } from '../../domain/exception/act.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import { planned } from '../../domain/exception/planned.ts';
import { isSamePerson } from '../../domain/person.ts';
import { exceptionMoved, ownException, proposalStale } from '../../problems/exception.ts';
import { refundOver } from '../../problems/refund.ts';
import type { rejectExceptionBody } from '../../schemas/exception.ts';
import { endOf } from './end-of.ts';
import { showActed } from './show-exception.ts';
import { situationOf } from './situation-of.ts';

/** Another person says yes: what was shown is written, and all that follows from it, at once. */
export const approveException =
  (deps: PaymentsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const { cause } = call;
    const found = await toDecide(call, deps);
    if ('problem' in found) return found;
    const seen = await situationOf(found, { wish: found.proposal.details, at: cause.at }, deps);
    const plan = planned(seen.situation, found.proposal.details);
    if ('fault' in plan || !isAsSeen(found.proposal, plan)) return refuse(proposalStale);
    const end = await endOf({ ...seen, plan }, { by: call.scope.actor.sub, at: cause.at }, deps);
    if (!end) return refuse(refundOver);
    const { after } = end.decided;
    const reply = { status: 200, headers: { ETag: `"${after.version}"` }, body: showActed(after) };
    await deps.ends.save(end, { ...cause, reply });
    return reply;
  };

/** Another person says no, and why. */
export const rejectException =
  (deps: PaymentsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof rejectExceptionBody>>>): Promise<HttpResponse> => {
    const found = await toDecide(call, deps);
    if ('problem' in found) return found;
    const change = reject(found, call.body.reason);
    if (!change) return refuse(exceptionMoved);
    const { version } = change.after;
    const reply = { status: 200, headers: { ETag: `"${version}"` }, body: showActed(change.after) };
    await deps.exceptions.save(change, { ...call.cause, reply });
    return reply;
  };

type Proposed = Exception & { proposal: NonNullable<Exception['proposal']> };

/** What waits for this person's decision. */
async function toDecide(call: Call, { exceptions }: PaymentsDeps): Promise<Proposed | Refusal> {
  const found = await exceptions.load(call.params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  if (found.version !== call.ifMatch) return refuse(problems.versionStale);
  const { proposal } = found;
  if (!proposal || !actionsOf(found).includes('approve')) return refuse(exceptionMoved);
  return isSamePerson(proposal, call.scope.actor) ? refuse(ownException) : { ...found, proposal };
}
