import type * as z from 'zod';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { BundleChangedV2 } from '#events/intake/bundle-changed.v2';
import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import type { ObjectionAnsweredV1 } from '#events/intake/objection-answered.v1';
import type { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import type { MaterialExpiringV1 } from '#events/materials/material-expiring.v1';
import { endOf } from '#shared/calendar';
import { messages, type Message } from './messages.ts';

type Submitted = z.infer<(typeof ApplicationSubmittedV1)['data']>;
type OfBundle = z.infer<(typeof BundleChangedV2)['data']>;
type Changed = z.infer<(typeof CaseChangedV2)['data']>;
type Delivered = z.infer<(typeof DeliveryChangedV1)['data']>;
type Answered = z.infer<(typeof ObjectionAnsweredV1)['data']>;
type Expiring = z.infer<(typeof MaterialExpiringV1)['data']>;
type Withdrawn = z.infer<(typeof DraftWithdrawnV1)['data']>;

/** One line of an applicant's inbox: one fact that concerns him. */
export interface Line {
  id: string;
  partyId: string;
  /** The case that it is about, or the bundle. */
  caseId?: string | undefined;
  itemKey?: string | undefined;
  bundleId?: string | undefined;
  bundleKey?: string | undefined;
  /** The document, or the licence. */
  materialId?: string | undefined;
  /** The money that goes back, the receipt, or who may act for whom. */
  refundId?: string | undefined;
  receiptId?: string | undefined;
  authorityId?: string | undefined;
  /** What was asked. */
  consultationId?: string | undefined;
  /** What holds a project up. */
  problemId?: string | undefined;
  /** The project for which a guidance sheet was given out. */
  projectId?: string | undefined;
  /** The joint review of drawings, or the joint inspection. */
  reviewId?: string | undefined;
  visitId?: string | undefined;
  /** When that ends, the day of a visit, or until when it is to be paid. */
  dueAt?: string | undefined;
  /** What is to be paid, was paid, or goes back. */
  amountFen?: number | undefined;
  district: string;
  at: string;
  message: Message;
  /** In whose words: a template of a district's or the city's own edition; absent where the code brings them along. */
  said?: { key: string; edition: string } | undefined;
  /** The notice that tells it by other ways as well. */
  noticeId?: string | undefined;
}

/** What is known here of a case: whom to tell, and of what. */
export interface KnownCase {
  id: string;
  partyId: string;
  /** Who holds it for a party that an earlier case has made: he applied, and is told as well. */
  heldBy?: string | undefined;
  itemKey: string;
  district: string;
}

interface Told<Data> {
  id: string;
  time: string;
  district: string;
  data: Data;
}

export function caseOf({ data: { caseId, partyId, heldBy, itemKey, district } }: { data: Submitted }): KnownCase {
  return { id: caseId, partyId, ...(heldBy && { heldBy }), itemKey, district };
}

/** A line in the inbox of everybody whose case it is. */
export const toAll = (line: Line, { heldBy }: Pick<KnownCase, 'heldBy'> = {}): Line[] =>
  heldBy ? [line, { ...line, partyId: heldBy }] : [line];

export function lineOfSubmission(event: Told<Submitted>): Line {
  return lineOf(caseOf(event), event, submissionOf(event.data));
}

export function lineOfChange(known: KnownCase, event: Told<Changed>): Line {
  return lineOf(known, event, messageOf(event.data));
}

export function lineOfWithdrawnDraft(event: Told<Withdrawn>): Line {
  const { caseId, partyId, itemKey } = event.data;
  return lineOf({ id: caseId, partyId, itemKey, district: event.district }, event, 'draft-withdrawn');
}

/** What concerns a bundle as a whole; its cases tell of themselves. */
export function lineOfBundle({ id, time, district, data }: Told<OfBundle>): Line {
  const { bundleId, bundleKey, partyId, news, state, dropped } = data;
  // What has ended with parts that were never taken up has not all been done.
  const message = state === 'done' && dropped.length > 0 ? 'bundle-incomplete' : (`bundle-${news}` as const);
  return { id, partyId, bundleId, bundleKey, district, at: time, message };
}

/** What a step of a delivery tells the applicant; undefined where it tells nothing new. */
export function lineOfDelivery(event: Told<Delivered>): Line | undefined {
  const { caseId, partyId, itemKey, district } = event.data;
  const message = messageOfDelivery(event.data);
  return message && lineOf({ id: caseId, partyId, itemKey, district }, event, message);
}

/** The answer to an objection goes to whoever objected, who need not be the holder of the licence. */
export function lineOfAnswer(event: Told<Answered>): Line {
  const { caseId, partyId, itemKey, district, outcome } = event.data;
  return lineOf({ id: caseId, partyId, itemKey, district }, event, `objection-${outcome}`);
}

/** What ends soon, of whoever owns it; no case is named. */
export function lineOfExpiring({ id, time, district, data }: Told<Expiring>): Line {
  const { materialId, partyId, validUntil } = data;
  const dueAt = endOf(validUntil).toISOString();
  return { id, partyId, materialId, dueAt, district, at: time, message: 'material-expiring' };
}

function messageOfDelivery({ state, way, reasonCode }: Delivered): Message | undefined {
  if (state === 'due' && reasonCode === 'return') return 'result-returned';
  if (state === 'due') return way === 'download' ? 'result-ready' : undefined;
  return `result-${state}`;
}

export function lineOf(
  { id: caseId, partyId, itemKey, district }: KnownCase,
  { id, time }: Pick<Told<unknown>, 'id' | 'time'>,
  message: Message,
): Line {
  return { id, partyId, caseId, itemKey, district, at: time, message };
}

/** What an act says where its state alone would not. */
const saidOfActs: Partial<Record<string, Message>> = {
  'accept-silently': 'accepted-silently',
  resubmit: 'resubmitted',
  'overturn-refusal': 'resubmitted',
  resume: 'resumed',
  'lapse-supplement': 'resumed',
  extend: 'extended',
  recount: 'recounted',
};

function submissionOf({ follows, decidesAnew, sanctions }: Submitted): Message {
  if (decidesAnew) return 'anew-opened';
  return sanctions ? 'sanction-opened' : (saidOfLinked(follows, 'opened') ?? 'submitted');
}

/** What is decided of a licence is told by what becomes of it. */
function saidOfSanction(sanctions: Changed['sanctions'], what: string): Message | undefined {
  const said = what === 'granted' ? sanctions?.act : what;
  return sanctions && messages.find((one) => one === `sanction-${said}`);
}

/** A case upon a decision is about that one: what it grants is no licence. Undefined where it is told like any other. */
function saidOfLinked(follows: Submitted['follows'], what: string): Message | undefined {
  return follows && messages.find((one) => one === `${follows.as}-${what}`);
}

function messageOf({ state, outcome, reasonCode, follows, ruling, sanctions }: Changed): Message {
  const sanctioned = saidOfSanction(sanctions, outcome ?? state);
  if (sanctioned) return sanctioned;
  const linked = (ruling && saidOfLinked(follows, ruling)) ?? saidOfLinked(follows, outcome ?? state);
  if (linked) return linked;
  if (outcome) return outcome;
  if (state === 'decided') throw new Error('a case that was decided has an outcome');
  return saidOfActs[reasonCode] ?? state;
}
