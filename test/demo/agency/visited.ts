import * as z from 'zod';
import { dayOf, daysAfter, startOf, type Day } from '#shared/calendar';
import { idOf } from '../../support/cases.ts';
import type { Answer, Caller } from '../../support/hall.ts';
import { answered } from '../story.ts';
import { asSeen, projectPath, type Carried } from './carried.ts';
import { uploaded } from './documents.ts';

const shown = z.object({
  findings: z.array(z.object({ id: z.uuid() })),
  participants: z.array(z.object({ department: z.string() })),
});

/** 联合验收: one visit of all departments, what it found is mended, and one opinion. */
export async function visitStory({ hall, local, officer, projectId, story: { step } }: Carried): Promise<void> {
  const [who, lead] = [hall.as(officer), hall.as('lead-hc')];
  const applied = await step(
    '联合验收 · the officer applies once for the inspection of all departments',
    () => who.post(projectPath(projectId, 'visits'), {}),
    answered(201, 'applied'),
  );
  const path = `/agency/visits/${idOf(applied)}`;
  const today = dayOf(await local.now());
  const { day } = await step(
    '一次到场 · the lead announces one visit, on a working day',
    () => announced(lead, path, today),
    ({ answer }) => answered(200, 'announced')(answer),
  );
  await step(
    '约定 · the investor agrees to the day',
    () => asSeen(hall.as('company'), path)('agree'),
    answered(200, 'announced'),
  );
  const untilThen = startOf(day).getTime() - (await local.now()).getTime();
  await local.pass(`+${Math.ceil(untilThen / 60_000)}m`);
  const { participants } = shown.parse((await lead.get(path)).body);
  const departments = participants.map(({ department }) => department);
  await step(
    '验收 · every department comes; the fire inspection finds a door that does not shut',
    async () => {
      const finding = {
        item: 'fire-acceptance',
        seen: 'on-site',
        basis: 'GB 50016-2014 6.5.1',
        text: '二层东侧防火门不能自行关闭',
        until: daysAfter(day, 7),
      };
      const said = [
        await asSeen(lead, path)('hold', { came: departments }),
        await asSeen(lead, path)('findings', finding),
      ];
      for (const one of departments) said.push(await asSeen(hall.as(`lead-${one}`), path)('finish'));
      return [...said, await asSeen(lead, path)('close')];
    },
    (answers) => answers.every(({ status }) => status === 200) && answers.at(-1)?.body['status'] === 'to-rectify',
  );
  const [finding] = shown.parse((await lead.get(path)).body).findings;
  await step(
    '整改 · it is mended, with a photograph, and looked at again by whoever found it',
    async () => {
      const [photo] = await uploaded(hall.as('company'), [{ type: 'fire-door-photo', how: 'asked' }]);
      const mended = { findingId: finding?.id, text: '已更换闭门器', materials: [photo?.materialId] };
      await asSeen(who, path)('rectify', { findings: [mended] });
      return asSeen(lead, path)(`findings/${finding?.id}/accept`);
    },
    answered(200, 'to-conclude'),
  );
  await step(
    '一个结论 · one opinion of all departments',
    () => asSeen(lead, path)('opinion', { outcome: 'passed' }),
    answered(200, 'passed'),
  );
}

interface Announced {
  answer: Answer;
  day: Day;
}

/** For the first day to come on which offices work: the calendar of the set refuses the others. */
async function announced(lead: Caller, path: string, today: Day): Promise<Announced> {
  for (let days = 1; ; days += 1) {
    const day = daysAfter(today, days);
    const answer = await asSeen(lead, path)('announce', { day, time: '09:30', place: '示例路8号项目部' });
    if (answer.status === 200 || days === 12) return { answer, day };
  }
}
