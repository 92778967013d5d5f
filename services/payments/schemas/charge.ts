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
export const editionReply = once(() =>
  chargeList()
    .extend({
      id: z.uuid(),
      status: z.enum(['proposed', 'approved']),
      version: z.int(),
      proposedBy: z.string(),
      proposedAt: z.iso.datetime(),
      approvedBy: z.string().optional(),
      actions: z.array(z.enum(['approve'])).meta({ description: 'None of one that was proposed upon an older list' }),
    })
    .meta({ id: 'ChargeListEdition' }),
);
export const listReply = once(() => chargeList().extend({ id: z.uuid() }).meta({ id: 'ChargeList' }));
