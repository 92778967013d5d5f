import type { Known } from '../party/person.ts';
import type { Application } from './application.ts';

/** Whether somebody has stepped back from a case, by this account or another. */
export function isRecused(
  { recused, recusedParties = [] }: Application,
  { sub, partyId, ids = partyId === undefined ? [] : [partyId] }: Pick<Known, 'sub'> & Partial<Known>,
): boolean {
  return recused.includes(sub) || ids.some((one) => recusedParties.includes(one));
}
