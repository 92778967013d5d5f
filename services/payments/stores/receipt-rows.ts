import { plain } from '#shared/plain';
import type { Key, Row } from '#shared/table';
import { account, type Account } from '../domain/receipt/account.ts';
import type { Lane } from '../domain/receipt/lanes.ts';
import { receipt, type Receipt } from '../domain/receipt/receipt.ts';
import { segment, type Segment } from '../domain/receipt/segment.ts';

/** The rows of a receipt: `RECEIPT#<id>` with REC, PAPER and T#<version>; of its payer, and of its payee and day. */
export const receiptKey = (id: string): Key => ({ pk: `RECEIPT#${id}`, sk: 'REC' });
export const paperKey = (id: string): Key => ({ pk: `RECEIPT#${id}`, sk: 'PAPER' });
export const receiptsOfKey = (party: string) => `RECEIPTS#${party}`;
export const receiptsByKey = (payee: string, day: string) => `RECEIPTS-BY#${payee}#${day}`;
/** A number leads to its receipt, and is that of no other. */
export const numberKey = (code: string, number: string): Key => ({ pk: `RECEIPT-NUMBER#${code}#${number}`, sk: 'REC' });

export function receiptRow(found: Receipt): Key & Row {
  const { id, payer, payee, day, issuedAt } = found;
  const sort = `${issuedAt.toISOString()}#${id}`;
  const place = { pk1: receiptsOfKey(payer), sk1: sort, pk2: receiptsByKey(payee, day), sk2: sort };
  return { ...receiptKey(id), schema: 1, ...plain(found), ...place };
}

export const receiptIn = ({ schema, pk1, sk1, pk2, sk2, pk, sk, ...row }: Row): Receipt => receipt().parse(row);

/** The rows of an account: `RECEIPT-ACCOUNT#<id>` with REC and T#<version>; among those that wait for a number. */
export const accountKey = (id: string): Key => ({ pk: `RECEIPT-ACCOUNT#${id}`, sk: 'REC' });
export const waitingKey = 'RECEIPT-ACCOUNTS#number';

export function accountRow(found: Account): Key & Row {
  const { id, waits } = found;
  return {
    ...accountKey(id),
    schema: 1,
    ...plain(found),
    ...(waits === 'number' && { pk2: waitingKey, sk2: id }),
  };
}

export const accountIn = ({ schema, pk2, sk2, pk, sk, ...row }: Row): Account => account().parse(row);

/** The rows of a segment: `SEGMENT#<id>` with REC, LANE#<n> and T#<version>, among all. */
export const segmentKey = (id: string): Key => ({ pk: `SEGMENT#${id}`, sk: 'REC' });
export const laneKey = ({ segmentId, n }: Pick<Lane, 'segmentId' | 'n'>): Key => ({
  pk: `SEGMENT#${segmentId}`,
  sk: `LANE#${String(n).padStart(2, '0')}`,
});
export const segmentsKey = 'SEGMENTS';
/** Which numbers of a code are somebody's: no two segments share one. */
export const codeKey = (code: string): Key => ({ pk: `SEGMENTS#${code}`, sk: 'REC' });
/** The segments that receipts are made of. */
export const inUseKey: Key = { pk: 'SEGMENTS', sk: 'OPEN' };
/** Since when too few numbers are left. */
export const shortKey: Key = { pk: 'SEGMENTS', sk: 'SHORT' };

export function segmentRow(found: Segment): Key & Row {
  const place = { pk1: segmentsKey, sk1: `${found.proposedAt.toISOString()}#${found.id}` };
  return { ...segmentKey(found.id), schema: 1, ...plain(found), ...place };
}

export const segmentIn = ({ schema, pk1, sk1, pk, sk, ...row }: Row): Segment => segment().parse(row);
