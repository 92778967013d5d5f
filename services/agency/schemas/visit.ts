import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { visitActs, visitStates } from '../domain/visit/graph.ts';
import { findingStates, seenBy } from '../domain/visit/visit.ts';

const day = z.iso.date;
const moment = z.iso.datetime;
const key = once(() => text(60));

export const announceBody = once(() =>
  z
    .strictObject({
      day: day().meta({ description: 'A working day to come' }),
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      place: text(120),
      reasons: text(300).optional().meta({ description: 'Why it is another day than was announced' }),
    })
    .meta({ id: 'AnnounceVisitInput' }),
);
export const holdBody = once(() =>
  z
    .strictObject({ came: z.array(key()).max(20).meta({ description: 'Departments that came; the others did not' }) })
    .meta({ id: 'HoldVisitInput' }),
);
export const findingBody = once(() =>
  z
    .strictObject({
      item: key().meta({ description: 'The item of the department that it is about: `fire-acceptance`' }),
      seen: z.enum(seenBy),
      basis: text(120),
      text: text(300),
      until: day().meta({ description: 'The last day to rectify it' }),
    })
    .meta({ id: 'VisitFindingInput' }),
);
export const rectifyBody = once(() =>
  z
    .strictObject({
      findings: z
        .array(z.strictObject({ findingId: z.uuid(), text: text(300), materials: z.array(z.uuid()).min(1).max(10) }))
        .min(1)
        .max(60)
        .meta({ description: 'What was done, with photographs or papers by their materials' }),
    })
    .meta({ id: 'RectifyInput' }),
);
export const rejectBody = once(() =>
  z.strictObject({ reasons: text(300), until: day() }).meta({ id: 'RejectRectificationInput' }),
);
export const visitsQuery = once(() =>
  z.strictObject({ ...pageQuery(), state: z.enum(visitStates).default('applied') }),
);

const outline = once(() => ({
  id: z.uuid(),
  status: z.enum(visitStates),
  version: z.int(),
  projectId: z.uuid(),
  stage: z.int(),
  lead: z.string(),
  appliedAt: moment(),
}));
const participant = once(() =>
  z.object({
    department: z.string(),
    items: z.array(z.string()),
    came: z.boolean().optional(),
    finishedAt: moment().optional(),
    silent: z.boolean().optional().meta({ description: 'Said nothing in its days: never taken for consent' }),
  }),
);
const finding = once(() =>
  z.object({
    id: z.uuid(),
    department: z.string(),
    item: z.string(),
    seen: z.enum(seenBy),
    basis: z.string(),
    text: z.string(),
    until: day(),
    state: z.enum(findingStates),
    proofs: z.array(
      z.object({ at: moment(), text: z.string(), materials: z.array(z.uuid()), rejected: z.string().optional() }),
    ),
  }),
);
const clock = once(() =>
  z.object({ days: z.int(), spent: z.int().optional(), due: day().optional(), late: z.boolean().optional() }).meta({
    description: 'Working days from the application to the opinion, less those on which it waits for the investor',
  }),
);
const actions = once(() => z.array(z.enum(visitActs)));

export const visitPage = once(() =>
  pageOf(z.object({ ...outline(), day: day().optional() }).meta({ id: 'JointVisitOutline' })).meta({
    id: 'JointVisitPage',
  }),
);
export const visitReply = once(() =>
  z
    .object({
      ...outline(),
      item: z.string(),
      findingDays: z.int(),
      participants: z.array(participant()),
      visit: z
        .object({
          day: day(),
          time: z.string(),
          place: z.string(),
          reasons: z.string().optional(),
          agreedAt: moment().optional(),
        })
        .optional(),
      heldOn: day().optional(),
      findUntil: day().optional().meta({ description: 'The last day on which departments say what they have found' }),
      findings: z.array(finding()),
      waits: z.array(z.object({ from: day(), until: day().optional() })),
      clock: clock(),
      undecided: z.array(z.string()),
      overdue: z.array(z.uuid()).meta({ description: 'Findings that were to be rectified by now' }),
      opinion: z
        .object({
          outcome: z.enum(['passed', 'failed']),
          at: moment(),
          reasons: z.string().optional(),
          material: z.object({ materialId: z.uuid(), version: z.int() }).optional(),
        })
        .optional(),
      reasons: z.string().optional(),
      actions: actions(),
      timeline: z.array(z.object({ at: moment(), act: z.string(), office: z.string() })),
    })
    .meta({ id: 'JointVisit' }),
);
export const visitActed = once(() =>
  z
    .object({ id: z.uuid(), status: z.enum(visitStates), version: z.int(), actions: actions() })
    .meta({ id: 'JointVisitActed' }),
);
