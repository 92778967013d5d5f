import type { Actor } from '#shared/actor';
import { ownCause } from '../../services/payments/functions/own-cause.ts';
import { sendRefund } from '../../services/payments/functions/refund/send-refund.ts';
import type { openPayments } from './payments.ts';
import { company } from './payments.ts';

type World = ReturnType<typeof openPayments>;
interface Back {
  code: string;
  amountFen: number;
}

/** Ways to the states of a refund, each by the people who may go them. */
export function refunding(world: World, payer: Actor = company) {
  const must = async (path: string, body: object, actor: Actor) => {
    const reply = await world.send('POST', path, { body, actor });
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply)}`);
    return reply.body;
  };
  const act = (id: string, name: string, [by, body = {}]: [Actor, object?]) =>
    must(`/payments/refunds/${id}/${name}`, body, by);
  const later = (days: number) => new Date(world.clock.now.getTime() + days * 86_400_000);
  return {
    act,

    /** An order over these bills that is paid, by the channel without money; gives its id. */
    async paid(...billIds: string[]): Promise<string> {
      const { id } = await must('/payments/orders', { billIds, channel: 'sandbox' }, payer);
      const { payments } = await must(`/payments/orders/${id}/payments/1/begin`, { way: 'page' }, payer);
      await must(payments[0].show.url, {}, payer);
      await world.settle();
      return String(id);
    },

    /** Proposed by finance; one for each merchant. */
    async proposed(billId: string, refundableFen: number, ...lines: Back[]): Promise<string[]> {
      const body = { lines, refundableFen, reason: '多缴' };
      const { items } = await must(`/payments/bills/${billId}/refunds`, body, world.finance);
      return items.map(({ id }: { id: string }) => id);
    },

    /** The clock passes over it, once. */
    async sent(id: string, days = 0): Promise<void> {
      const found = await world.deps.refunds.load(id);
      if (!found) throw new Error('no refund');
      await sendRefund(found, { ...ownCause(world.deps), at: later(days) }, world.deps);
    },

    /** The year in which a channel gives money back is over. */
    async stuck(id: string): Promise<void> {
      await act(id, 'approve', [world.checker]);
      await this.sent(id, 366);
    },

    redirected: (id: string) => act(id, 'redirect', [world.finance, account]),
  };
}

export const account = { name: '福州示例有限公司', bank: '示例银行福州分行', number: '3510012345678' };
