import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { isSamePerson, type Acting } from '../../domain/person.ts';
import { count, cover, deposit, open, seal, sendBack, type ShiftChange } from '../../domain/shift/act.ts';
import { expectedCash, type Shift } from '../../domain/shift/shift.ts';
import * as refused from '../../problems/shift.ts';
import type * as schemas from '../../schemas/shift.ts';
import { expectFromShift } from '../bank/expect-from-acts.ts';
import { showShift } from './show-shift.ts';

type CallOf<Body extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Body>>>;

/** Whose till it is, whichever account he uses: another person must count it. */
const isKeeper = ({ cashier: by, cashierParty: party }: Shift, actor: Acting): boolean =>
  isSamePerson({ by, party }, actor);

/** A cashier begins; he keeps one till at a time. */
export const openShift =
  (deps: PaymentsDeps) =>
  async ({ body, scope, cause }: CallOf<typeof schemas.openShiftBody>): Promise<HttpResponse> => {
    if (await deps.shifts.hasOpen(scope.actor.sub)) return refuse(refused.shiftIsOpen);
    const { sub: cashier, partyId: cashierParty } = scope.actor;
    const keeper = { cashier, cashierParty, office: scope.office };
    const said = { id: deps.newId(), ...keeper, openedAt: cause.at, ...body };
    const change = open(said);
    const headers = { Location: `/payments/shifts/${said.id}`, ETag: '"1"' };
    const reply = { status: 201, headers, body: showShift(change.shift) };
    await deps.shifts.save(change, { ...cause, reply });
    return reply;
  };

/** The cashier counts what lies in his till. */
export const countShift = (deps: PaymentsDeps) => (call: CallOf<typeof schemas.countBody>) =>
  keep(call, deps, (found) => {
    const { body, scope, cause } = call;
    if (found.cashier !== scope.actor.sub) return refuse(problems.notFound);
    if (body.cashFen !== expectedCash(found) && !body.reason) return refuse(refused.differenceReason);
    return count(found, { ...body, at: cause.at });
  });

/** Another person counts it too, comes to the same sum, and seals the bag. */
export const sealShift = (deps: PaymentsDeps) => (call: CallOf<typeof schemas.sealBody>) =>
  keep(call, deps, (found) => {
    const { body, scope, cause } = call;
    if (found.version !== call.ifMatch) return refuse(problems.versionStale);
    if (isKeeper(found, scope.actor)) return refuse(refused.ownShift);
    if (found.counted && found.counted.cashFen !== body.cashFen) return refuse(refused.countDiffers);
    return seal(found, { bag: body.bag, by: scope.actor.sub, at: cause.at });
  });

/** Another person comes to another sum: the cashier counts anew. */
export const sendShiftBack = (deps: PaymentsDeps) => (call: CallOf<typeof schemas.sendBackBody>) =>
  keep(call, deps, (found) => {
    if (found.version !== call.ifMatch) return refuse(problems.versionStale);
    return isKeeper(found, call.scope.actor) ? refuse(refused.ownShift) : sendBack(found);
  });

/** The bag is at the bank: a slip for each merchant. */
export const depositShift = (deps: PaymentsDeps) => (call: CallOf<typeof schemas.depositBody>) =>
  keep(call, deps, (found) => {
    const change = deposit(found, call.body.slips, dayOf(call.cause.at));
    return change === 'differs' ? refuse(refused.slipsDiffer) : change;
  });

/** What was missing has been made good. */
export const coverShift = (deps: PaymentsDeps) => (call: CallOf<typeof schemas.coverBody>) =>
  keep(call, deps, (found) => {
    const change = cover(found, call.body.slips, dayOf(call.cause.at)) ?? refuse(refused.nothingMissing);
    return change === 'differs' ? refuse(refused.slipsDiffer) : change;
  });

async function keep(
  { params, cause }: Call,
  deps: PaymentsDeps,
  by: (found: Shift) => ShiftChange | Refusal | undefined,
): Promise<HttpResponse> {
  const found = await deps.shifts.load(params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  const change = by(found);
  if (!change) return refuse(refused.shiftMoved);
  if ('problem' in change) return change;
  const { version } = change.shift;
  const reply = { status: 200, headers: { ETag: `"${version}"` }, body: showShift(change.shift) };
  await deps.shifts.save(change, { ...cause, reply }, await expectFromShift(change, cause, deps));
  return reply;
}
