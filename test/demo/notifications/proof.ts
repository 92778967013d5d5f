import { itemsOf, pathOf } from '../../support/cases.ts';
import { eventually, type Hall } from '../../support/hall.ts';
import type { Local } from '../../support/local.ts';
import { inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';
import { proofOf, type Correction } from './correction.ts';

interface Told extends Correction {
  local: Local;
}

/** Nobody reads it: after two working days staff have a task, call, and it is proved. */
export async function proofStory(hall: Hall, { step }: Story, { caseId, noticeId, local }: Told): Promise<void> {
  const [company, clerk] = [hall.as('company'), hall.as('clerk')];
  const isWaiting = async () =>
    itemsOf(await clerk.get('/notifications/tasks?limit=100', inCity)).some((one) => one['id'] === noticeId);
  await step(
    '送达 · it was delivered, yet to a number that nobody has confirmed for official papers: that does not count as served',
    () => company.get(`/notifications/${noticeId}/proof`, inCity),
    ({ body }) => JSON.stringify(body['proved']).includes('"step":"delivered"') && !served(body),
  );
  await step(
    '未读 · days pass and nobody has read it: after two working days it is a task of the staff of Gulou',
    async () => {
      for (let day = 0; day < 10 && !(await isWaiting()); day++) await local.pass('+1d');
      return isWaiting();
    },
    Boolean,
  );
  await step(
    '人工告知 · the clerk calls, and writes down how',
    () => clerk.post(`/notifications/tasks/${noticeId}/done`, { how: 'telephone' }, inCity),
    answered(200, 'delivered'),
  );
  await step(
    '不重复 · it is not told a second time',
    () => clerk.post(`/notifications/tasks/${noticeId}/done`, { how: 'letter' }, inCity),
    refused(409, 'task-done'),
  );
  await step(
    '送达证明 · the proof shows both ways, what was said, and that it counts now',
    () => company.get(`/notifications/${noticeId}/proof`, inCity),
    (answer) =>
      served(answer.body) &&
      proofOf(answer)
        .deliveries.map(({ channel, status }) => `${channel} ${status}`)
        .join() === 'sms delivered,task delivered',
  );
  await step(
    '隔离 · nobody else reads it: a citizen who has nothing to do with it is told that there is none',
    () => hall.as('citizen').get(`/notifications/${noticeId}/proof`, inCity),
    ({ status }) => status === 404,
  );
  await step(
    '送达日期 · the case in Gulou has heard of it: what runs from service runs from that day',
    () =>
      eventually(
        () => company.get(`${pathOf(caseId)}/served`),
        (answer) => JSON.stringify(answer.body).includes('servedAt'),
      ),
    ({ body }) => JSON.stringify(body).includes(noticeId),
  );
}

const served = (body: Record<string, unknown>): boolean => JSON.stringify(body['proved']).includes('"counts":true');
