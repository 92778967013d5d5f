import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { stageStates } from '../domain/stage/graph.ts';
import { leftOut } from '../domain/stage/planning.ts';
import { answers } from '../domain/stage/round.ts';
import { standings } from '../domain/stage/standing.ts';
import { stageActs } from '../functions/stage/stage-actions.ts';

const day = z.iso.date;
const moment = z.iso.datetime;
const key = z.string;
const status = once(() => z.enum(stageStates));
const actions = once(() => z.array(z.enum(stageActs)));
const limitDays = once(() => z.int().meta({ description: 'Working days from the acceptance of the stage' }));
const pauses = once(() => z.array(z.object({ from: day(), until: day().optional() })));

export const urgeBody = once(() =>
  z
    .strictObject({
      itemKey: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(60),
    })
    .meta({ id: 'UrgeInput' }),
);
export const roundsQuery = once(() =>
  z.strictObject({
    ...pageQuery(),
    overdue: z.literal('true').optional().meta({ description: 'Only those whose limit has passed' }),
    lead: z.string().max(60).optional().meta({ description: 'Only those that this department leads' }),
  }),
);

const clock = once(() =>
  z
    .object({
      used: z.int().meta({
        description: 'Working days that have gone, less those on which every undecided item was paused',
      }),
      dueOn: day().optional().meta({ description: 'Absent while every item is paused: nobody can say' }),
      provisional: z.boolean().optional().meta({ description: 'A year on the way is not published' }),
      light: z.enum(['green', 'yellow', 'red', 'paused']),
      overdue: z.boolean(),
      pauses: pauses().meta({ description: 'What the clock leaves out: the days after `from` up to `until`' }),
    })
    .meta({ id: 'StageClock' }),
);
export const roundHead = once(() => ({
  id: z.uuid(),
  round: z.int(),
  status: status(),
  plannedAt: moment(),
  acceptedAt: moment().optional(),
  endedAt: moment().optional(),
  clock: clock().optional(),
}));
const stageHead = once(() => ({
  n: z.int(),
  name: z.string(),
  nameEn: z.string(),
  lead: key(),
  limitDays: limitDays(),
}));
const item = once(() =>
  z
    .object({
      itemKey: key(),
      department: key(),
      needs: z.array(key()),
      standing: z.enum(standings).meta({ description: 'stopped: what it needs was not granted' }),
      caseId: z.uuid().optional(),
      answer: z.enum(answers).optional().meta({
        description: 'Whether its part is complete; silent: nobody said so in time, which counts as complete',
      }),
      acceptedOn: day().optional(),
      dueOn: day().optional(),
      decidedOn: day().optional(),
      overdue: z.boolean().meta({ description: 'Its own limit has passed; nothing is granted by that' }),
      pauses: pauses(),
      urged: z.object({ n: z.int(), on: day() }).optional().meta({ description: 'How often, and when last' }),
    })
    .meta({ id: 'StageItem' }),
);

export const stagesReply = once(() =>
  z
    .object({
      items: z.array(
        z.object({
          ...stageHead(),
          status: z.enum(['not-planned', ...stageStates]),
          rounds: z.array(z.object(roundHead())),
          actions: actions(),
        }),
      ),
    })
    .meta({ id: 'ProjectStages' }),
);
export const stageReply = once(() =>
  z
    .object({
      projectId: z.uuid(),
      ...stageHead(),
      rounds: z.array(
        z.object({
          ...roundHead(),
          lead: key(),
          limitDays: limitDays(),
          bundleId: z.uuid().optional(),
          handedInAt: moment().optional(),
          noticedAt: moment().optional(),
          items: z.array(item()).meta({ description: 'Of other departments than the lead those that are their own' }),
        }),
      ),
      actions: actions(),
    })
    .meta({ id: 'ProjectStage' }),
);
export const plannedReply = once(() =>
  z
    .object({
      id: z.uuid(),
      projectId: z.uuid(),
      stage: z.int(),
      round: z.int(),
      status: status(),
      version: z.int(),
      lead: key(),
      limitDays: limitDays(),
      items: z.array(z.object({ itemKey: key(), department: key(), needs: z.array(key()) })),
      leftOut: z.array(z.object({ itemKey: key(), because: z.enum(leftOut) })),
      actions: actions(),
    })
    .meta({ id: 'StagePlanned' }),
);
export const urgedReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: status(),
      version: z.int(),
      itemKey: key(),
      n: z.int().meta({ description: 'How often it was urged' }),
      headToo: z.boolean().meta({ description: 'Whether the head of the department was told too' }),
      actions: actions(),
    })
    .meta({ id: 'TaskUrged' }),
);
export const roundPage = once(() =>
  pageOf(
    z
      .object({
        id: z.uuid(),
        projectId: z.uuid(),
        stage: z.int(),
        round: z.int(),
        status: status(),
        lead: key(),
        acceptedAt: moment().optional(),
        dueOn: day().optional(),
        overdue: z.boolean().optional(),
      })
      .meta({ id: 'RoundOutline' }),
  ).meta({ id: 'RoundPage' }),
);
