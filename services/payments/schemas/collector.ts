import * as z from 'zod';
import { once } from '#shared/once';
import { billReply } from './bill.ts';

export const queryBody = once(() =>
  z
    .strictObject({
      collector: z.string().regex(/^[a-z-]{1,32}$/),
      account: z
        .string()
        .regex(/^[A-Za-z0-9-]{4,32}$/)
        .meta({ description: 'The number of the account or assessment there; not kept' }),
    })
    .meta({ id: 'BillQueryInput' }),
);
export const queryReply = once(() => z.object({ items: z.array(billReply()) }).meta({ id: 'QueriedBills' }));
