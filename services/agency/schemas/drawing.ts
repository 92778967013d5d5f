import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { reviewActs, reviewStates } from '../domain/drawing/graph.ts';
import { remarkStates, severities } from '../domain/drawing/review.ts';

const moment = z.iso.datetime;
const key = once(() => text(60));
const file = once(() => ({ materialId: z.uuid(), version: z.int().min(1) }));
const drawn = once(() =>
  z.strictObject({ key: key().meta({ description: '`building`, `structure`, `fire`, `civil-defence` …' }), ...file() }),
);
const isOnce = (parts: readonly { key: string }[]): boolean =>
  new Set(parts.map((one) => one.key)).size === parts.length;

export const drawingsBody = once(() =>
  z.strictObject({ parts: z.array(drawn()).min(1).max(20) }).meta({ id: 'DrawingsInput' }),
);
export const remarkBody = once(() =>
  z
    .strictObject({
      part: key(),
      place: text(60).meta({ description: 'Where in the drawing: sheet, axis, storey' }),
      severity: z.enum(severities).meta({ description: 'must: it holds the drawing up until it is met' }),
      basis: text(120).meta({ description: 'The rule by number: `GB 50016-2014 6.4.1`' }),
      text: text(300),
      insists: text(300).optional().meta({
        description:
          'Why it is said only now of a part that has not changed since the round before: it is recorded as a fault of the department',
      }),
    })
    .meta({ id: 'DrawingRemarkInput' }),
);
export const resubmitBody = once(() =>
  z
    .strictObject({
      answers: z.array(z.strictObject({ remarkId: z.uuid(), text: text(300) })).max(100),
      parts: z.array(drawn()).max(20).refine(isOnce).meta({ description: 'Only what has changed' }),
    })
    .meta({ id: 'ResubmitDrawingsInput' }),
);
export const opinionBody = once(() =>
  z
    .strictObject({
      outcome: z.enum(['passed', 'failed']),
      reasons: text(500).optional(),
      material: z.strictObject(file()).optional().meta({ description: 'The opinion as a document' }),
    })
    .refine(({ outcome, reasons }) => outcome === 'passed' || reasons !== undefined, { path: ['reasons'] })
    .meta({ id: 'DrawingOpinionInput' }),
);
export const pageQueryOnly = once(() => z.strictObject(pageQuery()));
export const reviewsQuery = once(() =>
  z.strictObject({ ...pageQuery(), state: z.enum(reviewStates).default('in-review') }),
);

const outline = once(() => ({
  id: z.uuid(),
  status: z.enum(reviewStates),
  version: z.int(),
  projectId: z.uuid(),
  stage: z.int(),
  body: z.string().meta({ description: 'The department that concludes it' }),
  round: z.int(),
  openedAt: moment(),
}));
const remark = once(() =>
  z.object({
    id: z.uuid(),
    part: z.string(),
    round: z.int(),
    department: z.string(),
    place: z.string(),
    severity: z.enum(severities),
    basis: z.string(),
    text: z.string(),
    late: z.string().optional(),
    state: z.enum(remarkStates),
    answers: z.array(z.object({ round: z.int(), text: z.string(), upheld: z.string().optional() })),
  }),
);
const round = once(() =>
  z.object({
    openedAt: moment(),
    lastDay: z.iso.date().optional().meta({ description: 'Absent where it runs into a year that is not published' }),
    asked: z.array(z.string()),
    finished: z.array(z.object({ department: z.string(), at: moment() })),
    silent: z.array(z.string()).meta({ description: 'Said nothing in its days: never taken for consent' }),
    closedAt: moment().optional(),
  }),
);
const actions = once(() => z.array(z.enum(reviewActs)));

export const reviewPage = once(() =>
  pageOf(z.object(outline()).meta({ id: 'DrawingReviewOutline' })).meta({ id: 'DrawingReviewPage' }),
);
export const reviewReply = once(() =>
  z
    .object({
      ...outline(),
      item: z.string(),
      days: z.int().meta({ description: 'Working days of a round' }),
      parts: z.array(
        z.object({
          key: z.string(),
          ...file(),
          round: z.int().meta({ description: 'For which it was last handed in' }),
          department: z.string(),
          decides: z.string().optional().meta({ description: 'The item that the department must decide by law' }),
        }),
      ),
      rounds: z.array(round()),
      remarks: z.array(remark()),
      undecided: z.array(z.string()).meta({ description: 'Who must decide by law and has not finished' }),
      faults: z.array(
        z.object({ remarkId: z.uuid(), department: z.string(), part: z.string(), round: z.int(), why: z.string() }),
      ),
      opinion: z
        .object({
          outcome: z.enum(['passed', 'failed']),
          at: moment(),
          reasons: z.string().optional(),
          material: z.object(file()).optional(),
        })
        .optional(),
      reasons: z.string().optional(),
      actions: actions(),
      timeline: z.array(z.object({ at: moment(), act: z.string(), office: z.string() })),
    })
    .meta({ id: 'DrawingReview' }),
);
export const reviewActed = once(() =>
  z
    .object({ id: z.uuid(), status: z.enum(reviewStates), version: z.int(), round: z.int(), actions: actions() })
    .meta({ id: 'DrawingReviewActed' }),
);
