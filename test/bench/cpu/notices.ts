// Prints the CPU microseconds of a notice of each channel, batch by batch, as `requests.ts` does: each pays an order of three
// lines, again and again, as the table takes every write and answers with the rows from before.
import { httpHandler } from '#shared/http';
import { routes } from '../../../services/payments/api.ts';
import { paymentsDeps } from '../../../services/payments/deps.ts';
import { paymentsParts } from '../../../services/payments/parts.ts';
import { noticeOf, openHouse } from '../../support/channels.ts';
import { gatewayEvent } from '../../support/gateway-event.ts';
import type { Timed } from './batches.ts';
import { timeBatches } from './batches.ts';
import { instantTable } from './instant-table.ts';

const { world, house } = await openHouse();
const line = { code: 'road-repair', payee: 'urban', quantity: 1, amountFen: 30_000, gate: 'result' as const };

/** The notice of an order that waits for its payer. */
async function noticed(channel: 'wechat' | 'alipay' | 'unionpay', way: string): Promise<Timed> {
  const billIds = await Promise.all([1, 2, 3].map(() => world.assess({ lines: [line] })));
  const { id } = (await world.send('POST', '/payments/orders', { body: { billIds, channel } })).body;
  const begun = await world.send('POST', `/payments/orders/${id}/payments/1/begin`, { body: { way } });
  const held = await house.waiting(channel, begun.body.payments[0]);
  house.till.pay(held);
  const { headers, body } = await noticeOf(house, held);
  const path = `/payments/public/notices/${channel}`;
  return { name: channel, event: gatewayEvent({ method: 'POST', path, headers, body }) };
}

const asked = [await noticed('wechat', 'native'), await noticed('alipay', 'page'), await noticed('unionpay', 'page')];
const empty = { SANDBOX: 'off', NOTICE_ADDRESS: '', RETURN_ADDRESS: '' };
const deps = paymentsDeps({ ...process.env, ...empty });
const rows = world.base.table.rows().map((row) => ({ ...row, pk: String(row['pk']), sk: String(row['sk']) }));
// Its clock stands where the notices were sent: they are old an hour later.
const means = { table: instantTable(rows), publisher: deps.publisher, now: () => world.clock.now };
const parts = paymentsParts(means, { sandbox: false, channels: [...house.channels.values()] });
const handler = httpHandler(routes, { ...deps, ...means, ...parts });
process.stderr.write(`${JSON.stringify(await timeBatches(handler, asked, 100))}\n`);
