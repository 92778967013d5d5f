import * as z from 'zod';
import { etagOf, opined } from '../support/cases.ts';
import { foodForm } from '../support/form.ts';
import { eventually, type Answer, type Hall } from '../support/hall.ts';
import { answered, type Story } from './story.ts';

const item = 'food-business-licence';
const lines = z.object({ items: z.array(z.object({ caseId: z.string(), message: z.string() })) });
const acts = z.object({ items: z.array(z.object({ act: z.string() })) });

/** 食品经营许可 in Gulou from draft to result, as a company, a clerk and an approver see it. */
export async function caseStory(hall: Hall, { step }: Story): Promise<void> {
  const company = hall.as('company');
  await step(
    '找事项 · anyone searches the guide of Gulou for 食品经营',
    () => hall.anyone.get(`/intake/public/items?q=${encodeURIComponent('食品经营')}`),
    ({ body }) => z.object({ items: z.array(z.object({ key: z.string() })) }).parse(body).items[0]?.key === item,
  );
  const draft = await step(
    '新建草稿 · the company begins an application online',
    () =>
      company.post('/intake/applications', {
        itemKey: item,
        form: { operatorName: '示例餐饮有限公司' },
        channel: 'online',
      }),
    answered(201, 'draft'),
  );
  const id = z.string().parse(draft.body['id']);
  const path = `/intake/applications/${id}`;
  await step(
    '校验 · handing in an unfinished form names every fault',
    () => company.post(`${path}/submit`, {}),
    ({ status: code, body }) => code === 400 && body['code'] === 'form-invalid' && Array.isArray(body['errors']),
  );
  await step(
    '保存 · the company fills the form in',
    () => company.put(path, { form: foodForm }, { ifMatch: etagOf(draft) }),
    answered(200, 'draft'),
  );
  await step('提交 · and hands it in', () => company.post(`${path}/submit`, {}), answered(200, 'submitted'));
  await step(
    '待办 · the case stands in the work list of 市场监督管理局',
    () => hall.as('approver-amr').get('/intake/tasks?department=amr&status=submitted&limit=100'),
    ({ body }) => JSON.stringify(body).includes(id),
  );
  await step(
    '隔离 · a clerk of Jin’an cannot decide, another citizen cannot see it',
    async () => [
      await hall
        .as('approver-amr.jinan')
        .post(`${path}/decide`, { outcome: 'granted', opinion: '同意' }, { ifMatch: '"3"' }),
      await hall.as('citizen').get(path),
    ],
    ([decided, seen]) => decided?.status === 403 && seen?.status === 404,
  );
  await step(
    '受理 · the clerk at the window accepts it; the promised limit begins',
    () => hall.as('clerk').post(`${path}/accept`, {}),
    answered(200, 'accepted'),
  );
  const reviewed = await step(
    '审查 · the department reviews the papers, then the premises; each step has its opinion',
    () => opined(hall.as('approver-amr'), id),
    answered(200, 'accepted'),
  );
  await step(
    '办结 · the approver grants it',
    () =>
      hall
        .as('approver-amr')
        .post(
          `${path}/decide`,
          { outcome: 'granted', opinion: '材料齐全，符合条件，准予许可。' },
          { ifMatch: etagOf(reviewed) },
        ),
    answered(200, 'decided'),
  );
  await step(
    '重复 · a repeated decision with a new key is refused, nothing is decided twice',
    () =>
      hall
        .as('approver-amr')
        .post(`${path}/decide`, { outcome: 'refused', opinion: '-', reasons: '-' }, { ifMatch: etagOf(reviewed) }),
    ({ status: code }) => code === 409 || code === 412,
  );
  await step(
    '时间线 · the timeline shows every act',
    () => company.get(`${path}/timeline`),
    ({ body }) =>
      acts
        .parse(body)
        .items.map(({ act }) => act)
        .join() === 'create,submit,accept,give-opinion,give-opinion,decide',
  );
  await step(
    '收件箱 · the city’s inbox has one line for each fact',
    () =>
      eventually(
        () => company.get('/notifications/inbox?limit=100', { set: 'fuzhou' }),
        (answer) => told(answer, id).length >= 4,
      ),
    (answer) => told(answer, id).toSorted().join() === 'accepted,granted,result-ready,submitted',
  );
  await step(
    '全市 · the city lists the company’s case of Gulou with its result',
    () =>
      eventually(
        () => company.get('/intake/applications?mine=true&limit=100', { set: 'fuzhou' }),
        ({ body }) => JSON.stringify(body).includes(id) && JSON.stringify(body).includes('granted'),
      ),
    ({ body }) => JSON.stringify(body).includes(id),
  );
}

/** The messages of a case in an inbox. */
function told({ status: code, body }: Answer, id: string): string[] {
  if (code !== 200) return [];
  return lines
    .parse(body)
    .items.filter(({ caseId }) => caseId === id)
    .map(({ message }) => message);
}
