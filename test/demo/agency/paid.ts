import * as z from 'zod';
import { etagOf, hasItem, idOf, itemsOf, pathOf } from '../../support/cases.ts';
import { eventually, type Answer } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered } from '../story.ts';
import type { Carried } from './carried.ts';
import type { OpenPart } from './decided.ts';

const shown = z.object({ payments: z.array(z.object({ show: z.object({ code: z.url() }) })).length(1) });
const due = '/payments/bills?mine=true&limit=100';

const isOf = (bill: Record<string, unknown>, caseId: string) => bill['caseId'] === caseId && bill['status'] === 'due';

/** What two offices ask of the project is paid with one click. */
export async function paidAtOnce(
  { hall, story: { step } }: Carried,
  open: readonly OpenPart[],
  fees: readonly { item: string; department: string; code: string; quantity: number }[],
): Promise<void> {
  const company = hall.as('company');
  const cases = fees.map((fee) => ({ ...fee, caseId: open.find(({ item }) => item === fee.item)?.caseId ?? '' }));
  await step(
    `核定 · ${fees.length} departments assess what is to be paid`,
    () =>
      Promise.all(
        cases.map(async ({ caseId, department, code, quantity }) => {
          const [who, path] = [hall.as(`approver-${department}`), `${pathOf(caseId)}/fees`];
          const ifMatch = etagOf(await who.get(path));
          return who.post(`${path}/assess`, { lines: [{ code, quantity }], evidence: '批准的方案' }, { ifMatch });
        }),
      ),
    (answers) => answers.every(({ status }) => status === 200),
  );
  const all = (answer: Answer) => cases.every(({ caseId }) => hasItem(answer, (bill) => isOf(bill, caseId)));
  const bills = await step(
    '账单 · the bills of both stand in the investor’s list',
    () => eventually(() => company.get(due, inCity), all),
    all,
  );
  const billIds = itemsOf(bills).flatMap((bill) =>
    cases.some(({ caseId }) => isOf(bill, caseId)) ? [bill['id']] : [],
  );
  const placed = await step(
    '一键缴费 · they are one order, and one payment',
    () => company.post('/payments/orders', { billIds, channel: 'wechat' }, inCity),
    answered(201, 'open'),
  );
  const order = `/payments/orders/${idOf(placed)}`;
  await step(
    '支付 · the investor pays, and all of it is paid',
    async () => {
      const begun = await company.post(`${order}/payments/1/begin`, { way: 'native' }, inCity);
      await fetch(shown.parse(begun.body).payments[0]?.show.code ?? '', { method: 'POST' });
      return eventually(() => company.get(order, inCity), answered(200, 'paid'));
    },
    answered(200, 'paid'),
  );
}
