import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { payoutAccountState } from '../domain/settlement/payout-account.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const number = () => z.string().regex(/^\d{6,32}$/);

export const payoutAccountBody = once(() =>
  z
    .strictObject({
      payee: z
        .string()
        .regex(/^[a-z0-9-]+$/)
        .max(64),
      name: text(100).meta({ description: 'Of the account (户名)' }),
      bank: text(100).meta({ description: 'With its branch (开户行)' }),
      number: number(),
    })
    .meta({ id: 'PayoutAccountInput' }),
);
export const approvePayoutAccountBody = once(() =>
  z
    .strictObject({ number: number().meta({ description: 'Typed once more, from the paper of the payee' }) })
    .meta({ id: 'PayoutAccountApproval' }),
);
export const rejectPayoutAccountBody = once(() =>
  z.strictObject({ reason: text(500) }).meta({ id: 'PayoutAccountRejection' }),
);
export const payoutAccountsQuery = once(() =>
  z.object({ ...pageQuery(), status: payoutAccountState.default('in-force') }),
);
/** An account by its last digits: whole it stands in the file for the bank alone. */
export const maskedAccount = () => ({ name: z.string(), bank: z.string(), number: z.string() });
export const payoutAccountReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: payoutAccountState,
      version: z.int(),
      payee: z.string(),
      ...maskedAccount(),
      proposedBy: z.string(),
      proposedAt: z.iso.datetime(),
      decidedBy: z.string().optional(),
      rejection: z.string().optional(),
      actions: z.array(z.enum(['approve', 'reject'])),
    })
    .meta({ id: 'PayoutAccount' }),
);
export const payoutAccountPage = once(() => pageOf(payoutAccountReply()).meta({ id: 'PayoutAccountPage' }));
