import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { findAccount } from '../../../localstack/issuer/accounts.ts';
import { expectStatus, idOf } from '../../support/cases.ts';
import { eventually, type Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';

/** A charge that was paid by a channel, under its number there. */
export interface Paid {
  billId: string;
  number: string;
}

export interface Wish {
  channel: 'wechat' | 'alipay' | 'unionpay';
  count: number;
}

const ways = { wechat: 'native', alipay: 'precreate', unionpay: 'qr' } as const;
const begun = z.object({
  payments: z.tuple([z.object({ number: z.string(), show: z.object({ code: z.url() }) })]),
});

// Three payees of the treasury, in turn, at amounts that differ.
const asked = [
  ['urban', 'road-repair'],
  ['mnr', 'property-registration-other'],
  ['amr', 'equipment-inspection'],
] as const;

/** So many at once: the local cloud has one machine. */
const atOnce = 6;

/** A department asks the company; gives the bill. */
export async function ask(hall: Hall, n: number): Promise<string> {
  const [department, code] = asked[n % asked.length] ?? asked[0];
  const payer = { kind: 'organisation', uscc: findAccount('company')?.uscc };
  const dueAt = new Date(Date.now() + 400 * 86_400_000).toISOString();
  const reference = `DAY-${randomUUID().slice(0, 12)}`;
  const body = { payer, reference, lines: [{ code, quantity: 1 + (n % 7) }], dueAt };
  return idOf(await expectStatus(hall.as(`approver-${department}`).post('/payments/bills', body, inCity), 201));
}

/** The company pays so many bills, each by an order of its own. */
export async function payMany(hall: Hall, { channel, count }: Wish): Promise<Paid[]> {
  const company = hall.as('company');
  return inTurns(count, async (n) => {
    const billId = await ask(hall, n);
    const placed = await expectStatus(company.post('/payments/orders', { billIds: [billId], channel }, inCity), 201);
    const path = `/payments/orders/${idOf(placed)}/payments/1/begin`;
    // No answer of a busy channel: asked for again it is the same charge.
    const begin = () => company.post(path, { way: ways[channel] }, inCity);
    const { body } = await eventually(begin, (answer) => begun.safeParse(answer.body).success);
    const [{ number, show }] = begun.parse(body).payments;
    const page = await fetch(show.code, { method: 'POST' });
    if (!page.ok) throw new Error(`${channel} does not let ${number} be paid: ${page.status}`);
    return { billId, number };
  });
}

/** Does it so many times, a few at once, and gives what came in the order of their numbers. */
export async function inTurns<Result>(count: number, run: (n: number) => Promise<Result>): Promise<Result[]> {
  const found: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let n = next; n < count; n = next) {
      next += 1;
      found[n] = await run(n);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return found;
}
