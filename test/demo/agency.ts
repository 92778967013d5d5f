import type { Hall } from '../support/hall.ts';
import type { Local } from '../support/local.ts';
import { areaStory } from './agency/area.ts';
import { begun } from './agency/begun.ts';
import { drawingsStory } from './agency/drawings.ts';
import { endedStory } from './agency/ended.ts';
import { paidAtOnce } from './agency/paid.ts';
import { replaced } from './agency/replaced.ts';
import { expertReview, supplemented } from './agency/reviewed.ts';
import { stageStory } from './agency/stage.ts';
import { visitStory } from './agency/visited.ts';
import type { Story } from './story.ts';

const lacking = [
  {
    item: 'tree-felling',
    defect: { pointer: '/explanation', what: '未说明迁移树木的理由', mend: '逐株说明' },
    value: '厂房基坑内的两株行道树须迁移至东侧绿地',
  },
  {
    item: 'utilities-connection',
    defect: { pointer: '/gasUse', what: '未写明用气性质', mend: '写明生产用气或者食堂用气' },
    value: '食堂用气',
  },
];

const fees = [
  { item: 'soil-conservation', department: 'water', code: 'soil-compensation', quantity: 26_000 },
  { item: 'civil-defence', department: 'cad', code: 'relocation', quantity: 120 },
];

/** The story of agency: a factory from its filing to its completion, carried by an officer under a mandate. */
export async function agencyStory(hall: Hall, story: Story, local: Local | undefined): Promise<void> {
  if (!local) throw new Error('this story needs the clock and the channels of the local cloud');
  const first = await begun(hall, story, local);
  await areaStory(first);
  const bundle = await stageStory(first, 1);
  const carried = await replaced(first, bundle);
  await stageStory(carried, 2);
  await stageStory(carried, 3, {
    lacking,
    beforeWave: async (wave, open) => {
      if (wave > 1) return;
      await expertReview(carried, open);
      await supplemented(carried, open);
      await paidAtOnce(carried, open, fees);
      await drawingsStory(carried);
    },
  });
  await stageStory(carried, 4, { beforeWave: async (wave) => (wave === 1 ? visitStory(carried) : undefined) });
  await endedStory(carried);
}
