import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { Write } from '#shared/table';
import type { PaymentsDeps } from '../../deps.ts';
import { expectPayment } from '../../domain/bank/expected.ts';
import { isSamePerson, recorded } from '../../domain/person.ts';
import { payOut, propose, reject, sendBack, type SuspenseChange } from '../../domain/suspense/act.ts';
import type { Suspense } from '../../domain/suspense/suspense.ts';
import { ownSuspense, suspenseMoved } from '../../problems/suspense.ts';
import type { payOutBody } from '../../schemas/refund.ts';
import type { proposeSuspenseBody, rejectSuspenseBody } from '../../schemas/suspense.ts';
import { expectedWrites } from '../../stores/expected.ts';
import { endOfSuspense } from './end-of-suspense.ts';
import { showSuspense } from './show-suspense.ts';

type CallOf<Body extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Body>>>;
interface Act {
  change: SuspenseChange | undefined;
  more?: readonly Write[];
}

/** One person says whose it is, or where it is to go; what cannot be so is refused at once. */
export const proposeSuspense = (deps: PaymentsDeps) => (call: CallOf<typeof proposeSuspenseBody>) =>
  act(call, deps, async (found) => {
    const { body: wish, scope, cause } = call;
    const end = await endOfSuspense(found, wish, { deps, cause });
    if ('no' in end) return refuse(end.no);
    return { change: propose(found, { wish, ...recorded(scope.actor), at: cause.at }) };
  });

/** Another person says yes: it leaves suspense, with all that follows. */
export const approveSuspense = (deps: PaymentsDeps) => (call: Call) =>
  byAnother(call, deps, async (found, { wish }) => {
    const end = await endOfSuspense(found, wish, { deps, cause: call.cause });
    return 'no' in end ? refuse(end.no) : end;
  });

/** Another person says no, and why. */
export const rejectSuspense = (deps: PaymentsDeps) => (call: CallOf<typeof rejectSuspenseBody>) =>
  byAnother(call, deps, async (found) => ({ change: reject(found, call.body.reason) }));

/** The bank did not take the transfer. */
export const sendSuspenseBack = (deps: PaymentsDeps) => (call: CallOf<typeof rejectSuspenseBody>) =>
  act(call, deps, async (found) => ({ change: sendBack(found, call.body.reason) }));

/** It has been transferred, by this slip. */
export const payOutSuspense = (deps: PaymentsDeps) => (call: CallOf<typeof payOutBody>) =>
  act(call, deps, async (found) => {
    const { body, scope, cause } = call;
    const { id, merchant, amountFen: paidFen } = found;
    const said = { id: `suspense.${id}`, merchant, day: dayOf(cause.at), paidFen, number: body.slip, lines: [] };
    return {
      change: payOut(found, { action: 'return', by: scope.actor.sub, at: cause.at, slip: body.slip }),
      more: expectedWrites({ after: expectPayment(said) }, cause),
    };
  });

type Proposal = NonNullable<Suspense['proposal']>;
const byAnother = (
  call: Call,
  deps: PaymentsDeps,
  by: (found: Suspense, proposal: Proposal) => Promise<Act | Refusal>,
) =>
  act(call, deps, async (found) => {
    if (!found.proposal || found.state !== 'under-review') return { change: undefined };
    return isSamePerson(found.proposal, call.scope.actor) ? refuse(ownSuspense) : by(found, found.proposal);
  });

async function act(
  { params, ifMatch, cause }: Call,
  { suspense }: PaymentsDeps,
  by: (found: Suspense) => Promise<Act | Refusal>,
): Promise<HttpResponse> {
  const found = await suspense.load(params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  if (found.version !== ifMatch) return refuse(problems.versionStale);
  const done = await by(found);
  if ('problem' in done) return done;
  if (!done.change) return refuse(suspenseMoved);
  const { item } = done.change;
  const reply = { status: 200, headers: { ETag: `"${item.version}"` }, body: showSuspense(item, cause.at) };
  await suspense.save(done.change, { ...cause, reply }, done.more);
  return reply;
}
