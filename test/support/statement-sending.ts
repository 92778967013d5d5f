import { randomUUID } from 'node:crypto';
import { daysAfter, dayOf, startOf } from '#shared/calendar';
import type { Told } from '../../localstack/channels/statements/told.ts';
import { wechatBill } from '../../localstack/channels/statements/wechat-bill.ts';
import { etagOf, expectStatus } from './cases.ts';
import type { Caller } from './hall.ts';
import { declared, hexOf, inCity } from './upload.ts';

/** WeChat's bill of yesterday for the treasury's account there: so many payments of which nobody knows, and a line that cannot be read. */
export function strangeBill(now: Date, amounts: readonly number[]) {
  const day = daysAfter(dayOf(now), -1);
  const same = { direction: 'in', merchant: '1900000001', feeFen: 0, currency: 'CNY', status: 'done' } as const;
  const at = new Date(startOf(day).getTime() + 9 * 3_600_000);
  const rows = [...amounts, 1].map((amountFen, n): Told => {
    const number = randomUUID().replaceAll('-', '');
    return { ...same, number, ref: `42000${n}`, amountFen, at, name: '登记费,`0.01', isSpoilt: n === amounts.length };
  });
  return { id: `wechat.treasury.${day}`, bytes: Buffer.from(wechatBill(rows, 0)) };
}

/** Finance declares a statement, sends it where it is told, and confirms that it is there. */
export async function sendStatement(finance: Caller, id: string, bytes: Buffer<ArrayBuffer>) {
  const path = `/payments/reconciliations/${id}`;
  const sha256 = hexOf(bytes);
  const said = await expectStatus(finance.post(`${path}/statement`, { sha256, bytes: bytes.length }, inCity), 201);
  const { uploadId } = said.body;
  const { upload } = declared.omit({ id: true, status: true }).parse(said.body);
  const sent = await fetch(upload?.url ?? '', { method: 'PUT', body: bytes, headers: { ...upload?.headers } });
  if (!sent.ok) throw new Error(`the bucket answered ${sent.status}`);
  return (await expectStatus(finance.post(`${path}/statement/confirm`, { uploadId, sha256 }, inCity), 200)).body;
}

/** Two people put a difference into suspense. */
export async function suspended(id: string, by: { maker: Caller; checker: Caller }) {
  const path = `/payments/exceptions/${id}`;
  const read = async () => ({ ...inCity, ifMatch: etagOf(await by.maker.get(path, inCity)) });
  const wish = { action: 'suspend', reason: '查不到缴费人' };
  await expectStatus(by.maker.post(`${path}/propose`, wish, await read()), 200);
  return (await expectStatus(by.checker.post(`${path}/approve`, {}, await read()), 200)).body;
}
