import * as z from 'zod';
import { decideNow, pathOf } from '../../support/cases.ts';
import type { Hall } from '../../support/hall.ts';
import { answered, type Story } from '../story.ts';

/** An accepted case pauses for experts, is extended by the head, and is decided. */
export async function reviewStory(hall: Hall, story: Story, id: string): Promise<void> {
  const before = z.string().parse((await hall.as('citizen').get(pathOf(id))).body['dueAt']);
  await paused(hall, story, id);
  await extended(hall, story, { id, before });
  await story.step(
    '办结 · the decision is given, with its reasons',
    () =>
      decideNow(hall.as('approver-dpf'), id, {
        outcome: 'granted',
        opinion: '经评定符合国家残疾标准，准予发证。',
      }),
    answered(200, 'decided'),
  );
}

async function paused(hall: Hall, { step }: Story, id: string): Promise<void> {
  const approver = hall.as('approver-dpf');
  await step(
    '特别程序 · experts assess: the clock stops, and the citizen is told so',
    () => approver.post(`${pathOf(id)}/suspend`, { kind: 'appraisal', why: '到指定医院作残疾评定' }),
    answered(200, 'suspended'),
  );
  await step(
    '期限 · while it stops no day is due',
    () => hall.as('citizen').get(pathOf(id)),
    ({ status, body }) => status === 200 && body['dueAt'] === undefined,
  );
  await step(
    '恢复 · the experts have answered; from tomorrow on the days count again',
    () => approver.post(`${pathOf(id)}/resume`, { result: '评定为肢体四级' }),
    answered(200, 'accepted'),
  );
}

async function extended(hall: Hall, { step }: Story, { id, before }: { id: string; before: string }): Promise<void> {
  await step(
    '延长 · the head extends the limit once, with a reason',
    () => hall.as('head-dpf').post(`${pathOf(id)}/extend`, { days: 5, why: '需复核评定结论' }),
    answered(200, 'accepted'),
  );
  await step(
    '期限 · the citizen sees a later day, and why',
    () => hall.as('citizen').get(pathOf(id)),
    ({ body }) => String(body['dueAt']) > before && JSON.stringify(body['extension']).includes('复核'),
  );
}
