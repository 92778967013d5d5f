import { problem } from '#shared/problem';

export const stageUnderWay = problem('stage-under-way', 409, [
  '该阶段已有一轮正在办理。',
  'A round of this stage is under way.',
]);
export const nothingLeft = problem('nothing-left', 409, [
  '该阶段没有可以纳入并联审批的事项：均已办结、正在办理、不适用，或者须待其他阶段的事项办结。',
  'Nothing of this stage is left to be applied for: what applies is granted, in hand, refused, or waits for another stage.',
]);
export const factsMissing = problem('facts-missing', 409, [
  '决定本阶段事项是否适用的项目信息尚未填写。',
  'What decides about items of this stage is not told of the project yet.',
]);
export const notCarried = problem('not-carried', 403, [
  '该项目由其他代办员负责。',
  'Another officer, or none, carries this project.',
]);
export const notReopenable = problem('not-reopenable', 409, [
  '该阶段没有可以重新办理的轮次。',
  'The last round of this stage has not ended with anything left behind.',
]);
export const factsOtherwise = problem('facts-otherwise', 409, [
  '在办或者未获许可的事项表明项目尚未到此阶段。',
  'What is in hand or was refused says otherwise.',
]);
export const nothingToUrge = problem('nothing-to-urge', 409, [
  '该事项当前没有等待部门办理的任务。',
  'No department is being waited for in this item.',
]);
export const urgedToday = problem('urged-today', 409, [
  '该任务在本工作日已催办过。',
  'This task was urged on this working day already.',
]);
export const notWorkedToday = problem('not-worked-today', 409, [
  '今天不是工作日，催办无人受理。',
  'Nobody is at work today who could be urged.',
]);
/** What stands at each fact that is missing. */
export const factMissing = problem('fact-missing', 400, ['请填写此项。', 'Tell this of the project.']);
