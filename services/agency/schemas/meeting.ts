import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { meetingActs, meetingStates, taskActs, taskStates } from '../domain/meeting/graph.ts';
import { doer, task } from '../domain/meeting/meeting.ts';

const department = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
);
const each = <Item extends z.ZodType>(item: Item, max: number) =>
  z
    .array(item)
    .max(max)
    .refine((items) => new Set(items).size === items.length);

export const meetingBody = once(() =>
  z
    .strictObject({
      title: text(120),
      on: z.iso.date(),
      place: text(120),
      projectIds: each(z.uuid(), 20).default([]),
      problemIds: each(z.uuid(), 20).default([]),
      departments: each(department(), 20).min(1),
    })
    .meta({ id: 'MeetingInput' }),
);
export const moveBody = once(() =>
  z.strictObject({ on: z.iso.date(), place: text(120) }).meta({ id: 'MoveMeetingInput' }),
);
export const noteBody = once(() => z.strictObject({ note: text(500) }).meta({ id: 'TaskNoteInput' }));
const decision = once(() =>
  z.strictObject({
    text: text(500),
    who: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('department'), department: department() }),
      z.strictObject({ kind: z.literal('officer'), officer: z.string().regex(/^p_[\w-]{1,60}$/) }),
    ]),
    until: z.iso.date().meta({ description: 'A working day' }),
    projectId: z.uuid().optional(),
    problemId: z.uuid().optional(),
  }),
);
export const holdBody = once(() =>
  z.strictObject({ minutes: text(5000), decisions: z.array(decision()).max(15) }).meta({ id: 'HoldMeetingInput' }),
);
export const meetingsQuery = once(() =>
  z.object({
    ...pageQuery(),
    state: z
      .enum(meetingStates)
      .default('called')
      .meta({ description: 'Of officers; a department has all of its own' }),
  }),
);
export const tasksQuery = once(() =>
  z.object({
    ...pageQuery(),
    mine: z
      .stringbool({ truthy: ['true'], falsy: ['false'] })
      .default(true)
      .meta({ description: 'Officers may list all of the set besides' }),
    standing: z.enum([...taskStates, 'late']).default('open'),
  }),
);

const version = once(() => z.int().min(1));
const ids = once(() => z.array(z.uuid()));
const meetingOutline = once(() => ({
  id: z.uuid(),
  status: z.enum(meetingStates),
  version: version(),
  title: z.string(),
  on: z.iso.date(),
  place: z.string(),
  departments: z.array(z.string()),
  projectIds: ids(),
  problemIds: ids(),
}));
const meetingActions = once(() => z.array(z.enum(meetingActs)));
export const meetingPage = once(() => pageOf(z.object(meetingOutline())).meta({ id: 'MeetingPage' }));
export const meetingReply = once(() =>
  z
    .object({
      ...meetingOutline(),
      minutes: z.string().optional(),
      reasons: z.string().optional(),
      tasks: ids(),
      actions: meetingActions(),
      timeline: z.array(z.object({ at: z.iso.datetime(), act: z.string(), office: z.string() })),
    })
    .meta({ id: 'Meeting' }),
);
export const meetingActed = once(() =>
  z
    .object({
      id: z.uuid(),
      status: z.enum(meetingStates),
      version: version(),
      tasks: ids(),
      actions: meetingActions(),
    })
    .meta({ id: 'MeetingActed' }),
);

const taskActions = once(() => z.array(z.enum(taskActs)));
/** As it is told where it is listed. */
export const taskShown = once(() =>
  z.object({
    ...task().omit({ state: true, timelineHash: true, setAt: true }).shape,
    who: doer(),
    status: z.enum(taskStates),
    setAt: z.iso.datetime(),
  }),
);
export const taskPage = once(() =>
  pageOf(z.object({ ...taskShown().shape, actions: taskActions() })).meta({ id: 'MeetingTaskPage' }),
);
export const taskActed = once(() =>
  z
    .object({ id: z.uuid(), status: z.enum(taskStates), version: version(), actions: taskActions() })
    .meta({ id: 'MeetingTaskActed' }),
);
