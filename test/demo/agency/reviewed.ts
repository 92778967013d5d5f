import { pathOf } from '../../support/cases.ts';
import { eventually, type Answer } from '../../support/hall.ts';
import { answered } from '../story.ts';
import type { Carried } from './carried.ts';
import type { OpenPart } from './decided.ts';
import { mended, type Mending } from './mended.ts';

const caseOf = (open: readonly OpenPart[], item: string) => open.find((one) => one.item === item)?.caseId ?? '';
const isIn = (state: string) => (answer: Answer) => answer.body['status'] === state;

/** 特别程序: experts look at the report on the environment; its days stand still meanwhile. */
export async function expertReview({ hall, story: { step } }: Carried, open: readonly OpenPart[]): Promise<void> {
  const path = pathOf(caseOf(open, 'eia-report'));
  const eco = hall.as('approver-eco');
  await eventually(() => eco.get(path), isIn('accepted'));
  await step(
    '专家评审 · the environment office has experts review the report: its clock stands still, the others go on',
    () => eco.post(`${path}/suspend`, { kind: 'expert-review', why: '组织专家对报告书进行技术评审' }),
    answered(200, 'suspended'),
  );
  await step(
    '评审结束 · they agree, and its days count again',
    () => eco.post(`${path}/resume`, { result: '专家组同意通过，修改意见已采纳' }),
    answered(200, 'accepted'),
  );
}

const spoil: Mending = {
  item: 'soil-conservation',
  defect: { pointer: '/spoilPlace', what: '现场踏勘发现弃渣场位置与方案不符', mend: '更正弃渣场位置' },
  value: '示例路弃渣场二号地',
};

/** 受理后补正: what the visit to the place has first shown is asked once, and stops this case alone. */
export async function supplemented(carried: Carried, open: readonly OpenPart[]): Promise<void> {
  const { hall, officer, story } = carried;
  const caseId = caseOf(open, spoil.item);
  const body = { defects: [spoil.defect], days: 5, why: '现场踏勘后发现', shownBy: 'on-site' };
  await story.step(
    '补正一次 · the water office asks for what its visit has first shown; this case alone stands still',
    () => hall.as('approver-water').post(`${pathOf(caseId)}/request-supplement`, body),
    answered(200, 'supplementing'),
  );
  await story.step(
    '补正 · the officer answers',
    () => mended(hall.as(officer), caseId, spoil),
    answered(200, 'accepted'),
  );
}
