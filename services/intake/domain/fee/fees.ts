import * as z from 'zod';
import type { Fact } from '#events/event';
import { once } from '#shared/once';
import { feeLine } from '../catalogue/item-parts.ts';
import type { Application } from '../case/application.ts';
import { assessmentState, reliefState } from './graph.ts';
import { wish } from './wish.ts';

/** 收费项目 of an item's published charge list. */
export type Charge = z.infer<ReturnType<typeof feeLine>>;
export type Gate = Charge['gate'];

const text = once(() => z.string());
const moment = once(() => z.coerce.date());
const fen = once(() => z.int().min(0));
const count = once(() => z.int().min(1));

/** Maker and checker differ by person, not by account. */
export const person = once(() => z.object({ sub: text(), partyId: text() }));
export type Person = z.infer<ReturnType<typeof person>>;

/** What the department says is owed under one line of the charge list: quantity × rate, with its evidence. */
export const owedLine = once(() =>
  z.object({
    ...feeLine().pick({ code: true, name: true, payee: true, gate: true, unit: true, rateFen: true }).shape,
    quantity: z.number(),
    amountFen: fen(),
    evidence: text(),
    at: moment(),
    by: text(),
  }),
);
export type OwedLine = z.infer<ReturnType<typeof owedLine>>;

export const askedLine = once(() =>
  z.object({ ...owedLine().pick({ code: true, payee: true, quantity: true, gate: true }).shape, amountFen: fen() }),
);
export const refund = once(() =>
  z.object({
    n: count(),
    at: moment(),
    why: text(),
    lines: z.array(askedLine().pick({ code: true, payee: true, amountFen: true })),
  }),
);

/** 核定: what one bill asks, revision by revision, since a payment may be for an earlier one than the last. */
export const assessment = once(() =>
  z.object({
    id: text(),
    state: assessmentState(),
    revisions: z.array(z.object({ lines: z.array(askedLine()), dueAt: moment() })).min(1),
    /** 缓缴: yyyy-mm-dd. */
    deferredUntil: text().optional(),
    /** What payments last told of its bill. */
    bill: z.object({ billId: text(), sequence: z.int(), paidFen: fen(), refundedFen: fen() }).optional(),
    /** The revision by which it was paid. */
    paidRevision: count().optional(),
    refunds: z.array(refund()),
  }),
);
export type Assessment = z.infer<ReturnType<typeof assessment>>;
export type AskedLine = z.infer<ReturnType<typeof askedLine>>;

export const relief = once(() =>
  z.object({
    n: count(),
    state: reliefState(),
    wish: wish(),
    basis: text(),
    proposedAt: moment(),
    proposedBy: person(),
    checkedAt: moment().optional(),
    checkedBy: person().optional(),
    /** 免缴: what its line came to when it was approved; no more than that is waived. */
    waivedFen: fen().optional(),
  }),
);
export type Relief = z.infer<ReturnType<typeof relief>>;

/** The fees of one case: an aggregate beside it, so that no act on the case pays for them. */
export const fees = once(() =>
  z.object({
    caseId: text(),
    version: z.int(),
    payer: text(),
    /** Of its case, for the list of bills that are overdue. */
    department: text().optional(),
    itemKey: text().optional(),
    number: text().optional(),
    /** The case has ended without a grant, or its grant was taken back: nothing is owed any more. */
    ended: z.boolean(),
    owed: z.array(owedLine()),
    assessments: z.array(assessment()),
    reliefs: z.array(relief()),
    timelineHash: text(),
  }),
);
export type Fees = z.infer<ReturnType<typeof fees>>;

type Charged = Pick<Application, 'id' | 'partyId'> & Partial<Pick<Application, 'department' | 'itemKey' | 'number'>>;

export function noFees({ id, partyId, department, itemKey, number }: Charged): Fees {
  const nothing = { owed: [], assessments: [], reliefs: [] };
  const place = { department, itemKey, number };
  return { caseId: id, version: 0, payer: partyId, ...place, ended: false, ...nothing, timelineHash: '' };
}

/** Fees with the facts that have come of them so far. */
export interface Told {
  fees: Fees;
  facts: readonly Fact[];
}

export const feeActs = [
  'assess-at-acceptance',
  'assess',
  'propose-relief',
  'approve-relief',
  'reject-relief',
  'note-bill',
  'end',
  'restore',
] as const;
export type FeeAct = (typeof feeActs)[number];

export interface FeeChange extends Told {
  before: Fees;
  act: FeeAct;
  reason?: string;
}

export type FeeRefusal =
  | 'charge-off-list'
  | 'free-of-charge'
  | 'quantity-not-whole'
  | 'once-per-case'
  | 'no-such-relief'
  | 'relief-closed'
  | 'same-person'
  | 'nothing-due'
  | 'not-later'
  | 'deferral-too-long'
  | 'reduction-too-large'
  | 'too-many-reliefs';
export type FeeDecided = FeeChange | { refused: FeeRefusal };

/** The change that an act makes: one version further. */
export function changed(before: Fees, act: FeeAct, { fees: after, facts }: Told): FeeChange {
  return { before, act, fees: { ...after, version: before.version + 1 }, facts };
}
