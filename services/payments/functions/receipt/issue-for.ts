import { Conflict } from '#shared/conflict';
import type { PaymentsDeps } from '../../deps.ts';
import { again } from '../../domain/receipt/settle.ts';
import { ownCause } from '../own-cause.ts';
import { settleAccount } from './settle-account.ts';

/** Makes what an account waits for; the index may be late, so it is asked itself. Who lost each race is tried again by the next run. */
export async function issueFor(id: string, deps: PaymentsDeps): Promise<boolean> {
  const account = await deps.receipts.account(id);
  if (account?.waits !== 'number') return false;
  return settleAccount(again(account, 'settle', {}), ownCause(deps), deps).catch((error: unknown) => {
    if (error instanceof Conflict) return false;
    throw error;
  });
}
