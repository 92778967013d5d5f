import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { asked } from '../domain/consultation/consultation.ts';
import { consultationActs, consultationStates } from '../domain/consultation/graph.ts';

const department = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60)
    .optional()
    .meta({ description: 'Absent: the officers of the set' }),
);

export const askBody = once(() =>
  z
    .strictObject({ text: text(2000), projectId: z.uuid().optional(), department: department() })
    .meta({ id: 'ConsultationInput' }),
);
export const saidBody = once(() => z.strictObject({ text: text(2000) }).meta({ id: 'ConsultationWords' }));
export const passOnBody = once(() =>
  z.strictObject({ department: department() }).meta({ id: 'PassOnConsultationInput' }),
);
export const closeBody = once(() => z.strictObject({ helpful: z.boolean() }).meta({ id: 'CloseConsultationInput' }));
export const consultationsQuery = once(() =>
  z.object({
    ...pageQuery(),
    standing: z
      .enum([...consultationStates, 'late'])
      .optional()
      .meta({
        description:
          'Staff: all of their team or departments that stand so, what is due first; without it those they answer',
      }),
  }),
);

const status = once(() => z.enum(consultationStates));
const actions = once(() => z.array(z.enum(consultationActs)));
const version = once(() => z.int().min(1));

export const consultationActed = once(() =>
  z
    .object({ id: z.uuid(), status: status(), version: version(), actions: actions() })
    .meta({ id: 'ConsultationActed' }),
);

const outline = once(() => ({
  id: z.uuid(),
  status: status(),
  version: version(),
  projectId: z.uuid().optional(),
  to: asked(),
  answerer: z.string().optional().meta({ description: '首问负责: who answers for it, by his party' }),
  dueOn: z.iso.date().meta({ description: 'The last day of the limit that runs: of the office, or of the asker' }),
  late: z.boolean().meta({ description: 'Its office has let that day pass, or has answered after it' }),
  askedAt: z.iso.datetime(),
}));
export const consultationPage = once(() => pageOf(z.object(outline())).meta({ id: 'ConsultationPage' }));
export const consultationReply = once(() =>
  z
    .object({
      ...outline(),
      said: z.array(z.object({ by: z.enum(['asker', 'office']), at: z.iso.datetime(), text: z.string() })),
      helpful: z.boolean().optional(),
      provisional: z.boolean().meta({ description: 'The limit runs into a year that is not published' }),
      actions: actions(),
      timeline: z.array(z.object({ at: z.iso.datetime(), act: z.string(), office: z.string() })),
    })
    .meta({ id: 'Consultation' }),
);
