import * as z from 'zod';
import { once } from '#shared/once';
import { meetingStates, taskStates } from './graph.ts';

const name = once(() => z.string());
const ids = once(() => z.array(z.uuid()));
const moment = once(() => z.coerce.date());

/** 协调会: called on projects and what holds them up, with the departments that must come. */
export const meeting = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(meetingStates),
    title: name(),
    on: z.iso.date(),
    place: name(),
    projectIds: ids(),
    problemIds: ids(),
    departments: z.array(name()),
    minutes: name().optional(),
    reasons: name().optional(),
    tasks: ids(),
    calledAt: moment(),
    timelineHash: name(),
  }),
);
export type Meeting = z.infer<ReturnType<typeof meeting>>;

export const doer = once(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('department'), department: name() }),
    z.object({ kind: z.literal('officer'), officer: name() }),
  ]),
);

export const task = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(taskStates),
    meetingId: z.uuid(),
    projectId: z.uuid().optional(),
    problemId: z.uuid().optional(),
    text: name(),
    who: doer(),
    /** The last day on which it is in time. */
    until: z.iso.date(),
    late: z.boolean(),
    /** How it was done, or why it is not to be done any more. */
    note: name().optional(),
    setAt: moment(),
    timelineHash: name(),
  }),
);
export type Task = z.infer<ReturnType<typeof task>>;
export type Decision = Pick<Task, 'projectId' | 'problemId' | 'text' | 'who' | 'until'>;
