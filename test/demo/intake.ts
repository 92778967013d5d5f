import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { findAccount } from '../../localstack/issuer/accounts.ts';
import { etagOf, idOf, pathOf } from '../support/cases.ts';
import { eventually, type Answer, type Hall } from '../support/hall.ts';
import { honestForm } from '../support/honest-form.ts';
import type { Story } from './story.ts';

const itemKey = 'disability-certificate';
const status = (code: number, state?: string) => (answer: Answer) =>
  answer.status === code && (state === undefined || answer.body['status'] === state);

/** One case that a community desk of Jin'an takes in for Gulou, through a correction, a pause and an extension to its end. */
export async function deskStory(hall: Hall, { step }: Story): Promise<string> {
  const desk = hall.as('community.jinan');
  const approver = hall.as('approver-dpf');
  const guide = await step(
    '办事指南 · the guide of Gulou says what is asked for, and has the form',
    () => hall.anyone.get(`/intake/public/items/${itemKey}`),
    ({ body }) => typeof body['form'] === 'object',
  );
  const form = { ...honestForm(guide.body['form']), hospital: '医院' };
  const applicant = { kind: 'person', document: findAccount('citizen')?.document };
  const entry = { hall: 'yuefeng', documentsSeen: ['resident-id'], originalChecked: true, signatureKept: true };
  const draft = await step(
    '全城通办 · a community desk of Jin’an begins it for a citizen, in the set that owns the item',
    () => desk.post('/intake/applications', { itemKey, channel: 'community', applicant, entry, form }),
    status(201, 'draft'),
  );
  const path = pathOf(idOf(draft));
  await step(
    '收件 · hands it in: the number of 43 characters is given at once',
    () => desk.post(`${path}/submit`, {}),
    (answer) => status(200, 'submitted')(answer) && String(answer.body['number']).length === 43,
  );
  await step(
    '同一办件 · the citizen’s own account shows the same case, with the desk that entered it',
    () => hall.as('citizen').get(path),
    ({ status: code, body }) => code === 200 && JSON.stringify(body['entry']).includes('jinan/community'),
  );
  await acceptance(hall, { step }, path);
  await review(hall, { step }, path);
  await step(
    '办结 · the decision is given, with its reasons',
    async () =>
      approver.post(
        `${path}/decide`,
        { outcome: 'granted', opinion: '经评定符合国家残疾标准，准予发证。' },
        { ifMatch: etagOf(await approver.get(path)) },
      ),
    status(200, 'decided'),
  );
  return path;
}

async function acceptance(hall: Hall, { step }: Story, path: string): Promise<void> {
  const clerk = hall.as('clerk');
  const defects = [
    { pointer: '/hospital', what: '未写明评定医院', mend: '填写公布的指定医院名称' },
    { material: 'photo', what: '相片不清晰', mend: '重新提交两寸近期免冠相片' },
  ];
  await step(
    '一次性告知 · Gulou’s clerk tells all that is wrong, once, and what mends each',
    () => clerk.post(`${path}/request-correction`, { defects }),
    status(200, 'correcting'),
  );
  await step(
    '范围 · what was not asked for cannot be changed with the answer',
    () => hall.as('community.jinan').post(`${path}/resubmit`, { changes: [{ pointer: '/ethnicity', value: '02' }] }),
    ({ status: code, body }) => code === 400 && body['code'] === 'not-asked',
  );
  await step(
    '补正 · the desk hands in what was asked for',
    () =>
      hall
        .as('community.jinan')
        .post(`${path}/resubmit`, { changes: [{ pointer: '/hospital', value: '示例区指定评定医院' }] }),
    status(200, 'submitted'),
  );
  await step(
    '受理 · the clerk accepts it; the promised limit begins on the next working day',
    () => clerk.post(`${path}/accept`, {}),
    status(200, 'accepted'),
  );
}

