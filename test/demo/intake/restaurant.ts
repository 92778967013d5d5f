import * as z from 'zod';
import { decideNow, idOf, pathOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { bundles, caseIn, partsOf, registered, restaurantDraft, restaurantGuide } from '../../support/restaurant.ts';
import { answered, type Story } from '../story.ts';

/** A citizen hands one form in for a restaurant: the company is registered first, and opens what waits for it; gives the bundle's id. */
export async function restaurantStory(hall: Hall, story: Story): Promise<string> {
  const id = await handedIn(hall, story);
  await companyMade(hall, story, id);
  return id;
}

const materials = z.array(z.object({ type: z.string(), how: z.string() }));
const eachOnce = ({ body }: Answer): boolean => {
  const list = materials.parse(body['materials']);
  const licence = list.find(({ type }) => type === 'business-licence');
  return new Set(list.map(({ type }) => type)).size === list.length && licence?.how === 'result';
};

async function handedIn(hall: Hall, { step }: Story): Promise<string> {
  const citizen = hall.as('citizen');
  const guide = await step(
    '一件事 · to open a restaurant: four items, one form, one list of materials; the business licence is not asked for, it is a result',
    () => hall.anyone.get(restaurantGuide),
    (answer) => answer.status === 200 && Array.isArray(answer.body['parts']) && eachOnce(answer),
  );
  const draft = await step(
    '一表申请 · the citizen fills the one form in',
    () => citizen.post(bundles, restaurantDraft(guide)),
    answered(201, 'draft'),
  );
  const path = `${bundles}/${idOf(draft)}`;
  await step('一次提交 · and hands it in, once', () => citizen.post(`${path}/submit`, {}), answered(200, 'submitting'));
  return idOf(draft);
}

const filled = z.object({
  uscc: z.literal(registered.party.uscc),
  registeredAddress: z.literal(registered.fields.address),
});

async function companyMade(hall: Hall, { step }: Story, id: string): Promise<void> {
  const show = (states: string) => eventually(() => hall.as('citizen').get(`${bundles}/${id}`), isAt(states));
  const first = await step(
    '先办 · the company’s case is made; three licences wait for it',
    () => show('open,waiting,waiting,waiting'),
    isAt('open,waiting,waiting,waiting'),
  );
  const registration = caseIn(first, 'company-registration');
  await step(
    '登记 · the clerk accepts it and 市场监督管理局 registers the company, with its number',
    async () => [
      await hall.as('clerk').post(`${pathOf(registration)}/accept`, {}),
      await decideNow(hall.as('approver-amr'), registration, { outcome: 'granted', issued: registered }),
    ],
    ([accepted, decided]) => accepted?.status === 200 && decided?.body['status'] === 'decided',
  );
  const bundle = await step(
    '后办 · the result opens the three licences: each is a case of its own',
    () => show('ended,open,open,open'),
    isAt('ended,open,open,open'),
  );
  await step(
    '免填 · they are the company’s; its number and address came with the registration, nobody typed them again',
    () => hall.as('company').get(pathOf(caseIn(bundle, 'food-business-licence'))),
    ({ status, body }) => status === 200 && filled.safeParse(body['form']).success,
  );
}

const isAt = (states: string) => (answer: Answer) =>
  answer.body['status'] === 'under-way' &&
  partsOf(answer)
    .map(({ status }) => status)
    .join() === states;
