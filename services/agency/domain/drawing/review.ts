import * as z from 'zod';
import { once } from '#shared/once';
import { opinion } from '../opinion.ts';
import { reviewStates } from './graph.ts';

const name = once(() => z.string());
const moment = once(() => z.coerce.date());
const round = once(() => z.int().min(1));

export const severities = ['must', 'advice'] as const;
export const remarkStates = ['open', 'answered', 'settled'] as const;

const remark = once(() =>
  z.object({
    id: z.uuid(),
    part: name(),
    round: round(),
    department: name(),
    /** Where in the drawing. */
    place: name(),
    /** Only what must be met holds a drawing up. */
    severity: z.enum(severities),
    basis: name(),
    text: name(),
    /** Why it was insisted on though the part had not changed: a fault of the office. */
    late: name().optional(),
    state: z.enum(remarkStates),
    answers: z.array(z.object({ round: round(), text: name(), upheld: name().optional() })),
  }),
);
export type Remark = z.infer<ReturnType<typeof remark>>;

const part = once(() =>
  z.object({
    key: name(),
    materialId: z.uuid(),
    version: z.int(),
    /** The round for which it was last handed in. */
    round: round(),
    department: name(),
    /** The item that the department must decide by law about it. */
    decides: name().optional(),
  }),
);
export type Part = z.infer<ReturnType<typeof part>>;

const said = once(() => z.object({ department: name(), at: moment() }));
const reviewRound = once(() =>
  z.object({
    openedAt: moment(),
    /** Whose parts have changed, or whose remarks were answered: nobody else reviews anew. */
    asked: z.array(name()),
    finished: z.array(said()),
    /** Who had said nothing when it was closed. It is never taken for consent. */
    silent: z.array(name()),
    closedAt: moment().optional(),
  }),
);

/** 多图联审 of a stage: one body, one opinion that all departments take for theirs. */
export const drawingReview = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(reviewStates),
    projectId: z.uuid(),
    stage: z.int(),
    item: name(),
    body: name(),
    /** Working days of a round. */
    days: z.int(),
    parts: z.array(part()),
    rounds: z.array(reviewRound()).min(1),
    remarks: z.array(remark()),
    opinion: opinion().optional(),
    reasons: name().optional(),
    openedAt: moment(),
    timelineHash: name(),
  }),
);
export type DrawingReview = z.infer<ReturnType<typeof drawingReview>>;
export type ReviewRound = DrawingReview['rounds'][number];
