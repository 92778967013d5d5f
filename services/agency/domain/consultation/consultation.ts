import * as z from 'zod';
import { once } from '#shared/once';
import { consultationStates } from './graph.ts';

const name = once(() => z.string());
const day = once(() => z.iso.date());

/** How long something may take, as it is kept. */
export const limit = once(() => z.object({ since: day(), days: z.int().min(1), due: day(), provisional: z.boolean() }));

/** Who was asked: the officers of the set, or one department. */
export const asked = once(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('team') }),
    z.object({ kind: z.literal('department'), department: name() }),
  ]),
);

/** 咨询: a question of a party, about a project or before there is one. */
export const consultation = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(consultationStates),
    asker: name(),
    projectId: z.uuid().optional(),
    to: asked(),
    /** Who answers for it (首问负责): stays named until another takes it. */
    answerer: name().optional(),
    /** What was said, the first being the question. */
    said: z.array(z.object({ by: z.enum(['asker', 'office']), at: z.coerce.date(), text: name() })),
    limit: limit(),
    late: z.boolean(),
    helpful: z.boolean().optional(),
    askedAt: z.coerce.date(),
    timelineHash: name(),
  }),
);
export type Consultation = z.infer<ReturnType<typeof consultation>>;
export type Asked = Consultation['to'];
