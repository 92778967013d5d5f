import type * as z from 'zod';
import type { CalendarYear } from '#shared/calendar';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { hasPart, viewOf } from '../../domain/case/view.ts';
import type { Address } from '../../domain/delivery/act.ts';
import { surelyPast } from '../../domain/clock/limit.ts';
import { deliverBy, type Delivery } from '../../domain/delivery/delivery.ts';
import { valueAt } from '../../domain/form/pointer.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import type { readQuery } from '../../schemas/case.ts';
import type { deliveriesQuery } from '../../schemas/delivery.ts';
import { deliveryIn, openActions } from './carry-out.ts';

/** Where the post goes is personal: the applicant sees it, staff for a reason that is recorded. */
export const readDelivery =
  (deps: IntakeDeps) =>
  async (call: Call<z.infer<ReturnType<typeof readQuery>>>): Promise<HttpResponse> => {
    const { query, scope, cause } = call;
    const there = await deliveryIn(call, deps);
    if ('problem' in there) return there;
    const { delivery: found } = there;
    const view = viewOf(scope.capacities, query.reason);
    if (view === 'not-needed' || (view === 'recorded' && !hasPart(scope, { entry: found.entry, corrections: [] })))
      return refuse(caseProblems['unmasked-not-needed']);
    if (view === 'recorded' && query.reason) await deps.history.recordRead(found.caseId, query.reason, cause);

    const store = await deps.deliveries();
    const [calendar, timeline] = await Promise.all([deps.calendars.current(), store.timeline(found.caseId)]);
    const address = view === 'masked' ? undefined : await store.address(found.caseId);
    const body = {
      ...lineOf(found, { now: cause.at, calendar }),
      actions: await openActions(there, call, deps),
      ...(view === 'own' && { pickUpCode: found.pickUpCode }),
      ...(address && { address: await written(address, call, deps) }),
      entry: found.entry,
      masked: view === 'masked',
      timeline,
    };
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: plain(body) };
  };

/** An address as it was written, or as the form has it. */
async function written(address: Address, { params, scope }: Call, { applications }: IntakeDeps) {
  if (!('at' in address)) return address;
  const found = await applications.getWithForm(scope, params['id'] ?? '');
  return { at: address.at, value: found && valueAt(found.form.form, address.at) };
}

/** What a department has still to deliver, the oldest decision first. */
export const listDeliveries =
  (deps: IntakeDeps) =>
  async ({ query, scope, cause }: Call<z.infer<ReturnType<typeof deliveriesQuery>>>): Promise<HttpResponse> => {
    const { department, status: state, limit } = query;
    if (scope.departments !== 'any' && !scope.departments.includes(department)) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const [store, calendar] = await Promise.all([deps.deliveries(), deps.calendars.current()]);
    const { items, nextCursor } = await store.list({ department, state }, { limit, after: cursor.after });
    return {
      status: 200,
      body: { items: items.map((one) => plain(lineOf(one, { now: cause.at, calendar }))), nextCursor },
    };
  };

function lineOf(found: Delivery, { now, calendar }: { now: Date; calendar: readonly CalendarYear[] }) {
  const { caseId: id, state: status, version, way, itemKey, number, outcome, decidedAt, hall, carriage, proof } = found;
  const { takenBack } = found;
  const by = deliverBy(found, calendar);
  const { dueAt, provisional } = by;
  // It is late by the day on which it came, not by that on which somebody wrote it down.
  const late = surelyPast(by) < (proof?.takenAt ?? proof?.at ?? takenBack?.at ?? now);
  const line = { id, status, version, way, itemKey, number, outcome, decidedAt, deliverBy: dueAt, provisional, late };
  return { ...line, hall, carriage, proof, takenBack };
}
