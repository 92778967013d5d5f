import { decideNow, hasItem, opined, pathOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { bundles, caseIn } from '../../support/restaurant.ts';
import { answered, type Story } from '../story.ts';

/** The licences of a restaurant are decided side by side, each by its own office; gives the case of the food licence. */
export async function licencesStory(hall: Hall, story: Story, id: string): Promise<string> {
  const bundle = await hall.as('citizen').get(`${bundles}/${id}`);
  const food = caseIn(bundle, 'food-business-licence');
  const hygiene = caseIn(bundle, 'public-place-hygiene');
  await granted(hall, story, { food, hygiene });
  await story.step(
    '撤回 · the company wants no sign after all: that case ends, the others go on',
    () => hall.as('company').post(`${pathOf(caseIn(bundle, 'signboard'))}/withdraw`, { reason: '暂不设置招牌' }),
    answered(200, 'withdrawn'),
  );
  await done(hall, story, id);
  return food;
}

async function granted(hall: Hall, { step }: Story, { food, hygiene }: Record<'food' | 'hygiene', string>) {
  const accept = (id: string) => hall.as('clerk').post(`${pathOf(id)}/accept`, {});
  await step(
    '受理 · the clerk accepts the licences of food and of hygiene',
    () => Promise.all([accept(food), accept(hygiene)]),
    (both) => both.every(answered(200, 'accepted')),
  );
  await step(
    '审查 · 市场监督管理局 reviews the papers of the food licence, then the premises',
    () => opined(hall.as('approver-amr'), food),
    answered(200, 'accepted'),
  );
  await step(
    '并联办结 · it grants the food licence, and 卫生健康局 that of hygiene',
    () =>
      Promise.all([
        decideNow(hall.as('approver-amr'), food, { outcome: 'granted' }),
        decideNow(hall.as('approver-health'), hygiene, { outcome: 'granted' }),
      ]),
    (both) => both.every(answered(200, 'decided')),
  );
}

async function done(hall: Hall, { step }: Story, id: string): Promise<void> {
  const citizen = hall.as('citizen');
  const ended = answered(200, 'done');
  await step(
    '办成 · with its last case the bundle is done',
    () => eventually(() => citizen.get(`${bundles}/${id}`), ended),
    ended,
  );
  const told = (answer: Answer) =>
    hasItem(answer, ({ bundleId, message }) => bundleId === id && message === 'bundle-done');
  await step(
    '收件箱 · the citizen is told so in the city’s inbox',
    () => eventually(() => citizen.get('/notifications/inbox?limit=100', { set: 'fuzhou' }), told),
    told,
  );
}
