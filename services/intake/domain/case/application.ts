import * as z from 'zod';
import { once } from '#shared/once';
import { channel, limit, situation } from '../catalogue/item.ts';
import { feeLine, longest } from '../catalogue/item-parts.ts';
import { entry } from '../party/entry.ts';
import { ahead } from './ahead.ts';
import { deception, safety } from './bar.ts';
import { barred } from './barred.ts';
import { burden } from './burden.ts';
import { correction } from './correction.ts';
import { ofLicence } from './licence.ts';
import { partOf } from './part-of.ts';
import { pause } from './pause.ts';
import { queued } from './queued.ts';
import { proposal } from './proposal.ts';
import { task } from './task.ts';
import { tolerated } from './tolerated.ts';
import { sanction } from './sanction.ts';
import { voidProposal } from './void-proposal.ts';

export const applicationState = z.enum([
  'draft',
  'submitted',
  'correcting',
  'refusal-proposed',
  'accepted',
  'suspended',
  'supplementing',
  'decided',
  'withdrawn',
]);
export type ApplicationState = z.infer<typeof applicationState>;

/** 办结类型: how a case ends; each case ends in exactly one. */
export const outcome = z.enum([
  'granted',
  'refused',
  'not-accepted',
  'returned',
  'withdrawn',
  'no-correction',
  'void',
  'forwarded',
]);
export type Outcome = z.infer<typeof outcome>;

/** 复议决定 (行政复议法 2023 arts 63, 64, 68): a review upholds, changes, or annuls; what is annulled may be decided anew. */
export const ruling = z.enum(['upheld', 'changed', 'annulled']);
export type Ruling = z.infer<typeof ruling>;

export const decision = once(() =>
  z.object({
    outcome,
    opinion: z.string(),
    reasons: z.string().optional(),
    /** Why it was granted although a department disagreed, and which ones. */
    against: z.object({ departments: z.array(z.string()).min(1), reasons: z.string() }).optional(),
    /** Why it was granted although earlier parts of its bundle, by item, were taken back. */
    despite: z.object({ items: z.array(z.string()).min(1), reasons: z.string() }).optional(),
    ruling: ruling.optional(),
    /** What the decision under review says from now on. */
    changedTo: z.string().optional(),
    /** 责令重作: the case in which the first office decides anew. */
    anew: z.string().optional(),
    /** What the applicant hid or forged, and until when he may not apply again. */
    deception: deception().optional(),
  }),
);
export type Decision = z.infer<ReturnType<typeof decision>>;

// One schema for all that is read alike: each costs as much at a cold start as its first use.
const text = once(() => z.string());
const moment = once(() => z.coerce.date());
const later = once(() => moment().optional());

export const warnings = ['overdue-head', 'overdue-supervisor', 'tolerance-lapsed', 'licence-ended'] as const;

/** Why a case was opened upon another that ended: 更正, 撤销, 复议, 转报 from another office, to be decided anew, or what becomes of its licence. */
export const followKind = z.enum(['correct', 'revoke', 'review', 'forward', 'anew', 'sanction']);
export type FollowKind = z.infer<typeof followKind>;

/** 行政许可法 art. 69, and a commitment that was not kept: why a grant may be revoked. */
export const revokeGround = z.enum([
  'abuse-of-office',
  'beyond-powers',
  'wrong-procedure',
  'not-qualified',
  'deception',
  'commitment-broken',
  'other',
]);

/** From which case this one follows, on whose side it was opened, and why. */
const follows = once(() =>
  z.object({
    caseId: text(),
    as: followKind,
    by: z.enum(['applicant', 'office']),
    why: text(),
    ground: revokeGround.optional(),
    sanction: sanction.optional(),
  }),
);

/** What a case keeps of its item besides: what that asks of the applicant, and which gates its fees have. */
const ofItem = once(() => ({
  burden: burden().optional(),
  charges: z.array(z.object({ gate: feeLine().shape.gate, fixed: z.boolean(), code: text().optional() })).default([]),
}));

/** How a case was taken in: the receipt, who takes care of it, and what was asked on the way to acceptance. */
const ofTakingIn = once(() => ({
  /** What staff recorded when they entered it. */
  entry: entry().optional(),
  /** When it last came in: at the submission, and again with what was to be corrected. */
  submittedAt: later(),
  /** 办件编号: 43 characters, given with the receipt. */
  number: text().optional(),
  /** With the number it lets anyone look where the case stands. */
  trackingCode: text().optional(),
  /** 首问负责: who first took it in hand stays named. */
  firstClerk: text().optional(),
  corrections: z.array(correction()).default([]),
  refusal: proposal().optional(),
  acceptedAt: later(),
  acceptedBy: z.enum(['office', 'silence']).optional(),
  /** 容缺受理: what may follow, and within how many working days of acceptance. */
  tolerance: tolerated().optional(),
}));

/** How it is reviewed: by whom, and what stops or lengthens its time. */
const ofReview = once(() => ({
  tasks: z.array(task()).default([]),
  /** How often the applicant came to a desk, and what the item asks of him: its reductions (四减) are measured by that. */
  visits: z.int().default(0),
  ...ofItem(),
  ...barred(),
  pauses: z.array(pause()).default([]),
  extension: z.object({ days: z.int(), unit: longest().shape.unit.optional(), at: moment(), why: text() }).optional(),
  /** The longest extension, where the item's own law says another than the general one. */
  extendable: longest().omit({ basis: true }).optional(),
}));

/** How it ended, and where it goes on. */
const ofEnd = once(() => ({
  voiding: voidProposal().optional(),
  decidedAt: later(),
  decision: decision().optional(),
  outcome: outcome.optional(),
  /** Where a case that ended here goes on, and from which case this one follows. */
  forwardedTo: text().optional(),
  follows: follows().optional(),
  withdrawnAt: later(),
  /** What a desk recorded that withdrew it for him. */
  withdrawnAtDesk: entry().optional(),
}));

/** 办件: a case, from draft to result. What it needs of its item is copied, so it stays on the version it began with. */
export const application = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: applicationState,
    itemKey: text(),
    itemVersion: z.int(),
    catalogueVersion: z.int(),
    situation: situation.default('新办'),
    /** On the spot (即办件), complete is done (备案), or within a promise. */
    handling: z.enum(['on-the-spot', 'filing', 'promised']).default('promised'),
    department: text(),
    departments: z.array(text()).min(1),
    promised: limit(),
    legal: limit(),
    channel,
    partyId: text(),
    /** The authority under which somebody else began it; who acts later is asked for his own at each act. */
    authorityId: text().optional(),
    ...partOf(),
    createdAt: moment(),
    /** The applicant commits himself instead of handing proofs in (告知承诺). */
    committed: z.boolean().default(false),
    /** Working days after a grant on it in which the office checks what was promised. */
    checkWithin: z.int().optional(),
    ...ofTakingIn(),
    ...ofReview(),
    ...ofLicence(),
    quantity: z.object({ limit: z.int(), per: z.enum(['year', 'month']) }).optional(),
    /** Decided anew: the period in whose line a place is kept for it, and since when it stood in the line. */
    queued: queued().optional(),
    safety: safety().optional(),
    ...ofEnd(),
    /** Warnings that were given: each once, whatever a calendar changes later. */
    warned: z.array(z.enum(warnings)).default([]),
    ahead: ahead().optional(),
    /** Hash of the last timeline entry: the next one carries it on, so that an altered entry shows. */
    timelineHash: text().default(''),
  }),
);
export type Application = z.infer<ReturnType<typeof application>>;
