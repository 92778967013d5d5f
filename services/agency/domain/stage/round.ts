import * as z from 'zod';
import { once } from '#shared/once';
import { stageStates } from './graph.ts';

const key = once(() => z.string());
const moment = once(() => z.coerce.date());
const day = once(() => z.string());

/** Answers of the departments whether their part is complete; silence counts as one, and is recorded as such. */
export const answers = ['complete', 'lacking', 'silent'] as const;

/** A round of a stage (审批阶段): what is applied for together, as it was planned, and how it goes. */
export const round = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    projectId: z.uuid(),
    stage: z.int().min(1).max(4),
    round: z.int().min(1),
    state: z.enum(stageStates),
    lead: key(),
    /** Working days from the acceptance of the stage; from which part of them on it is shown in yellow. */
    limit: z.object({ n: z.int(), yellowFrom: z.number() }),
    items: z.array(z.object({ itemKey: key(), department: key(), needs: z.array(key()) })),
    plannedAt: moment(),
    /** When the next round was planned: what was applied for since is none of this one. */
    until: moment().optional(),
    /** When its project had ended: from then on nothing of it is followed. */
    givenUpAt: moment().optional(),
    bundleId: z.uuid().optional(),
    /** What was told of its bundle, by sequence. */
    told: z.array(
      z.object({ sequence: z.int(), at: moment(), state: z.enum(['handed-in', 'noticed', 'accepted', 'done']) }),
    ),
    /** What the last of these says of the items. */
    answered: z.array(z.object({ itemKey: key(), caseId: z.uuid().optional(), answer: z.enum(answers).optional() })),
    acceptedAt: moment().optional(),
    /** The last decision, once nothing is open. */
    endedAt: moment().optional(),
    /** When its limit will have passed, as far as can be known: while every item is paused there is no such moment. */
    dueAt: moment().optional(),
    urges: z.array(z.object({ itemKey: key(), on: day(), n: z.int() })),
    timelineHash: key(),
  }),
);
export type Round = z.infer<ReturnType<typeof round>>;
export type RoundItem = Round['items'][number];

/** Of several rounds of a stage the last. */
export const lastOf = (rounds: readonly Round[], stage: number): Round | undefined =>
  rounds.filter((one) => one.stage === stage).toSorted((a, b) => b.round - a.round)[0];
