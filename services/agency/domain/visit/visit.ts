import * as z from 'zod';
import { once } from '#shared/once';
import { opinion } from '../opinion.ts';
import { visitStates } from './graph.ts';

const name = once(() => z.string());
const moment = once(() => z.coerce.date());
const day = once(() => z.iso.date());

export const findingStates = ['open', 'rectified', 'mended'] as const;
export const seenBy = ['on-site', 'documents'] as const;

const finding = once(() =>
  z.object({
    id: z.uuid(),
    department: name(),
    item: name(),
    seen: z.enum(seenBy),
    basis: name(),
    text: name(),
    /** The last day to rectify it. */
    until: day(),
    state: z.enum(findingStates),
    proofs: z.array(
      z.object({ at: moment(), text: name(), materials: z.array(z.uuid()), rejected: name().optional() }),
    ),
  }),
);
export type Finding = z.infer<ReturnType<typeof finding>>;

const participant = once(() =>
  z.object({
    department: name(),
    items: z.array(name()),
    /** Once the visit was held. */
    came: z.boolean().optional(),
    finishedAt: moment().optional(),
    /** It had said nothing when the findings were closed: never taken for consent. */
    silent: z.boolean().optional(),
  }),
);
export type Participant = z.infer<ReturnType<typeof participant>>;

/** 联合验收 of a stage: one application, one lead, one visit, one opinion. */
export const jointVisit = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(visitStates),
    projectId: z.uuid(),
    stage: z.int(),
    item: name(),
    lead: name(),
    days: z.int(),
    findingDays: z.int(),
    participants: z.array(participant()),
    /** The one visit; another day takes the place of one that was announced. */
    visit: z
      .object({ day: day(), time: name(), place: name(), reasons: name().optional(), agreedAt: moment().optional() })
      .optional(),
    heldOn: day().optional(),
    findings: z.array(finding()),
    /** While it was the investor's turn: from the day on which that began to the one on which it ended. */
    waits: z.array(z.object({ from: day(), until: day().optional() })),
    opinion: opinion().optional(),
    reasons: name().optional(),
    appliedAt: moment(),
    timelineHash: name(),
  }),
);
export type JointVisit = z.infer<ReturnType<typeof jointVisit>>;
