import * as z from 'zod';
import { once } from '#shared/once';
import { chargeList } from '../domain/charge/charge-list.ts';

export const listBody = once(() => chargeList().meta({ id: 'ChargeListInput' }));
export const listActed = once(() =>
  z
    .object({
      id: z.uuid(),
      status: z.enum(['proposed', 'in-force']),
      version: z.int(),
      actions: z.array(z.enum(['approve'])),
    })
    .meta({ id: 'ChargeListActed' }),
);
export const listReply = once(() => chargeList().extend({ id: z.uuid() }).meta({ id: 'ChargeList' }));
