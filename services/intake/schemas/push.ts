import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { holder } from '../domain/publicity/state.ts';
import { ruled } from '../domain/push/ruled.ts';
import { pushActs, pushState } from '../domain/push/state.ts';
import { key, moment, number } from './case.ts';

export const reportBody = once(() =>
  z
    .strictObject({
      text: text(2000),
      conforms: z.boolean().meta({
        description:
          'Whether what was found conforms with the decision; where not, the department that decided answers',
      }),
    })
    .meta({ id: 'PushReportInput' }),
);

const said = once(() =>
  z.object({ by: z.string(), at: moment(), text: z.string().optional(), conforms: z.boolean().optional() }),
);
const head = once(() => ({
  id: z.uuid(),
  status: pushState,
  version: z.int(),
  actions: z.array(z.enum(pushActs)),
}));

export const pushLine = once(() =>
  z
    .object({
      ...head(),
      department: z.string(),
      supervisingBody: z.string(),
      itemKey: z.string(),
      number: number().optional(),
      outcome: z.enum(['granted', 'refused']),
      ruled: ruled.optional().meta({ description: 'What it makes of an earlier decision; absent for a first one' }),
      about: z.uuid().optional().meta({ description: 'The case with that decision' }),
      decidedAt: moment(),
      holder: holder().optional(),
      receiptBy: moment(),
      provisional: z.boolean(),
      late: z.boolean(),
      receipt: said().optional(),
      report: said().optional(),
    })
    .meta({ id: 'Push' }),
);
export const pushPage = once(() => pageOf(pushLine()).meta({ id: 'PushPage' }));
export const pushesQuery = once(() =>
  z.object({
    ...pageQuery(),
    department: key(),
    as: z
      .enum(['supervising', 'decided'])
      .default('supervising')
      .meta({ description: 'What the department was sent, or what it has decided and others were sent' }),
    status: pushState.default('pushed'),
  }),
);
export const pushActReply = once(() => z.object(head()).meta({ id: 'PushActReply' }));
