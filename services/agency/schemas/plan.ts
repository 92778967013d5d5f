import * as z from 'zod';
import { once } from '#shared/once';
import { shownReport } from './area.ts';
import { planDifference } from './project.ts';
import { roundHead } from './stage.ts';

const day = z.iso.date;
const key = z.string;
const alternatives = once(() => z.array(z.array(key())).meta({ description: 'Of each list one is enough' }));
const days = once(() => z.object({ start: day(), end: day() }));
export const itemState = once(() => z.enum(['off', 'done', 'in-hand', 'refused', 'stopped', 'ready', 'waiting']));
const pauses = once(() => z.array(z.object({ from: day(), until: day().optional() })));

export const caseOfItem = once(() =>
  z.object({
    caseId: z.uuid(),
    state: z.enum(['open', 'paused', 'granted', 'refused', 'ended']),
    submitted: day(),
    accepted: day().optional(),
    due: day().optional(),
    ended: day().optional(),
    pauses: pauses(),
  }),
);
const item = once(() =>
  z
    .object({
      key: key(),
      stage: z.int(),
      department: key(),
      days: z.int().meta({ description: 'Working days that are promised; 0: on the day' }),
      applies: z.enum(['yes', 'no', 'unknown']).meta({ description: 'unknown: facts decide it that are not told' }),
      because: z.enum(['condition', 'area-evaluation']).optional(),
      evaluation: key().optional(),
      area: z.object({ areaId: z.uuid(), reportId: z.uuid(), until: day() }).optional().meta({
        description: 'By which area and report an evaluation stands for it, and until which day',
      }),
      asks: z.array(key()).optional(),
      state: itemState(),
      needs: alternatives(),
      waitsFor: alternatives(),
      planned: days().optional().meta({ description: 'As it was to go from the first day on' }),
      expected: days().optional().meta({ description: 'As it goes from today on' }),
      after: key().optional().meta({ description: 'On what its start waits: of its needs the one that ends last' }),
      case: caseOfItem().optional(),
    })
    .meta({ id: 'PlannedItem' }),
);
const stage = once(() => ({
  n: z.int(),
  lead: key(),
  limitDays: z.int().meta({ description: 'Working days from its acceptance' }),
  days: z.int().meta({ description: 'What its own items need at the least: over the limit, that is not met' }),
  items: z.int(),
}));
const head = once(() => ({
  from: day().meta({ description: 'When the approvals began; today where they have not' }),
  today: day(),
  expectedEnd: day()
    .optional()
    .meta({ description: 'Absent where something is refused or stopped, or a year on the way is not published' }),
  unpublished: z.int().optional().meta({
    description: 'The first year on the way whose working days are not published: what ends in it or later has no days',
  }),
  criticalPath: z.array(key()),
}));

const standing = once(() =>
  z.enum(['in-force', 'not-yet', 'lapsed', 'withdrawn', 'outside', 'unmet', 'asks']).meta({
    description: 'unmet: a condition is not met; asks: facts decide it that are not told',
  }),
);
const area = once(() =>
  z.object({
    id: z.uuid(),
    name: z.string(),
    plot: z.string().optional(),
    evaluations: z.array(
      z.object({ reportId: z.uuid(), ...shownReport(), standing: standing(), asks: z.array(key()) }),
    ),
    turns: z
      .array(
        z.object({
          day: day(),
          began: z.array(key()),
          lapsed: z.array(key()),
          ...z.object(planDifference()).partial().shape,
        }),
      )
      .meta({
        description:
          'Days since it stands there, and days to come, on which an evaluation begins or lapses, and what that makes of the plan',
      }),
  }),
);

export const planReply = once(() =>
  z
    .object({
      ...head(),
      edition: key(),
      stages: z.array(z.object(stage())),
      items: z.array(item()),
      asks: z.array(key()).meta({ description: 'Facts that are not told and decide about items' }),
      ready: z.array(key()).meta({ description: 'What can be applied for now' }),
      stopped: z.array(key()).meta({ description: 'What needs something that was refused' }),
      refused: z.array(key()),
      area: area().optional().meta({ description: 'The area with evaluations of its own in which it stands' }),
      changes: z
        .array(z.object({ at: z.iso.datetime(), ...planDifference() }))
        .meta({ description: 'What edits have made of it, the last first' }),
    })
    .meta({ id: 'ProjectPlan' }),
);

const actual = once(() => z.object({ start: day(), end: day().optional() }).optional());
const bar = once(() =>
  z.object({
    key: key(),
    department: key(),
    state: itemState(),
    critical: z.boolean(),
    path: z
      .array(key())
      .meta({ description: 'Its own critical path: what it waits for, one after another, and itself' }),
    planned: days().optional(),
    expected: days().optional(),
    actual: actual(),
    pauses: pauses(),
  }),
);
const ganttStage = once(() =>
  z.object({
    ...stage(),
    planned: days().optional(),
    expected: days().optional().meta({ description: 'Absent where an item of it has no expected end' }),
    actual: actual().meta({ description: 'From the first application to the last decision, once nothing is left' }),
    rounds: z.array(z.object(roundHead())),
    bars: z.array(bar()),
  }),
);
export const ganttReply = once(() =>
  z.object({ ...head(), stages: z.array(ganttStage()) }).meta({ id: 'ProjectGantt' }),
);
