import * as z from 'zod';
import { once } from '#shared/once';
import { limit } from '../consultation/consultation.ts';
import { problemStates } from './graph.ts';

const name = once(() => z.string());
const moment = once(() => z.coerce.date());

export const levels = ['district', 'city', 'province'] as const;
export type Level = (typeof levels)[number];
export const problemKinds = ['land', 'planning', 'utilities', 'approval', 'funding', 'relocation', 'other'] as const;
export const raiserKinds = ['investor', 'officer', 'department'] as const;

/** 问题: what holds a project up, as the set knows it in which this record is. */
export const problem = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(problemStates),
    /** Who is to solve it, or has solved it. */
    level: z.enum(levels),
    /** The set where it was raised: there it is written what it is, and there it is closed. */
    home: name(),
    projectId: z.uuid(),
    investor: name(),
    raiser: z.object({ kind: z.enum(raiserKinds), partyId: name() }),
    kind: z.enum(problemKinds),
    /** Who must do something about it, where that is known. */
    department: name().optional(),
    /** Only at home. */
    text: name().optional(),
    /** Whose record it is in this set. */
    coordinator: name().optional(),
    /** What this level has answered, or what the province has. */
    answers: z.array(z.object({ level: z.enum(levels), at: moment(), by: name(), text: name() })),
    reopened: z.boolean(),
    limit: limit().optional(),
    late: z.boolean(),
    /** Of the last fact of the other set. */
    heard: z.int().min(0),
    raisedAt: moment(),
    timelineHash: name(),
  }),
);
export type Problem = z.infer<ReturnType<typeof problem>>;
