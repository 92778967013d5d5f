import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { problemActs, problemStates } from '../domain/problem/graph.ts';
import { taskShown } from './meeting.ts';
import { levels, problemKinds, raiserKinds } from '../domain/problem/problem.ts';

const status = once(() => z.enum(problemStates));
const level = once(() => z.enum(levels).meta({ description: 'Who is to solve it, or has solved it' }));
const actions = once(() => z.array(z.enum(problemActs)));
const version = once(() => z.int().min(1));

export const problemBody = once(() =>
  z
    .strictObject({
      projectId: z.uuid(),
      kind: z.enum(problemKinds),
      department: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(60)
        .optional()
        .meta({ description: 'Who must do something about it, where that is known: it reads the problem' }),
      text: text(2000),
    })
    .meta({ id: 'ProblemInput' }),
);
export const solveBody = once(() => z.strictObject({ text: text(2000) }).meta({ id: 'ProblemAnswerInput' }));
export const problemsQuery = once(() =>
  z.object({
    ...pageQuery(),
    projectId: z.uuid().optional(),
    standing: z
      .enum([...problemStates, 'late'])
      .optional()
      .meta({ description: 'Officers: all that stand so, what is due first; others have those that they raised' }),
  }),
);

export const problemActed = once(() =>
  z.object({ id: z.uuid(), status: status(), version: version(), actions: actions() }).meta({ id: 'ProblemActed' }),
);
const outline = once(() => ({
  id: z.uuid(),
  status: status(),
  version: version(),
  level: level(),
  home: z.string().meta({ description: 'The set where it was raised: there it says what it is, and is closed' }),
  projectId: z.uuid(),
  kind: z.enum(problemKinds),
  department: z.string().optional(),
  raiser: z.enum(raiserKinds),
  dueOn: z.iso.date().optional().meta({ description: 'The last day of the limit that runs here' }),
  late: z.boolean().meta({ description: 'The city has not reported it to the province in time' }),
  reopened: z.boolean(),
  raisedAt: z.iso.datetime(),
}));
export const problemPage = once(() => pageOf(z.object(outline())).meta({ id: 'ProblemPage' }));
export const problemReply = once(() =>
  z
    .object({
      ...outline(),
      text: z.string().optional().meta({ description: 'Only where it was raised' }),
      coordinator: z.string().optional().meta({ description: 'Who coordinates it here, by his party' }),
      answers: z
        .array(z.object({ level: level(), at: z.iso.datetime(), text: z.string() }))
        .meta({ description: 'What was answered here' }),
      tasks: z
        .array(taskShown())
        .meta({ description: 'What meetings have decided about it, what is due first comes first' }),
      alsoIn: z.string().optional().meta({ description: 'The set in which the other part of it is read' }),
      actions: actions(),
      timeline: z.array(z.object({ at: z.iso.datetime(), act: z.string(), office: z.string() })),
    })
    .meta({ id: 'ProjectProblem' }),
);
