import { randomUUID } from 'node:crypto';
import { dayOf } from '#shared/calendar';
import type { Actor } from '#shared/actor';
import type { Exception } from '../../services/payments/domain/exception/exception.ts';
import { clearingOf, feesDueOf, feesOf, transitOf } from '../../services/payments/domain/ledger/accounts.ts';
import { balancesAfter, heldBy, trialBalance } from '../../services/payments/domain/ledger/balance.ts';
import { entry, signed, type SaidEntry } from '../../services/payments/domain/ledger/entry.ts';
import type { StatementRow } from '../../services/payments/domain/reconciliation/row.ts';
import { ownCause } from '../../services/payments/functions/own-cause.ts';
import { entryWrites } from '../../services/payments/stores/ledger.ts';
import type { openPayments } from './payments.ts';

type World = ReturnType<typeof openPayments>;
type Row = Partial<StatementRow> & Pick<StatementRow, 'number' | 'amountFen'>;
type Raised = Partial<Exception> & Pick<Exception, 'class' | 'differenceFen'>;

/** An account that money goes to which cannot go back the way it came. */
export const ownAccount = { name: '福州示例建设有限公司', bank: '示例银行', number: '3510012345678' };

/** A row of a channel's statement: done, in yuan, without a fee. */
export const rowOf = (said: Row, at = new Date('2026-08-03T02:00:00Z')): StatementRow => ({
  line: 1,
  direction: 'in',
  ref: `ref-${said.number}`,
  merchantNumber: 'm',
  feeFen: 0,
  currency: 'CNY',
  status: 'done',
  at,
  ...said,
});

/** Differences of a channel with one merchant's statement of today, as a run finds them, and what people make of them. */
export function excepting(world: World, place = { channel: 'sandbox', merchant: 'treasury' }) {
  const { finance, checker } = world;
  const today = () => dayOf(world.clock.now);
  const write = (entries: readonly SaidEntry[], of: string) =>
    world.base.table.transact(entryWrites({ entries, of }, ownCause(world.deps), { newId: randomUUID }));
  const held = () => {
    const rows = world.base.table.rows().filter(({ pk }) => String(pk).startsWith('LEDGER#'));
    const entries = rows.map(({ schema, pk, sk, pk1, sk1, ...row }) => entry().parse(row));
    const balances = balancesAfter(new Map(), entries);
    if (trialBalance(balances).differenceFen !== 0) throw new Error('debits and credits differ');
    return Object.fromEntries([...balances].map(([account, one]) => [account, heldBy(account, one)]));
  };
  const versionOf = async (id: string): Promise<number> => (await world.deps.exceptions.load(id))?.version ?? 0;
  const act = async (id: string, name: string, [actor, body]: [Actor, object]) =>
    world.send('POST', `/payments/exceptions/${id}/${name}`, { body, actor, version: await versionOf(id) });
  const propose = (id: string, body: object, by: Actor = finance) =>
    act(id, 'propose', [by, { reason: '核对', ...body }]);
  const approve = (id: string, by: Actor = checker) => act(id, 'approve', [by, {}]);
  return {
    held,

    /** What waits to be remitted: from where, and what of each line came in and went out. */
    waiting: async () =>
      (await world.deps.released.waiting(place.merchant)).map(({ source, lines }) => [
        source,
        lines.map(({ inFen, outFen }) => [inFen, outFen]),
      ]),

    /** How a bill stands, as its payer sees it. */
    status: async (billId: string) => (await world.send('GET', `/payments/bills/${billId}`)).body.status,
    propose,
    approve,
    reject: (id: string, by: Actor = checker) => act(id, 'reject', [by, { reason: '依据不足' }]),
    /** The whole way of two people. */
    async ended(id: string, body: object) {
      const first = await propose(id, body);
      const reply = first.status === 200 ? await approve(id) : first;
      if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
      return reply.body;
    },
    read: async (id: string) => (await world.send('GET', `/payments/exceptions/${id}`, { actor: checker })).body,

    /** All rows of the file leave clearing, as the end of a run books it. */
    async settle(...rows: readonly StatementRow[]): Promise<void> {
      const counted = rows.filter(({ status, currency }) => status === 'done' && currency === 'CNY');
      const net = counted.reduce((fen, one) => fen + (one.direction === 'in' ? one.amountFen : -one.amountFen), 0);
      const fee = counted.reduce((fen, one) => fen + one.feeFen, 0);
      const paid = [...signed(transitOf(place), net), ...signed(clearingOf(place), -net)];
      const due = [...signed(feesOf(place), fee), ...signed(feesDueOf(place), -fee)];
      const entries: SaidEntry[] = [
        ...(paid.length > 0 ? [{ kind: 'settle' as const, legs: paid }] : []),
        ...(due.length > 0 ? [{ kind: 'fee' as const, legs: due }] : []),
      ];
      if (entries.length > 0) await write(entries, `${place.channel}.${place.merchant}.${today()}`);
    },
    write,

    /** An order over a bill that is begun at the channel and, unless said otherwise, paid: its number there. */
    async charged({ paid = true } = {}) {
      const billId = await world.assess();
      const order = await world.send('POST', '/payments/orders', { body: { billIds: [billId], channel: 'sandbox' } });
      const path = `/payments/orders/${order.body.id}/payments/1/begin`;
      const begun = await world.send('POST', path, { body: { way: 'page' } });
      const [{ number, show }] = begun.body.payments;
      if (paid) await world.send('POST', show.url, { body: {} });
      await world.settle();
      return { billId, number: String(number), orderId: String(order.body.id) };
    },

    /** A difference that a run has found; its id. */
    async raise(said: Raised): Promise<string> {
      const { row, ledger } = said;
      const number = row?.number ?? 'x';
      const after: Exception = {
        id: randomUUID(),
        version: 1,
        state: 'open',
        ...place,
        day: today(),
        reconciliationId: `${place.channel}.${place.merchant}.${today()}`,
        subject: { kind: 'number', number, direction: row?.direction ?? 'in', nth: 1 },
        ...(ledger && { ledger }),
        detail: '',
        money: 'end',
        raisedAt: world.clock.now,
        timelineHash: '',
        ...said,
      };
      await world.deps.exceptions.save({ before: undefined, after, act: 'raise' }, ownCause(world.deps));
      return after.id;
    },

    /** What the ledger has by now under a number of today, as a run sees it. */
    async side(number: string, direction: 'in' | 'out' = 'in') {
      const items = await world.deps.ledger.clearingOf({ ...place, day: today(), number, direction });
      const amountFen = items.reduce((sum, one) => sum + one.amountFen, 0);
      const [first] = items;
      return {
        amountFen,
        day: today(),
        ref: first?.ref ?? '',
        ...(first && { orderId: first.of }),
        lines: items.flatMap(({ lines }) => lines),
      };
    },
  };
}
