import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifSequence, type Key, type Table, type Write } from '#shared/table';
import type { Authority } from '../domain/party/authority.ts';
import { proxyOf } from '../domain/party/proxy-of.ts';
import { authorityKey, delegatePartition, principalPartition } from './authorities.ts';

const proxyKey = ({ delegate, authorityId }: Authority): Key => ({
  pk: `PARTY#${delegate}`,
  sk: `PROXY#${authorityId}`,
});
/** Writes intake's copies of who may act for whom: what facts alone do. */
export function authorityCopies(table: Table) {
  return {
    /** Stores what a fact tells; `known` is the sequence that was read, absent where nothing was. */
    async follow(copy: Authority, known: number | undefined, cause: Cause): Promise<void> {
      const when = known === undefined ? ifAbsent : ifSequence(known);
      await table.transact([...markWrites(cause), { put: rowOf(copy), when }, proxyWrite(copy)]);
    },
  };
}

/** Beside the delegate, under his id: whoever acts is asked in one query which affairs are his own. */
function proxyWrite(copy: Authority): Write {
  const kept = proxyOf(copy);
  const key = proxyKey(copy);
  return kept ? { put: { ...key, schema: 1, ...plain(kept) } } : { remove: key };
}

function rowOf(copy: Authority) {
  const { authorityId, delegate, principal } = copy;
  return {
    ...authorityKey(authorityId),
    schema: 1,
    ...plain(copy),
    pk1: delegatePartition(delegate),
    sk1: `${principal}#${authorityId}`,
    pk2: principalPartition(principal),
    sk2: `${delegate}#${authorityId}`,
  };
}
