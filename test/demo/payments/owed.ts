import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { findAccount } from '../../../localstack/issuer/accounts.ts';
import { hasItem, idOf } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const asked = [
  ['urban', '城市管理局', 'road-repair', 12.5],
  ['mnr', '自然资源和规划局', 'property-registration-other', 1],
  ['amr', '市场监督管理局', 'equipment-inspection', 2],
] as const;

/** Three departments ask, and one of them once more; gives the bills. */
export async function owedStory(hall: Hall, { step }: Story): Promise<{ bills: string[]; cash: string }> {
  const company = hall.as('company');
  const payer = { kind: 'organisation', uscc: findAccount('company')?.uscc };
  const dueAt = new Date(Date.now() + 60 * 86_400_000).toISOString();
  const ask = (department: string, code: string, quantity: number) => {
    const reference = `DEMO-${randomUUID().slice(0, 8)}`;
    const body = { payer, reference, lines: [{ code, quantity }], dueAt };
    return hall.as(`approver-${department}`).post('/payments/bills', body, inCity);
  };
  await step(
    '收费清单 · anyone reads what may be asked, by whom and at which rate',
    () => hall.anyone.get('/payments/public/charge-list', inCity),
    ({ status, body }) => status === 200 && Array.isArray(body['charges']),
  );
  await step(
    '清单之外 · what is not on the list is not asked',
    () => ask('urban', 'tea-money', 1),
    ({ status }) => status === 400,
  );
  const bills: string[] = [];
  for (const [department, name, code, quantity] of asked) {
    const answer = await step(
      `开单 · ${name} of Gulou asks the company, at the rate of the list`,
      () => ask(department, code, quantity),
      answered(201, 'due'),
    );
    bills.push(idOf(answer));
  }
  const cash = idOf(await ask('amr', 'equipment-inspection', 1));
  await step(
    '待缴 · the company sees all that it owes in one list',
    () => company.get('/payments/bills?open=true&limit=100', inCity),
    (answer) => [...bills, cash].every((id) => hasItem(answer, (one) => one['id'] === id)),
  );
  await step(
    '隔离 · nobody else sees or pays it',
    () => hall.as('citizen').post('/payments/orders', { billIds: bills, channel: 'wechat' }, inCity),
    refused(404, 'not-found'),
  );
  return { bills: z.array(z.uuid()).parse(bills), cash };
}
