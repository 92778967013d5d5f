import * as z from 'zod';
import { hasItem, idOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const asked = z.object({ copy: z.object({ id: z.uuid() }) });
const day = (from: Date) => from.toISOString().slice(0, 10);

/** The company lets an office read its articles, takes that back, and reads who looked. */
export async function grantStory(
  hall: Hall,
  { step }: Story,
  { articles, food }: { articles: string; food: string },
): Promise<void> {
  const [company, approver] = [hall.as('company'), hall.as('approver-amr')];
  const grants = `/materials/${articles}/grants`;
  const grant = await step(
    '授权 · the company lets 市场监督管理局 of Gulou read its articles, for a purpose and until a day',
    async () => {
      const to = { kind: 'office', district: 'gulou', department: 'amr' };
      const { headers } = await hall.anyone.get('/health');
      const until = day(new Date(new Date(headers.get('Date') ?? Date.now()).getTime() + 30 * 86_400_000));
      return company.post(grants, { version: 1, to, why: '年报核查', until }, inCity);
    },
    answered(201, 'active'),
  );
  const path = `${grants}/${idOf(grant)}`;
  const reading = await step(
    '查阅 · an approver reads them, and says why: he gets a copy with a watermark',
    () => approver.post(`${path}/read`, { reason: '核对出资条款' }, inCity),
    (answer) => answer.status === 200 && asked.safeParse(answer.body).success,
  );
  const copy = `/materials/copies/${asked.parse(reading.body).copy.id}/file`;
  await step(
    '水印 · the copy is made, and is his alone',
    async () => [await eventually(() => approver.get(copy, inCity), isReady), await hall.as('clerk').get(copy, inCity)],
    ([made, others]) => made !== undefined && isReady(made) && others?.status === 404,
  );
  await step(
    '撤回授权 · the company revokes the grant',
    () => company.post(`${path}/revoke`, {}, inCity),
    answered(200, 'revoked'),
  );
  await step(
    '不可再读 · from then on it opens nothing',
    () => approver.post(`${path}/read`, { reason: '再次核对' }, inCity),
    refused(409, 'grant-over'),
  );
  await step(
    '谁看过 · the company reads who looked: the office, when, for which case or grant, and why',
    () => company.get('/materials/accesses?limit=100', inCity),
    (answer) =>
      hasItem(answer, (one) => one['grantId'] === idOf(grant) && one['reason'] === '核对出资条款') &&
      hasItem(answer, (one) => one['caseId'] === food),
  );
}

const isReady = ({ body }: Answer): boolean => body['status'] === 'ready' && typeof body['url'] === 'string';