async function review(hall: Hall, { step }: Story, path: string): Promise<void> {
  const approver = hall.as('approver-dpf');
  const citizen = hall.as('citizen');
  const dueAt = z.string().safeParse((await citizen.get(path)).body['dueAt']);
  await step(
    '特别程序 · experts assess: the clock stops, and the citizen is told so',
    () => approver.post(`${path}/suspend`, { kind: 'appraisal', why: '到指定医院作残疾评定' }),
    status(200, 'suspended'),
  );
  await step(
    '期限 · while it stops no day is due',
    () => citizen.get(path),
    ({ body }) => dueAt.success && body['dueAt'] === undefined,
  );
  await step(
    '恢复 · the experts have answered; from tomorrow on the days count again',
    () => approver.post(`${path}/resume`, { result: '评定为肢体四级' }),
    status(200, 'accepted'),
  );
  await step(
    '延长 · the head extends the limit once, with a reason',
    () => hall.as('head-dpf').post(`${path}/extend`, { days: 5, why: '需复核评定结论' }),
    status(200, 'accepted'),
  );
  await step(
    '期限 · the citizen sees a later day, and why',
    () => citizen.get(path),
    ({ body }) =>
      dueAt.success && String(body['dueAt']) > dueAt.data && JSON.stringify(body['extension']).includes('复核'),
  );
}

/** Whoever holds the receipt sees where the case stands, without an account. */
async function trackingStory(hall: Hall, { step }: Story, path: string): Promise<void> {
  const { body } = await hall.as('citizen').get(path);
  const { number, trackingCode } = z.object({ number: z.string(), trackingCode: z.string() }).parse(body);
  const track = (code: string) => hall.anyone.get(`/intake/public/track/${number}?code=${code}`);
  await step(
    '查询 · with the number and the code of the receipt anyone sees where it stands; nothing personal is shown',
    () => track(trackingCode),
    ({ status: code, body: shown }) =>
      code === 200 && shown['outcome'] === 'granted' && !JSON.stringify(shown).includes('评定医院'),
  );
  await step(
    '查询 · with another code nothing is shown, not even that there is such a case',
    () => track(trackingCode === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'),
    status(404),
  );
}

/** What the case has become in the figures of its district and of the city, once their facts have arrived. */
async function supervisionStory(hall: Hall, { step }: Story, path: string): Promise<void> {
  const { body } = await hall.as('citizen').get(path);
  const day = dayOf(z.coerce.date().parse(body['decidedAt']));
  const summary = (account: string, set: string, by: string) => () =>
    eventually(
      () => hall.as(account).get(`/intake/supervision/summary?from=${day}&to=${day}&by=${by}`, { set }),
      (answer) => decided(answer, by === 'item' ? itemKey : 'gulou') > 0,
    );
  await step(
    '监察 · the supervisor’s summary counts it under its item: decided, in how many days, with how much less asked than before the reform',
    summary('supervisor', 'gulou', 'item'),
    (answer) => decided(answer, itemKey) > 0 && JSON.stringify(answer.body['total']).includes('visits'),
  );
  await step(
    '监察 · the city’s supervisor sees it among the cases of Gulou',
    summary('supervisor.city', 'fuzhou', 'district'),
    (answer) => decided(answer, 'gulou') > 0,
  );
  await step(
    '监察 · the timeline is whole: no entry was altered since it was written',
    () => hall.as('supervisor').get(path.replace('/intake/', '/intake/supervision/') + '/chain'),
    ({ status: code, body: shown }) => code === 200 && shown['intact'] === true,
  );
}

const figures = z.object({ items: z.array(z.object({ value: z.string(), decided: z.int() })) });

/** How many cases of a value were decided; none where the answer is no summary. */
const decided = (answer: Answer, value: string): number =>
  figures.safeParse(answer.body).data?.items.find((one) => one.value === value)?.decided ?? 0;

/** The story of the one window: from a desk in another district to the supervisor's summary. */
export async function intakeStory(hall: Hall, story: Story): Promise<void> {
  const path = await deskStory(hall, story);
  await trackingStory(hall, story, path);
  await supervisionStory(hall, story, path);
}
