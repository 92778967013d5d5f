import * as z from 'zod';
import { expectStatus } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const found = z.object({
  id: z.uuid(),
  class: z.string(),
  status: z.string(),
  version: z.int(),
  row: z.object({ amountFen: z.int(), feeFen: z.int() }).optional(),
  proposals: z.array(z.string()),
});
type Found = z.infer<typeof found>;
const listed = z.object({ items: z.array(z.object({ id: z.uuid(), class: z.string(), status: z.string() })) });

/** All differences of a day, whatever stands of them. */
export async function differencesOf(hall: Hall, day: string, more = '') {
  const path = `/payments/exceptions?kind=difference&from=${day}&until=${day}&limit=100${more}`;
  const answer = await expectStatus(hall.as('finance.city').get(path, inCity), 200);
  return listed.parse(answer.body).items;
}

/** What one person proposes of each class. What is carried waits for the next statement. */
function wishFor({ class: of, row }: Found, typed: object): object {
  const wishes: Record<string, object> = {
    AMOUNT_OVER: { action: 'refund', reason: '渠道多收，原路退回' },
    AMOUNT_UNDER: { action: 'write-off', reason: '渠道少付五角，金额在限额内' },
    CURRENCY_MISMATCH: { action: 'reverse', reason: '渠道按外币入账，冲销后重收' },
    DATA_MISMATCH: { action: 'accept', reason: '渠道单号录错，金额一致' },
    DIRECTION_MISMATCH: { action: 'write-off', reason: '渠道误作退款', basis: '渠道书面说明及主管批件' },
    DUPLICATE_IN_STATEMENT: { action: 'refund', reason: '同一笔收了两次' },
    FEE_MISMATCH: { action: 'adjust-fee', reason: '按协议费率调整', feeFen: feeOf(row?.amountFen ?? 0) },
    FILE_TOTAL_MISMATCH: { action: 'accept', reason: '渠道确认汇总行有误，明细无误' },
    MISSING_IN_LEDGER: { action: 'suspend', reason: '无主款项，待认领' },
    SPLIT_MISMATCH: { action: 'suspend', reason: '拆分多出三角，待渠道说明' },
    STATUS_MISMATCH: { action: 'carry', reason: '渠道处理中，次日再核' },
    UNPARSEABLE_ROW: { action: 'enter-row', reason: '按原文件人工录入', row: typed },
  };
  const wish = wishes[of];
  if (!wish) throw new Error(`nobody has thought of ${of}`);
  return wish;
}

/** By the agreement: 0.60 %, half a fen up. */
const feeOf = (amountFen: number): number => Math.floor((amountFen * 60 + 5000) / 10_000);

/** One person proposes what is to be done, another agrees, and each ends in entries. */
export async function clearStory(
  hall: Hall,
  { step }: Story,
  { day, typed, until }: { day: string; typed: object; until: string },
): Promise<void> {
  const [maker, checker] = [hall.as('finance.city'), hall.as('finance-checker.city')];
  const open = (await differencesOf(hall, day)).filter(({ status }) => status === 'open');
  for (const { id } of open) {
    const path = `/payments/exceptions/${id}`;
    const one = found.parse((await expectStatus(maker.get(path, inCity), 200)).body);
    const wish = { ...wishFor(one, typed), ...(one.class === 'STATUS_MISMATCH' && { until }) };
    const proposed = await step(
      `${one.class} · one proposes: ${JSON.stringify(Object.values(wish).slice(0, 2))}`,
      () => maker.post(`${path}/propose`, wish, { ...inCity, ifMatch: `"${one.version}"` }),
      answered(200, 'under-review'),
    );
    const ifMatch = `"${String(proposed.body['version'])}"`;
    if (one.class === 'AMOUNT_OVER') {
      await step(
        '不得自审 · the one who proposed it does not decide it',
        () => maker.post(`${path}/approve`, {}, { ...inCity, ifMatch }),
        refused(403, 'wrong-role'),
      );
    }
    await step(
      `${one.class} · another agrees`,
      () => checker.post(`${path}/approve`, {}, { ...inCity, ifMatch }),
      ({ status }) => status === 200,
    );
  }
  await step(
    '清空 · nothing of the day is open any more: each is decided, or carried',
    () => differencesOf(hall, day),
    (left) => left.every(({ status }) => status === 'carried' || status === 'approved'),
  );
}
