import { problem } from '#shared/problem';

export const areaMoved = problem('area-moved', 409, [
  '区域当前的状态不允许此操作。',
  'The area is in a state in which this cannot be done.',
]);
export const areaNotInForce = problem('area-not-in-force', 409, [
  '没有此区域，或者该区域未公布、已终止。',
  'There is no such area, or it is not published, or has ended.',
]);
export const outsideArea = problem('outside-area', 409, [
  '项目不在该区域范围内。',
  'The project does not lie in this area.',
]);
export const noSuchReport = problem('no-such-report', 409, [
  '该区域没有此评估报告，或者该报告已停用。',
  'The area has no such report, or it was withdrawn already.',
]);

/** What is said of a condition of a report that nobody could keep to. */
export const conditionFaults = {
  'condition-unreadable': { zh: '条件无法识别。', en: 'The condition cannot be read.' },
  'condition-fact-unknown': {
    zh: '条件所问的事实不在任何审批阶段方案之中。',
    en: 'The condition asks for a fact that no stage plan asks.',
  },
  'report-dates': {
    zh: '有效期的止日早于起日。',
    en: 'The last day of its validity lies before the first.',
  },
  'report-source': {
    zh: '请填写批复文号，或者选择材料库中的报告。',
    en: 'Name the number of its approval, or the report in the library of materials.',
  },
} as const;
