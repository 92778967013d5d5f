// Needs the tables and the Lambda endpoint of the local cloud.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayCommand } from '../../infra/replay-command.ts';
import { accepted, itemsOf, submitted } from '../support/cases.ts';
import { lookInside, type Inside } from '../support/inside.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
let inside: Inside;
beforeAll(async () => {
  journey = await startLocalJourney();
  // What is sent again is counted by day (UTC): none may end meanwhile.
  const untilMidnight = 86_400_000 - (journey.cloud.clock.ms() % 86_400_000);
  if (untilMidnight < 10 * 60_000) await journey.cloud.moveClock('+11m');
  inside = lookInside(journey.cloud);
});
afterAll(async () => {
  inside?.stop();
  await journey?.stop();
});

const publishers = ['fuzhou-intake', 'gulou-intake', 'jinan-intake', 'fuzhou-notifications', 'fuzhou-materials'];
const today = () => journey.cloud.clock.now().toISOString().slice(0, 10);
const inbox = async () => itemsOf(await journey.hall.as('company').get('/notifications/inbox', { set: 'fuzhou' }));

async function replay(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const { stateDirectory } = journey;
  await replayCommand(args, { stateDirectory, env: {}, say: (line) => lines.push(line) });
  await journey.cloud.settle();
  return lines;
}

/** How many facts the outboxes of some services keep. */
async function kept(...stacks: string[]): Promise<number> {
  const rows = await Promise.all(stacks.map((stack) => inside.rows(stack)));
  return rows.flat().filter(({ pk }) => String(pk).startsWith('OUT#')).length;
}

/** Forgets everything, as a table that was restored from before these facts. */
async function forget(stack: string): Promise<number> {
  const rows = await inside.rows(stack);
  const TableName = inside.table(stack);
  for (const { pk, sk } of rows) await inside.documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  return rows.length;
}

test('who still knows the facts does nothing twice; who lost them has them again, and nobody else hears of it', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  for (let n = 0; n < 6; n += 1) await submitted(company);
  await accepted(hall, company);
  await cloud.settle();
  const told = await inbox();
  expect(told).toHaveLength(8);
  const days = ['--from', today(), '--to', today()];

  const lines = await replay(...days);
  const [ofGulou, ofAll] = [await kept('gulou-intake'), await kept(...publishers)];
  expect(ofGulou).toBeGreaterThan(8);
  expect(ofAll).toBeGreaterThan(ofGulou);
  expect(lines.at(-1)).toBe(`${ofAll} facts of 1 days were sent again.`);
  expect(await inbox()).toEqual(told);

  expect(await forget('fuzhou-notifications')).toBeGreaterThan(16);
  expect(await inbox()).toEqual([]);
  const before = await inside.rows('fuzhou-intake');
  expect(await replay(...days, '--set', 'gulou', '--service', 'intake', '--consumer', 'notifications')).toEqual([
    'Sending again on the local cloud, for notifications alone:',
    `${today()}  intake of gulou: ${ofGulou} sent again`,
    `${ofGulou} facts of 1 days were sent again.`,
  ]);
  expect(await inbox()).toEqual(told);
  expect(await inside.rows('fuzhou-intake')).toEqual(before);
});

test('days far back are refused in one line, by the command and by the publisher itself', async () => {
  await expect(replay('--from', '2020-01-01', '--to', '2020-01-02')).rejects.toThrow('more than 400 days ago');
  await expect(replay('--from', today(), '--to', today(), '--set', 'nowhere')).rejects.toThrow(
    'no such publisher; there is: agency of fuzhou, intake of fuzhou,',
  );
  const outcome = await journey.cloud.invoke('gulou-intake-IntakePublish', {
    replay: { date: '2020-01-01', shard: '0' },
  });
  expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('nothing older than 400 days') });
});

test('days are walked one by one, also those on which nothing happened', async () => {
  const yesterday = new Date(journey.cloud.clock.ms() - 86_400_000).toISOString().slice(0, 10);
  const ofGulou = await kept('gulou-intake');
  const lines = await replay('--from', yesterday, '--to', today(), '--set', 'gulou');
  expect(lines).toEqual([
    'Sending again on the local cloud:',
    `${yesterday}  agency of gulou: 0 sent again`,
    `${yesterday}  intake of gulou: 0 sent again`,
    `${today()}  agency of gulou: 0 sent again`,
    `${today()}  intake of gulou: ${ofGulou} sent again`,
    `${ofGulou} facts of 2 days were sent again.`,
  ]);
  expect(await inbox()).toHaveLength(8);
});
