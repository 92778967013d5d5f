import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { applicationState, followKind, outcome, ruling } from '../domain/case/application.ts';
import { accessRecord, timelineEntry } from '../stores/rows.ts';
import { listedTask } from '../stores/task-rows.ts';
import { asked } from './asked.ts';
import { since } from './since.ts';
import { key, light, moment, number, provisional } from './case.ts';

const summary = once(() =>
  z
    .object({
      id: z.uuid(),
      itemKey: z.string(),
      district: z.string(),
      status: applicationState,
      outcome: outcome.optional(),
      follows: z
        .object({ caseId: z.string(), as: followKind })
        .optional()
        .meta({ description: 'The case upon which it was opened: what it grants is about that one' }),
      ruling: ruling.optional().meta({ description: 'What a review has ruled' }),
      since: since().optional(),
      createdAt: z.iso.datetime().optional(),
      submittedAt: z.iso.datetime().optional(),
      dueAt: z.iso.datetime().optional(),
      provisional: provisional().optional(),
      number: number().optional(),
      acceptBy: moment().optional(),
      legalDueAt: moment().optional(),
      asked: asked().optional(),
      light: light().optional(),
      fee: z
        .object({
          status: z.enum(['assessed', 'due']),
          dueFen: z.int().min(1),
          dueAt: moment(),
          overdue: z.boolean(),
        })
        .optional()
        .meta({ description: "The open bill of a case of this set, in its applicant's list; `due`: it can be paid" }),
    })
    .meta({ id: 'ApplicationSummary' }),
);
export const applicationPage = once(() => pageOf(summary()).meta({ id: 'ApplicationPage' }));
export const mineQuery = once(() => z.object({ ...pageQuery(), mine: z.literal('true') }));
export const tasksQuery = once(() =>
  z
    .object({
      ...pageQuery(),
      department: key(),
      status: applicationState.exclude(['draft']).optional().meta({ description: 'Without it: submitted' }),
      light: light().optional().meta({
        description:
          'Running cases of this light in place of those in one state, by due time; those that are paused by when that began. A page may be short, or empty, and have a next one',
      }),
    })
    .refine(({ status, light }) => status === undefined || light === undefined, {
      path: ['light'],
      params: {
        code: 'state-or-light',
        zh: '按状态与按灯色二者选一。',
        en: 'A list is by state or by light, not by both.',
      },
    }),
);

export const reviewsQuery = once(() => z.object({ ...pageQuery(), department: key() }));
export const reviewPage = once(() => pageOf(listedTask().meta({ id: 'Review' })).meta({ id: 'ReviewPage' }));

export const timelineReply = once(() =>
  z.object({ items: z.array(timelineEntry().meta({ id: 'TimelineEntry' })) }).meta({ id: 'Timeline' }),
);
export const accessRecords = once(() =>
  z.object({ items: z.array(accessRecord().meta({ id: 'AccessRecord' })) }).meta({ id: 'AccessRecords' }),
);
