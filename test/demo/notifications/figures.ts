import { itemsOf } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import { inCity } from '../../support/upload.ts';
import type { Story } from '../story.ts';

/** What it all came to since a day, as the supervisor of Gulou reads it. */
export async function figuresStory(hall: Hall, { step }: Story, since: string): Promise<void> {
  const supervisor = hall.as('supervisor');
  await step(
    '服务商 · how messages are shared among the providers, and what each has done',
    () => supervisor.get('/notifications/providers', inCity),
    ({ status, body }) => status === 200 && typeof body['shares'] === 'object',
  );
  await step(
    '统计 · what was sent and delivered, by channel and template, and how long it took to hand over',
    () => supervisor.get(`/notifications/figures?by=channel,template&from=${since}`, inCity),
    (answer) =>
      ['inbox', 'sms', 'task'].every((channel) =>
        itemsOf(answer).some(
          (one) => one['channel'] === channel && one['template'] === 'correcting' && Number(one['delivered']) > 0,
        ),
      ),
  );
}
