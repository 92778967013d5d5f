import { problems, type Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import type { DecideDelivery, DeliveryFault, DeliveryRefused } from '../../domain/delivery/act.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { deliveryActions, deliveryRefusal, gatedActs } from '../../domain/delivery/graph.ts';
import type { DeliveryAct } from '../../domain/delivery/state.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { problemOf } from '../case/refusal-words.ts';
import { isGone } from '../case/undone.ts';
import { feeBar } from '../fee/bar.ts';
import { noHall, noResult, notEntitled, otherHall, takenThen, wrongCode } from '../../problems/delivery.ts';

/** A delivery beside the case whose result it is. */
export interface Found {
  delivery: Delivery;
  application: Application;
}

/** The delivery of the case that a path names, for whoever may see that case; or why there is none. */
export async function deliveryIn(
  { params, scope }: Pick<Call, 'params' | 'scope'>,
  { applications, deliveries }: IntakeDeps,
): Promise<Found | Refusal> {
  const id = params['id'] ?? '';
  const application = await applications.get(scope, id);
  if (!application) return refuse(problems.notFound);
  const delivery = await (await deliveries()).get(id);
  return delivery ? { delivery, application } : refuse(noResult);
}

/** What this one may do next, but for what a fee bars. */
export async function openActions(
  { delivery, application }: Found,
  { scope, cause }: Pick<Call, 'scope' | 'cause'>,
  deps: IntakeDeps,
): Promise<DeliveryAct[]> {
  const actions = deliveryActions(delivery, scope);
  const barred =
    actions.some((one) => gatedActs.has(one)) && (await feeBar(application, { gate: 'result', now: cause.at }, deps));
  return barred ? actions.filter((one) => !gatedActs.has(one)) : actions;
}

/** An act on a delivery: what it works with of what was sent, and what decides it. */
interface Carried<Sent, Body> {
  act: DeliveryAct;
  read: (call: Call<unknown, Sent>, deps: IntakeDeps, found: Found) => Promise<Body | Refusal> | Body;
  decide: DecideDelivery<Body>;
}

/** The function of an act on a delivery: loads, asks the graph, decides, saves. */
export const onDelivery =
  <Sent, Body extends object>({ act, read, decide }: Carried<Sent, Body>) =>
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Sent>): Promise<HttpResponse> => {
    const { scope, cause } = call;
    const there = await deliveryIn(call, deps);
    if ('problem' in there) return there;
    const { delivery: found, application } = there;
    // A fee that must be paid before the result is had; asked only where the result would leave the office.
    const barred = gatedActs.has(act) ? feeBar(application, { gate: 'result', now: cause.at }, deps) : undefined;
    // The grant may be gone already though its delivery has not heard of that yet.
    const gone = gatedActs.has(act) && (await isGone(application, deps)) ? 'wrong-state' : undefined;
    const refused = deliveryRefusal(found, act, scope) ?? gone ?? (await barred);
    if (refused) return refuse(problemOf(refused));
    const body = await read(call, deps, there);
    if ('problem' in body) return body;

    const decided = decide(found, { at: cause.at, by: scope, body, district: deps.set });
    if ('refused' in decided) return refusalIn(decided, call);
    const { caseId: id, state: status, version, way } = decided.delivery;
    const actions = deliveryActions(decided.delivery, scope);
    const reply = { status: 200, headers: { ETag: `"${version}"` }, body: { id, status, version, way, actions } };
    const store = await deps.deliveries();
    await store.save(decided, await deps.calendars.current(), { ...cause, reply });
    return reply;
  };

const faults = {
  'no-hall': noHall,
  'wrong-code': wrongCode,
  'other-hall': otherHall,
  'not-entitled': notEntitled,
  'taken-then': takenThen,
} satisfies Record<DeliveryFault, Problem>;

function refusalIn({ refused, pointer }: DeliveryRefused, { language }: Pick<Call, 'language'>): Refusal {
  const problem: Problem = { ...caseProblems, ...faults }[refused];
  return refuse(problem, pointer === undefined ? undefined : [{ pointer, code: refused, message: problem[language] }]);
}
