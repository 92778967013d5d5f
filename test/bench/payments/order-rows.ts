import { randomUUID } from 'node:crypto';
import { amountFen, hash, linesOf, now, payer, row, sumFen, today, type Placed } from './row-parts.ts';

const runsOut = new Date(Date.now() + 1_800_000).toISOString();
const nextLook = new Date(Date.now() + 60_000).toISOString();

const shown = (number: string) => ({ show: { kind: 'page', url: `/payments/public/sandbox/${number}` } });
const taken = (number: string) => ({ paid: { channelRef: `sandbox-${number}`, amountFen: sumFen, at: now } });
const attempts = {
  begun: () => ({ state: 'begun', asked: 0, askAt: nextLook }),
  pending: (number: string) => ({ state: 'pending', asked: 1, askAt: nextLook, ...shown(number) }),
  paid: (number: string) => ({ state: 'paid', asked: 1, ...taken(number) }),
};
type AttemptState = keyof typeof attempts;

/** The record of an order at a version; its charge stands so from the second on. */
export function order({ id, bills, number }: Placed, version: number, state?: AttemptState) {
  const attempt = state && { number, way: 'page', begunAt: now, ...attempts[state](number) };
  const isPaid = state === 'paid';
  const lines = linesOf({ merchant: 'treasury' });
  const payment = { bills, attempts: attempt ? [attempt] : [], ...(isPaid && { capturedBy: number }) };
  const times = { createdAt: now, expiresAt: runsOut, ...(isPaid && { endedAt: now }) };
  const fields = { id, version, payer, channel: 'sandbox', payments: [payment], ...times, timelineHash: hash };
  const takenBills = bills.map((billId, n) => ({ billId, revision: 1, lines: [lines[n]] }));
  const list = { pk1: `ORDERS#${payer}`, sk1: `${now}#${id}` };
  return row(`ORDER#${id}`, 'REC', { ...fields, bills: takenBills, ...list });
}

const replies = {
  place({ id }: Placed) {
    const body = { id, status: 'open', version: 1, payments: 1, amountFen: sumFen, actions: ['begin'] };
    return { status: 201, headers: { Location: `/payments/orders/${id}`, ETag: '"1"' }, body };
  },
  begin({ id, bills, number }: Placed) {
    const payment = { billIds: bills, amountFen: sumFen, status: 'to-pay', number, way: 'page', ...shown(number) };
    const head = { id, status: 'open', version: 3, channel: 'sandbox', amountFen: sumFen, billIds: bills };
    const body = { ...head, payments: [payment], createdAt: now, expiresAt: runsOut, actions: ['ask'] };
    return { status: 200, headers: { ETag: '"3"' }, body };
  },
};

/** The mark of the request that places an order, or that begins to pay it. */
export const mark = (act: keyof typeof replies, placed: Placed) =>
  row(`IDEM#${randomUUID().padEnd(43, 'x')}`, 'MARK', {
    requestHash: hash,
    reply: JSON.stringify(replies[act](placed)),
  });

/** When the clock looks at an order: when it runs out, or sooner, to ask the channel. */
export function due(pk: string, when: 'runs-out' | 'next-look') {
  const at = when === 'runs-out' ? runsOut : nextLook;
  return row(pk, 'DUE', { at, pk3: `DUE#${today}#0`, sk3: `${at}#${pk}` });
}

export const charge = (number: string, state: 'pending' | 'paid') =>
  row(`SANDBOX#${number}`, 'REC', { amountFen: sumFen, state, ...(state === 'paid' && { at: now }) });

const lines = linesOf({});
const legs = [
  { account: 'clearing/sandbox/treasury', side: 'debit', amountFen: sumFen },
  ...lines.map(({ payee }) => ({ account: `payee/${payee}/treasury`, side: 'credit', amountFen })),
];

/** What the capture books: the ledger's entry, and what the statement of the channel is held against. */
export function booked({ id, number }: Placed) {
  const entryId = randomUUID();
  const said = { kind: 'capture', of: id, day: today, lines };
  const list = { pk1: `ENTRIES#${id}`, sk1: `${now}#${entryId}` };
  const cleared = { channel: 'sandbox', merchant: 'treasury', number, direction: 'in', amountFen: sumFen, entryId };
  return [
    row(`LEDGER#${today}#0`, entryId, { id: entryId, at: now, ...said, legs, ...list }),
    row(`CLEARING#sandbox#treasury#${today}#0`, `${number}#in#${entryId}`, {
      ...said,
      ...cleared,
      ref: `sandbox-${number}`,
    }),
  ];
}
