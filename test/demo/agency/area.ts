import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { idOf } from '../../support/cases.ts';
import { answered } from '../story.ts';
import { asSeen, projectPath, type Carried } from './carried.ts';

const plan = z.object({ items: z.array(z.object({ key: z.string(), state: z.string() })) });
const off = (body: unknown) => plan.parse(body).items.flatMap(({ key, state }) => (state === 'off' ? [key] : []));

/** 区域评估: the government has had the energy use of the area evaluated, so that no project there need do it again. */
export async function areaStory({ hall, local, officer, projectId, story: { step } }: Carried): Promise<void> {
  const lead = hall.as('officer-lead');
  const year = dayOf(await local.now()).slice(0, 4);
  const report = {
    evaluation: 'energy',
    document: `示例节能区评〔${year}〕3号`,
    from: `${year}-01-01`,
    until: `${Number(year) + 1}-12-31`,
    conditions: [{ text: '年综合能耗低于1800吨标准煤', when: 'energy<1800' }],
    paid: { by: '鼓楼区人民政府', amountFen: 48_000_000 },
  };
  const made = await step(
    '区域评估 · the lead registers an area with the report on its energy use, and publishes it',
    async () => {
      const answer = await lead.post('/agency/areas', {
        name: '示例产业园一期',
        bounds: { regions: ['350102'] },
        reports: [report],
      });
      await asSeen(lead, `/agency/areas/${idOf(answer)}`)('publish');
      return answer;
    },
    ({ status }) => status === 201,
  );
  await step(
    '落在区域 · the project stands in it',
    () => asSeen(hall.as(officer), projectPath(projectId))('area', { areaId: idOf(made) }),
    answered(200),
  );
  await step(
    '免做 · the plan has the energy review switched off by the report of the area, and at least twenty items besides',
    () => hall.as('company').get(projectPath(projectId, 'plan')),
    ({ status, body }) =>
      status === 200 && off(body).includes('energy-review') && plan.parse(body).items.length - off(body).length >= 20,
  );
}
