import type { Key, Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { barOf } from '../domain/case/bar.ts';

export const barPrefix = 'BAR#';
export const barKey = (partyId: string, caseId: string): Key => ({
  pk: `PARTY#${partyId}`,
  sk: `${barPrefix}${caseId}`,
});

/** A decision that finds a deceiver stands beside its party, from the same transaction on. */
export function barWrites({ decision }: Pick<Application, 'decision'>, after: Application): Write[] {
  const found = decision ? undefined : barOf(after);
  return found ? [{ put: { ...barKey(after.partyId, after.id), schema: 1, ...found } }] : [];
}

/** A decision that is annulled bars nobody. */
export const liftWrites = (annulled: Application): Write[] =>
  barOf(annulled) ? [{ remove: barKey(annulled.partyId, annulled.id) }] : [];
