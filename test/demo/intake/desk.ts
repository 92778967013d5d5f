import { findAccount } from '../../../localstack/issuer/accounts.ts';
import { idOf, pathOf } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import { honestForm } from '../../support/honest-form.ts';
import { answered, refused, type Story } from '../story.ts';

export const itemKey = 'disability-certificate';
const entry = { hall: 'yuefeng', documentsSeen: ['resident-id'], originalChecked: true, signatureKept: true };

/** A community desk of Jin'an takes a case of Gulou in, and Gulou's clerk accepts it once it is corrected; gives its id. */
export async function deskStory(hall: Hall, story: Story): Promise<string> {
  const id = await taken(hall, story);
  await corrected(hall, story, pathOf(id));
  await story.step(
    '受理 · the clerk accepts it; the promised limit begins on the next working day',
    () => hall.as('clerk').post(`${pathOf(id)}/accept`, {}),
    answered(200, 'accepted'),
  );
  return id;
}

async function taken(hall: Hall, { step }: Story): Promise<string> {
  const desk = hall.as('community.jinan');
  const guide = await step(
    '办事指南 · the guide of Gulou says what is asked for, and has the form',
    () => hall.anyone.get(`/intake/public/items/${itemKey}`),
    ({ body }) => typeof body['form'] === 'object',
  );
  const form = { ...honestForm(guide.body['form']), hospital: '医院' };
  const applicant = { kind: 'person', document: findAccount('citizen')?.document };
  const draft = await step(
    '全城通办 · a community desk of Jin’an begins it for a citizen, in the set that owns the item',
    () => desk.post('/intake/applications', { itemKey, channel: 'community', applicant, entry, form }),
    answered(201, 'draft'),
  );
  const id = idOf(draft);
  await step(
    '收件 · hands it in: the number of 43 characters is given at once',
    () => desk.post(`${pathOf(id)}/submit`, {}),
    (answer) => answered(200, 'submitted')(answer) && String(answer.body['number']).length === 43,
  );
  await step(
    '同一办件 · the citizen’s own account shows the same case, with the desk that entered it',
    () => hall.as('citizen').get(pathOf(id)),
    ({ status, body }) => status === 200 && JSON.stringify(body['entry']).includes('jinan/community'),
  );
  return id;
}

async function corrected(hall: Hall, { step }: Story, path: string): Promise<void> {
  const desk = hall.as('community.jinan');
  const defects = [
    { pointer: '/hospital', what: '未写明评定医院', mend: '填写公布的指定医院名称' },
    { material: 'photo', what: '相片不清晰', mend: '重新提交两寸近期免冠相片' },
  ];
  await step(
    '一次性告知 · Gulou’s clerk tells all that is wrong, once, and what mends each',
    () => hall.as('clerk').post(`${path}/request-correction`, { defects }),
    answered(200, 'correcting'),
  );
  await step(
    '范围 · what was not asked for cannot be changed with the answer',
    () => desk.post(`${path}/resubmit`, { changes: [{ pointer: '/ethnicity', value: '02' }], entry }),
    refused(400, 'not-asked'),
  );
  await step(
    '补正 · the desk hands in what was asked for',
    () =>
      desk.post(`${path}/resubmit`, {
        changes: [{ pointer: '/hospital', value: '示例区指定评定医院' }],
        answers: [{ material: 'photo', text: '已当场重新拍摄' }],
        entry,
      }),
    answered(200, 'submitted'),
  );
}
