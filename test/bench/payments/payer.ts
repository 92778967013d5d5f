import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { each, serveTasks } from '../throughput/child.ts';
import { post } from '../throughput/post.ts';

/** Three departments ask for so many orders, or each of these orders is placed, begun and paid, over HTTP. */
const payerTask = z.object({
  city: z.string(),
  payer: z.string(),
  /** The token and the charge of each department. */
  departments: z.array(z.object({ token: z.string(), code: z.string() })),
  named: z.unknown(),
  atOnce: z.int(),
  raise: z.int().default(0),
  /** The bills of each order, parted by spaces. */
  pay: z.array(z.string()).default([]),
});
export type PayerTask = z.input<typeof payerTask>;

const made = z.object({ id: z.string() });
const begun = z.object({ payments: z.array(z.object({ show: z.object({ url: z.string() }) })).length(1) });

serveTasks(payerTask, async ({ city, payer, departments, named, atOnce, raise, pay }) => {
  const orders = await each({ count: raise, atOnce }, async () => {
    const bills = departments.map(async ({ token, code }) => {
      const body = {
        payer: named,
        reference: randomUUID(),
        lines: [{ code, quantity: 1 }],
        dueAt: '2099-01-01T00:00:00Z',
      };
      return made.parse(await post(`${city}/payments/bills`, token, body)).id;
    });
    return (await Promise.all(bills)).join(' ');
  });
  await each({ count: pay.length, atOnce }, async (n) => {
    const billIds = (pay[n] ?? '').split(' ');
    const { id } = made.parse(await post(`${city}/payments/orders`, payer, { billIds, channel: 'sandbox' }));
    const path = `${city}/payments/orders/${id}/payments/1/begin`;
    const { payments } = begun.parse(await post(path, payer, { way: 'page' }));
    await post(`${city}${payments[0]?.show.url}`, '', {});
  });
  return orders;
});
