import * as z from 'zod';
import { dayOf, nextDay, type Day } from '#shared/calendar';
import { expectStatus, pathOf } from '../../support/cases.ts';
import { eventually, type Answer, type Hall } from '../../support/hall.ts';
import { restaurantItems } from '../../support/restaurant.ts';
import type { Story } from '../story.ts';
import { itemKey } from './desk.ts';

/** What both supervisors counted before the story decides anything, from the day on which its case was accepted. */
export interface Counted {
  day: Day;
  gulou: Answer;
  city: Answer;
}

const figures = z.object({ items: z.array(z.object({ value: z.string(), decided: z.int() })) });
const decided = (answer: Answer, value: string): number =>
  figures.safeParse(answer.body).data?.items.find((one) => one.value === value)?.decided ?? 0;

const summary = (hall: Hall, set: 'gulou' | 'fuzhou', day: Day): Promise<Answer> => {
  const [account, by] = set === 'gulou' ? ['supervisor', 'item'] : ['supervisor.city', 'district'];
  const query = `from=${day}&to=${nextDay(day)}&by=${by}`;
  return hall.as(account).get(`/intake/supervision/summary?${query}`, { set });
};

/** The figures before a case is decided. */
export async function countedBefore(hall: Hall, id: string): Promise<Counted> {
  const { body } = await hall.as('citizen').get(pathOf(id));
  const day = dayOf(z.coerce.date().parse(body['acceptedAt']));
  const gulou = await expectStatus(summary(hall, 'gulou', day), 200);
  const city = await expectStatus(summary(hall, 'fuzhou', day), 200);
  return { day, gulou, city };
}

/** What was decided has come into the figures of its district and of the city, once their facts have arrived. */
export async function supervisionStory(hall: Hall, { step }: Story, { day, gulou, city }: Counted): Promise<void> {
  const items = [itemKey, ...restaurantItems.filter((one) => one !== 'signboard')];
  const byItem = (answer: Answer) => items.every((one) => decided(answer, one) > decided(gulou, one));
  const byDistrict = (answer: Answer) => decided(answer, 'gulou') >= decided(city, 'gulou') + items.length;
  await step(
    '监察 · the supervisor’s summary counts each item decided: in how many days, with how much less asked than before the reform',
    () => eventually(() => summary(hall, 'gulou', day), byItem),
    (answer) => byItem(answer) && JSON.stringify(answer.body['total']).includes('visits'),
  );
  await step(
    '监察 · the city’s supervisor sees them among the cases of Gulou',
    () => eventually(() => summary(hall, 'fuzhou', day), byDistrict),
    byDistrict,
  );
}

/** Nobody has rewritten what was done. */
export async function chainStory(hall: Hall, { step }: Story, id: string): Promise<void> {
  await step(
    '监察 · the record and its timeline are whole: nothing was altered since it was written',
    () => hall.as('supervisor').get(`/intake/supervision/applications/${id}/chain`),
    ({ status, body }) => status === 200 && body['intact'] === true,
  );
}
