import type { FeeAct, FeeChange } from '../../domain/fee/fees.ts';

/** A row of DynamoDB holds 400 KB. What is asked for ends first, so that what was asked can still be checked, paid and given back. */
const budgets: Partial<Record<FeeAct, number>> = {
  assess: 250_000,
  'propose-relief': 300_000,
  'approve-relief': 360_000,
};

/** Whether the fees of a case find room in their row. */
export function feesFit({ act, fees }: Pick<FeeChange, 'act' | 'fees'>): boolean {
  const most = budgets[act];
  return most === undefined || Buffer.byteLength(JSON.stringify(fees)) <= most;
}
