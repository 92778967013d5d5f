import type * as z from 'zod';
import type { Cause } from '#shared/cause';
import { problems, type Fault } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { isProposer, proposer } from '../../domain/person.ts';
import { lanesOf, unusedOf, type Lane } from '../../domain/receipt/lanes.ts';
import { overlaps, segmentStep, type Segment, type SegmentAct } from '../../domain/receipt/segment.ts';
import { numbersTaken, ownSegment, segmentMoved } from '../../problems/receipt.ts';
import type { segmentBody } from '../../schemas/receipt.ts';
import { showSegment } from './show-segment.ts';

/** Finance writes down the numbers that it was given; nothing is made of them before another has approved it. */
export const proposeSegment =
  ({ segments, newId }: PaymentsDeps) =>
  async ({
    body,
    scope,
    cause,
    language,
  }: Call<unknown, z.infer<ReturnType<typeof segmentBody>>>): Promise<HttpResponse> => {
    const taken = await segments.taken(body.code);
    if (taken.ranges.some((one) => overlaps(one, body))) {
      const { code, ...words } = numbersTaken;
      const fault: Fault = { pointer: '/from', code, message: words[language] };
      return refuse(numbersTaken, [fault]);
    }
    const about = { ...proposer(scope.actor), proposedAt: cause.at, void: [], timelineHash: '' };
    const made: Segment = { id: newId(), version: 1, state: 'proposed', ...body, ...about };
    const headers = { Location: `/payments/receipt-segments/${made.id}`, ETag: '"1"' };
    const reply = { status: 201, headers, body: showSegment(made, []) };
    await segments.propose(made, taken, { ...cause, reply });
    return reply;
  };

/** Receipts are made of it from now on. */
export const approveSegment = (deps: PaymentsDeps) => (call: Call) =>
  decide(call, deps, {
    act: 'approve',
    lanesOf: async (found) => lanesOf(found),
    save: ({ is, lanes }, cause) => deps.segments.approve(is, lanes, cause),
  });

export const rejectSegment = (deps: PaymentsDeps) => (call: Call) =>
  decide(call, deps, {
    act: 'reject',
    lanesOf: async () => [],
    save: ({ is }, cause) => deps.segments.reject(is, cause),
  });

/** What is left of it is void: a year is over, or the numbers were withdrawn. */
export const closeSegment = (deps: PaymentsDeps) => (call: Call) =>
  decide(call, deps, {
    act: 'close',
    lanesOf: ({ id }) => deps.segments.lanes(id),
    save: ({ is, lanes }, cause) => deps.segments.close(is, lanes, cause),
  });

interface Decision {
  act: SegmentAct;
  lanesOf: (found: Segment) => Promise<Lane[]>;
  save: (decided: { is: Segment; lanes: readonly Lane[] }, cause: Cause) => Promise<void>;
}

async function decide(call: Call, deps: PaymentsDeps, by: Decision): Promise<HttpResponse> {
  const { params, ifMatch, scope, cause } = call;
  const found = await deps.segments.load(params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  if (found.version !== ifMatch) return refuse(problems.versionStale);
  if (isProposer(found, scope.actor)) return refuse(ownSegment);
  const lanes = await by.lanesOf(found);
  const is = segmentStep(found, { act: by.act, by: scope.actor.sub, left: unusedOf(lanes) });
  if (!is) return refuse(segmentMoved);
  const body = showSegment(is, is.state === 'open' ? lanes : []);
  const reply = { status: 200, headers: { ETag: `"${is.version}"` }, body };
  await by.save({ is, lanes }, { ...cause, reply });
  return reply;
}
