import { expect, test } from 'vitest';
import { applicationOf, offeredItem } from '../../cases.fake.ts';
import { decision } from './decision.ts';

const at = new Date('2026-08-05T02:00:00Z');
const office = { zh: '鼓楼区市场监督管理局', en: 'Gulou Market Regulation' };
const against = [
  { zh: '鼓楼区卫生健康局', en: 'Gulou Health' },
  { zh: '鼓楼区消防救援大队', en: 'Gulou Fire and Rescue' },
];

test('a grant against the opinion of departments names them and says why', () => {
  const dissent = { departments: ['health', 'fire'], reasons: '另有评估' };
  const made = { outcome: 'granted' as const, opinion: '同意', against: dissent };
  const application = applicationOf({ outcome: 'granted', decidedAt: at, decision: made });
  const { blocks } = decision({
    application,
    item: offeredItem(),
    form: {},
    office,
    against,
    lines: [],
    at,
    calendar: [],
  });
  expect(JSON.stringify(blocks)).toContain(
    '会审中鼓楼区卫生健康局、鼓楼区消防救援大队的不同意见未予采纳，理由：另有评估',
  );
});
