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

test.each([
  ['2027-08-05', '依照《行政许可法》第78条认定，至2027-08-05（含当日）不得再次申请该许可。'],
  [undefined, '依照《行政许可法》第78条认定。'],
])('a refusal for deception says what was false, by which law, and until %s nobody applies again', (until, said) => {
  const deception = { found: '伪造的检验报告', basis: '行政许可法 art. 78', ...(until && { until }) };
  const made = { outcome: 'refused' as const, opinion: '不同意', reasons: '材料虚假', deception };
  const application = applicationOf({ outcome: 'refused', decidedAt: at, decision: made });
  const about = { application, item: offeredItem(), form: {}, office, against: [], lines: [], at, calendar: [] };
  expect(JSON.stringify(decision(about).blocks)).toContain(
    `经查，存在隐瞒有关情况或者提供虚假材料等情形：伪造的检验报告。${said}`,
  );
});
