import * as z from 'zod';
import { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import { fact, type Fact } from '#events/event';
import { sharedResource } from '#events/materials/shared-resources';
import { endOf, nextDay, dayOf, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import { answerBy, type Now } from './line.ts';

export const disputeState = z.enum(['open', 'corrected', 'kept', 'withdrawn']);
const moment = once(() => z.coerce.date());
const name = once(() => z.string());

/** 异议: a party says that what a provider has said of it is wrong (个人信息保护法 art. 46). */
export const dispute = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: disputeState,
    partyId: name(),
    resource: name(),
    /** The record that is disputed: the line of a case for which it was fetched. */
    caseId: z.uuid(),
    requirement: name(),
    itemKey: name().optional(),
    fields: z.array(name()),
    what: name(),
    raisedAt: moment(),
    raisedBy: name(),
    /** When the clock looks at it; absent once it was answered or is late. */
    next: moment().optional(),
    late: z.literal(true).optional(),
    answeredAt: moment().optional(),
    answeredBy: name().optional(),
    reasons: name().optional(),
    timelineHash: name(),
  }),
);
export type Dispute = z.infer<ReturnType<typeof dispute>>;
export type DisputeAct = 'correct' | 'keep' | 'withdraw' | 'tell-late';

export interface DisputeArrow {
  act: DisputeAct;
  from: readonly Dispute['state'][];
  to: Dispute['state'];
  who: readonly ('provider' | 'owner' | 'clock')[];
  when?: string;
}

/** What becomes of a dispute: (from, act, who) → to. */
export const disputeGraph: readonly DisputeArrow[] = [
  { act: 'correct', from: ['open'], to: 'corrected', who: ['provider'] },
  { act: 'keep', from: ['open'], to: 'kept', who: ['provider'] },
  { act: 'withdraw', from: ['open'], to: 'withdrawn', who: ['owner'] },
  { act: 'tell-late', from: ['open'], to: 'open', who: ['clock'], when: 'ten working days are over' },
];

/** What this one may do with a dispute. */
export function disputeActions({ state }: Pick<Dispute, 'state'>, who: 'provider' | 'owner'): DisputeAct[] {
  return disputeGraph.filter((one) => one.from.includes(state) && one.who.includes(who)).map(({ act }) => act);
}

export interface DisputeChange {
  before: Dispute | undefined;
  dispute: Dispute;
  act: DisputeAct | 'raise';
  facts: readonly Fact[];
}

type Raising = Pick<
  Dispute,
  'id' | 'partyId' | 'resource' | 'caseId' | 'requirement' | 'itemKey' | 'fields' | 'what' | 'raisedBy'
>;

/** The provider has as long for it as for a request; ours, as no source sets a number. */
export function raise(raising: Raising, { at, calendar }: Now): DisputeChange {
  const { day } = answerBy(at, calendar);
  const made: Dispute = { ...raising, version: 1, state: 'open', raisedAt: at, next: endOf(day), timelineHash: '' };
  return { before: undefined, dispute: made, act: 'raise', facts: [told(made, day)] };
}

interface Answering {
  at: Date;
  by: string;
  reasons?: string | undefined;
}

/** The provider answers, or whoever raised it takes it back; undefined where it is over. */
export function answer(
  before: Dispute,
  act: 'correct' | 'keep' | 'withdraw',
  { at, by, reasons }: Answering,
): DisputeChange | undefined {
  const arrow = disputeGraph.find((one) => one.act === act && one.from.includes(before.state));
  if (!arrow) return undefined;
  const { next, ...kept } = before;
  const said = { answeredAt: at, answeredBy: by, reasons };
  const after = { ...kept, version: before.version + 1, state: arrow.to, ...said };
  return { before, dispute: after, act, facts: [told(after)] };
}

/** The clock: that the provider has not answered in time shows, by a calendar that is published. */
export function passDispute(before: Dispute, { at, calendar }: Now): DisputeChange | undefined {
  const { next, ...kept } = before;
  if (before.state !== 'open' || !next || next >= at) return undefined;
  const version = before.version + 1;
  const { day, provisional } = answerBy(before.raisedAt, calendar);
  const look = provisional ? endOf(nextDay(dayOf(at))) : endOf(day);
  if (look >= at) return { before, dispute: { ...before, version, next: look }, act: 'tell-late', facts: [] };
  const late: Dispute = { ...kept, version, late: true };
  return { before, dispute: late, act: 'tell-late', facts: [told(late, day)] };
}

/** Its party hears of it, and the department that holds the register, in whose set it is a finding where it is late. */
function told(
  { id: disputeId, partyId, resource, caseId, requirement, state, itemKey, late }: Dispute,
  day?: Day,
): Fact {
  const provider = sharedResource(resource)?.provider;
  const whose = { disputeId, partyId, resource, caseId, requirement, state, ...(itemKey && { itemKey }) };
  const due = { ...(day && { answerBy: day }), ...(late && state === 'open' && { late }) };
  return fact(DisputeChangedV1, { ...whose, ...(provider && { provider }), ...due }, provider?.district);
}
