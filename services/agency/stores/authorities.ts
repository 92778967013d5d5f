import type { Publisher } from '#shared/outbox';
import type { PageAt } from '#shared/record-page';
import type { Table } from '#shared/table';
import { authority, type Authority } from '../domain/authority/authority.ts';
import { dueAt } from '../domain/authority/change.ts';
import { authorityReads } from './authority-reads.ts';
import { recordStore } from './records.ts';

const ofPrincipal = (partyId: string) => `AUTHORITIES#principal#${partyId}`;
const ofDelegate = (partyId: string) => `AUTHORITIES#delegate#${partyId}`;
/** A desk looks up one party: nobody has more that count. */
const most = 100;

/** 代理权限 of persons, in the city. */
export function authorityStore(table: Table, publisher: Publisher) {
  const records = recordStore<Authority>(table, publisher, {
    name: 'AUTHORITY',
    schema: authority,
    places: ({ id, principal, delegate, begunAt }) => {
      const place = `${begunAt.toISOString()}#${id}`;
      return [undefined, [ofPrincipal(principal), place], [ofDelegate(delegate), place]];
    },
    dueAt,
  });
  const { list } = records;
  const ofPrincipals = (ids: readonly string[], page: PageAt) =>
    list({ n: 2, partitions: ids.map(ofPrincipal), newestFirst: true }, page);
  const ofDelegates = (ids: readonly string[], page: PageAt) =>
    list({ n: 3, partitions: ids.map(ofDelegate), newestFirst: true }, page);

  return {
    ...records,
    ofPrincipals,
    ofDelegates,

    /** Those of a party on either side, the last ones. */
    async ofParty(ids: readonly string[]): Promise<Authority[]> {
      const page = { limit: most, after: undefined };
      const [given, held] = await Promise.all([ofPrincipals(ids, page), ofDelegates(ids, page)]);
      return [...new Map([...given.items, ...held.items].map((one) => [one.id, one])).values()];
    },

    ...authorityReads(table),
  };
}
