import * as z from 'zod';
import { eventually, type Hall } from '../../support/hall.ts';
import { answered } from '../story.ts';
import type { Carried } from './carried.ts';
import { mended, type Mending } from './mended.ts';
import { partsOf, type HandedIn } from './handed-in.ts';

const joint = z.object({
  joint: z.object({ lead: z.string(), items: z.array(z.object({ item: z.string(), department: z.string() })) }),
});

/** Departments say what is lacking, the lead tells it once, and accepts the whole when all has come. */
export async function accepted(carried: Carried, handed: HandedIn, lacking: readonly Mending[]): Promise<void> {
  const { hall, story } = carried;
  const read = await hall.as('company').get(handed.path);
  const { lead, items } = joint.parse(read.body).joint;
  const open = new Set(partsOf(read).flatMap(({ item, status }) => (status === 'open' ? [item] : [])));
  const asked = items.filter(({ item }) => open.has(item));
  await story.step(
    `齐全性 · ${asked.length} items: ${lacking.length || 'none'} of their departments say that something is lacking`,
    async () => {
      const statuses: number[] = [];
      for (const one of asked) statuses.push(await answerOf({ hall, path: handed.path }, one, lacking));
      return statuses;
    },
    (statuses) => statuses.every((status) => status === 200),
  );
  if (lacking.length > 0) await noticed(carried, handed, { lead, lacking });
  await story.step(
    '受理 · the lead department accepts the stage as a whole',
    () => eventually(() => hall.as(`lead-${lead}`).post(`${handed.path}/accept`, {}), answered(200, 'under-way')),
    answered(200, 'under-way'),
  );
}

async function answerOf(
  { hall, path }: { hall: Hall; path: string },
  { item, department }: { item: string; department: string },
  lacking: readonly Mending[],
): Promise<number> {
  const found = lacking.find((one) => one.item === item);
  const said = found ? { answer: 'lacking', defects: [found.defect] } : { answer: 'complete' };
  return (await hall.as(`approver-${department}`).post(`${path}/items/${item}/answer`, said)).status;
}

/** 一次性告知: one notice for the whole stage, and what each case concerned answers to it. */
async function noticed(
  carried: Carried,
  { path }: HandedIn,
  { lead, lacking }: { lead: string; lacking: readonly Mending[] },
): Promise<void> {
  const { hall, officer, story } = carried;
  await story.step(
    '一次告知 · the lead tells the investor once of all that any department lacks',
    () => hall.as(`lead-${lead}`).post(`${path}/notice`, { days: 5 }),
    answered(200, 'under-way'),
  );
  const parts = partsOf(await hall.as(officer).get(path));
  await story.step(
    '补正 · the officer brings what was asked, and nothing else',
    () =>
      Promise.all(
        lacking.map((one) => mended(hall.as(officer), parts.find(({ item }) => item === one.item)?.caseId ?? '', one)),
      ),
    (answers) => answers.every(({ status }) => status === 200),
  );
}
