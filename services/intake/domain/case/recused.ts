import type { Person } from '../party/person.ts';
import type { Application } from './application.ts';

/** Whether somebody has stepped back from a case, by this account or another. */
export function isRecused(
  { recused, recusedParties = [] }: Application,
  { sub, partyId }: Pick<Person, 'sub'> & Partial<Person>,
): boolean {
  return recused.includes(sub) || (partyId !== undefined && recusedParties.includes(partyId));
}
