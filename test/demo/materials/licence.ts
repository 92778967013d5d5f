import { decideNow, draft, foodItem, hasItem, opined, pathOf, submitted } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { honestForm } from '../../support/honest-form.ts';
import { codeOn } from '../../support/paper-code.ts';
import { verifyPaper } from '../../support/papers.ts';
import { inCity } from '../../support/upload.ts';
import { answered, type Story } from '../story.ts';
import { statusOf } from './library.ts';

const isConfirmed = (answer: Answer) => statusOf(answer, foodItem) === 'confirmed';

/** A decision gives the company a licence, which a third case uses; gives the case that it came from. */
export async function licenceStory(hall: Hall, story: Story): Promise<string> {
  const id = await granted(hall, story);
  await paper(hall, story, id);
  await usedAgain(hall, story, id);
  return id;
}

async function granted(hall: Hall, { step }: Story): Promise<string> {
  const company = hall.as('company');
  const approver = hall.as('approver-amr');
  const id = await step(
    '食品经营 · the company applies for a food licence in Gulou',
    () => submitted(company),
    Boolean,
  );
  await step(
    '受理 · the clerk accepts it',
    () => eventually(() => hall.as('clerk').post(`${pathOf(id)}/accept`, {}), answered(200, 'accepted')),
    answered(200, 'accepted'),
  );
  await step(
    '办结 · 市场监督管理局 reviews and grants it',
    async () => (await opined(approver, id), decideNow(approver, id, { outcome: 'granted' })),
    answered(200, 'decided'),
  );
  const isHeld = (answer: Answer) => hasItem(answer, (one) => one['id'] === id && one['status'] === 'valid');
  await step(
    '发证 · the decision gives an electronic licence: it is in the company’s library',
    () => eventually(() => company.get('/materials/licences?limit=100', inCity), isHeld),
    isHeld,
  );
  return id;
}

async function paper(hall: Hall, { step }: Story, id: string): Promise<void> {
  const company = hall.as('company');
  await step(
    '领取 · the company takes its result by download',
    () => eventually(() => company.post(`${pathOf(id)}/delivery/download`, {}), answered(200)),
    answered(200),
  );
  const address = await step(
    '证照 · from then on its sealed PDF is in the library, at an address for a minute',
    () => eventually(() => company.post(`/materials/licences/${id}/editions/1/read`, {}, inCity), answered(200)),
    answered(200),
  );
  const bytes = Buffer.from(await (await fetch(String(address.body['url']))).arrayBuffer());
  await step(
    '扫码 · the code on it leads to whether it holds, and shows its holder by a masked name',
    async () => (await fetch(codeOn(bytes) ?? '')).json(),
    (shown: unknown) => /"holder":"[^"]\*+"/.test(JSON.stringify(shown)) && JSON.stringify(shown).includes('"valid"'),
  );
  await step(
    '核验 · the file is intact; with one byte altered it is altered',
    async () => {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      return Promise.all([verifyPaper(hall, bytes), verifyPaper(hall, altered)]);
    },
    ([whole, changed]) => whole?.body['verdict'] === 'intact' && changed?.body['verdict'] === 'altered',
  );
}

const third = 'policy-subsidy';

async function usedAgain(hall: Hall, { step }: Story, id: string): Promise<void> {
  const company = hall.as('company');
  const set = 'jinan';
  const found = (answer: Answer) => JSON.stringify(answer.body).includes(id) && statusOf(answer, foodItem) === 'held';
  await step(
    '匹配 · a subsidy in Jin’an asks for that licence: it is held, and nothing need be brought',
    () => eventually(() => company.post('/materials/match', { itemKey: third, district: set }, inCity), found),
    found,
  );
  const guide = await hall.anyone.get(`/intake/public/items/${third}`, { set });
  const materials = [{ requirement: foodItem, materialId: id, version: 1 }];
  const body = { itemKey: third, form: honestForm(guide.body['form']), materials };
  const caseId = await step(
    '免提交 · the third case uses it without an upload',
    () => draft(company, body, { set }),
    Boolean,
  );
  await company.post(`${pathOf(caseId)}/submit`, {}, { set });
  await step(
    '确认 · the library confirms the licence to Jin’an',
    () => eventually(() => company.get(`${pathOf(caseId)}/materials`, { set }), isConfirmed),
    isConfirmed,
  );
}
