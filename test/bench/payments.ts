import * as z from 'zod';
import { findAccount } from '../../localstack/issuer/accounts.ts';
import { createTable } from '../../localstack/dynamodb/tables.ts';
import { etagOf, expectStatus, idOf } from '../support/cases.ts';
import { startHall } from '../support/find-hall.ts';
import { tableShape } from '../support/table-shape.ts';
import { inCity } from '../support/upload.ts';
import type { PayerTask } from './payments/payer.ts';
import { sameCalls } from './payments/same-calls.ts';
import type { ScriptTask } from './payments/script.ts';
import type { Line } from './table.ts';
import { againstScript } from './throughput/against-script.ts';
import { startWorker, type Worker } from './throughput/child.ts';

const perRound = 48;
const atOnce = 16;
// Lambda gives each of sixteen requests a copy of its own; two cores feed no more than these.
const copies = 6;
// As many facts as `publish` puts into one call under this load.
const perPut = 10;
const table = 'bench-payments';

const charges = [
  ['urban', 'bench-a'],
  ['mnr', 'bench-b'],
  ['ps', 'bench-c'],
] as const;
const paid = z.object({ items: z.array(z.object({ status: z.string() })) });

type Running = Awaited<ReturnType<typeof startHall>>;

/** Orders a second that are placed, begun and paid through the whole local cloud until every consumer has committed, against D3. */
export async function payments(): Promise<Line[]> {
  const found = await startHall(() => {}, { copies });
  const payer = startWorker<PayerTask>('../payments/payer.ts');
  const script = startWorker<ScriptTask>('../payments/script.ts', found.cloud.environment);
  try {
    await listed(found);
    await createTable(found.cloud.environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '', {
      TableName: table,
      ...tableShape,
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    });
    const said = { what: 'orders', line: 'orders of three bills paid a second' };
    const rounds = { ours: await ourRounds(found, payer), script: () => scriptRound(script) };
    const compared = await againstScript(said, { ours: () => rounds.ours(perRound), script: rounds.script });
    const same = await sameCalls(found.cloud, {
      ours: () => rounds.ours(1),
      script: () => script.run({ table, atOnce, perPut, count: true }),
    });
    return [...compared, ...same];
  } finally {
    payer.stop();
    script.stop();
    await found.stop();
  }
}

/** Charges without receipts, so that no papers are made: these are measured with submissions. */
async function listed({ hall }: Running): Promise<void> {
  const names = { zh: '测试收费', en: 'Bench' };
  const place = {
    kind: 'non-tax',
    destination: 'treasury',
    merchant: 'treasury',
    subject: '103043306',
    receipt: 'none',
  };
  const list = {
    payees: charges.map(([key]) => ({ key, name: names })),
    charges: charges.map(([payee, code]) => ({ ...place, code, payee, name: names, unit: 'case', rateFen: 30_000 })),
  };
  const proposed = await expectStatus(hall.as('finance.city').post('/payments/charge-list', list, inCity), 201);
  const as = { ...inCity, ifMatch: etagOf(proposed) };
  await expectStatus(
    hall.as('finance-checker.city').post(`/payments/charge-list/${idOf(proposed)}/approve`, {}, as),
    200,
  );
}

/** One round of ours, bills asked beforehand: paid at concurrency 16, until everything has settled. Gives its rate. */
async function ourRounds({ hall, cloud }: Running, worker: Worker<PayerTask>) {
  const tokens = charges.map(async ([key, code]) => ({ token: await cloud.token(`approver-${key}`), code }));
  const named = { kind: 'organisation', uscc: findAccount('company')?.uscc };
  const city = cloud.base('fuzhou');
  const place = { city, payer: await cloud.token('company'), departments: await Promise.all(tokens), named, atOnce };
  return async (orders: number): Promise<number> => {
    const pay = await worker.run({ ...place, raise: orders });
    await cloud.settle();
    const began = performance.now();
    await worker.run({ ...place, pay });
    await cloud.settle();
    const seconds = (performance.now() - began) / 1000;
    const { body } = await hall.as('company').get('/payments/bills?limit=100', inCity);
    const open = paid.parse(body).items.filter(({ status }) => status !== 'paid');
    if (open.length > 0) throw new Error('the cloud settled before every bill was paid');
    return orders / seconds;
  };
}

/** One round of D3 on a table of the same shape, bills prepared beforehand. Gives its rate. */
async function scriptRound(script: Worker<ScriptTask>): Promise<number> {
  const pay = await script.run({ table, atOnce, prepare: perRound, perPut });
  const began = performance.now();
  await script.run({ table, atOnce, pay, perPut });
  return perRound / ((performance.now() - began) / 1000);
}
