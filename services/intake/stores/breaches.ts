import type { Key, Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';

/** The promises of a party that were not kept and not repaired: what bars it from promising again. */
export const breachPartition = (partyId: string) => `PARTY#${partyId}`;
export const breachPrefix = 'BREACH#';
export const breachKey = (partyId: string, what: string): Key => ({
  pk: breachPartition(partyId),
  sk: `${breachPrefix}${what}`,
});

const isLapsed = ({ state, warned, tolerance }: Application): boolean =>
  state !== 'decided' && state !== 'withdrawn' && warned.includes('tolerance-lapsed') && !tolerance?.settledAt;

/** 容缺: a promise that lapsed bars its party as well, until what was to follow has come or the case has ended. */
export function lapseWrites(before: Application, after: Application): Write[] {
  const [was, is] = [isLapsed(before), isLapsed(after)];
  if (was === is) return [];
  const key = breachKey(after.partyId, `tolerance#${after.id}`);
  return [is ? { put: { ...key, schema: 1 } } : { remove: key }];
}
