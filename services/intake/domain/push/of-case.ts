import * as z from 'zod';
import { once } from '#shared/once';
import { pushState } from './state.ts';

const said = once(() =>
  z.object({ by: z.string(), at: z.iso.datetime(), text: z.string().optional(), conforms: z.boolean().optional() }),
);

/** 审管联动: what a case shows of the body that supervises it. */
export const pushOfCase = once(() =>
  z
    .object({ status: pushState, supervisingBody: z.string(), receipt: said().optional(), report: said().optional() })
    .meta({ description: '审管联动, for staff: what the supervising body says of the decision' }),
);

export type PushOfCase = z.infer<ReturnType<typeof pushOfCase>>;

/** The same from a push as it is stored; its moments stay as they were written. */
export const pushIn = (row: Record<string, unknown>): PushOfCase =>
  pushOfCase().parse({ ...row, status: row['state'] });
