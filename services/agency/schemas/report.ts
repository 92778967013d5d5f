import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import { projectStates } from '../domain/project/graph.ts';

const count = z.int;
const format = z.enum(['json', 'csv']).optional().meta({ description: 'A file or JSON; absent: by `Accept`' });
export const progressQuery = once(() => z.strictObject({ format }));
export const progressReply = once(() =>
  z
    .object({
      items: z.array(
        z.object({
          district: z.string(),
          projects: count(),
          states: z.record(z.string(), count()),
          stages: z.record(z.string(), count()).meta({ description: 'By the first stage that is not done' }),
          overdueProjects: count(),
          overdueItems: count(),
          overdueStages: count(),
        }),
      ),
    })
    .meta({ id: 'ProgressReport' }),
);

export const reportedQuery = once(() =>
  z
    .strictObject({
      ...pageQuery(),
      district: z
        .string()
        .regex(/^[a-z]{1,30}$/)
        .optional(),
      state: z.enum(projectStates).optional(),
      overdue: z.literal('true').optional().meta({ description: 'What is overdue the longest comes first' }),
    })
    .refine(
      ({ district, state, overdue }) => [district, state, overdue].filter((one) => one !== undefined).length === 1,
    )
    .meta({ description: 'Of a district, in a state, or overdue: one of the three' }),
);
export const reportedPage = once(() =>
  pageOf(ProgressReportedV1.data.extend({ district: z.string() }).meta({ id: 'ReportedProject' })).meta({
    id: 'ReportedProjectPage',
  }),
);

export const provinceQuery = once(() => z.strictObject({ ...pageQuery(), day: z.iso.date() }));
export const provinceReply = once(() =>
  z
    .object({
      day: z.string(),
      unknown: z.array(z.string()).meta({ description: 'What is not known of the shape that the province asks for' }),
      withoutCode: count().meta({ description: 'Projects of this page that have no code yet: they are left out' }),
      items: z.array(
        z.object({
          projectCode: z.string(),
          region: z.string(),
          state: z.string(),
          stage: count().optional(),
          day: z.string(),
          items: z.array(
            z.object({
              itemKey: z.string(),
              state: z.string(),
              since: z.string().optional(),
              due: z.string().optional(),
              ended: z.string().optional(),
              overdue: z.boolean().optional(),
            }),
          ),
        }),
      ),
      nextCursor: z.string().nullable(),
    })
    .meta({ id: 'ProvinceReport' }),
);
