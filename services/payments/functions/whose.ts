import type { Call } from '#shared/route';
import type { PaymentsDeps } from '../deps.ts';

/** All ids of the party whose list is asked for: the caller, or one that he may act for; undefined where he may not. */
export async function whoseIds(
  as: string | undefined,
  { scope }: Pick<Call, 'scope'>,
  { parties }: Pick<PaymentsDeps, 'parties'>,
): Promise<readonly string[] | undefined> {
  const own = scope.actor.ids ?? [scope.actor.partyId];
  if (as === undefined || own.includes(as)) return own;
  return scope.parties.includes(as) ? parties.group(as) : undefined;
}
