import { problem } from '#shared/problem';

export const mandateMoved = problem('mandate-moved', 409, [
  '代办委托当前的状态不允许此操作，或者您不是有权操作的一方。',
  'The mandate is in a state in which this cannot be done, or not by you.',
]);
export const mandateUnfinished = problem('mandate-unfinished', 409, [
  '本项目已有一份尚未结束的代办委托。',
  'This project has a mandate that is not over.',
]);
export const projectOver = problem('project-over', 409, [
  '项目已竣工或者已终止，不能再委托代办。',
  'The project is completed or has ended; no mandate can be agreed for it.',
]);
export const notCarried = problem('not-carried', 409, ['本项目不由您代办。', 'This project is not carried by you.']);
export const investorChanged = problem('investor-changed', 409, [
  '本项目的建设单位已经变更，该委托不能再签章。',
  'The project has another investor by now; this mandate cannot be sealed.',
]);
export const sheetNeeded = problem('sheet-needed', 400, [
  '窗口办理终止须有申请人签字的终止单。',
  'At a window the investor’s signed sheet is needed.',
]);
export const itemsUnfit = problem('items-unfit', 400, [
  '部分代办须列明事项，全程代办不列事项。',
  'A partial mandate names its items; a full one names none.',
]);
export const mandateNotOver = problem('mandate-not-over', 409, [
  '委托尚未结束，没有结束单。',
  'The mandate is not over; it has no closing sheet.',
]);
export const sheetNotDrawn = problem('sheet-not-drawn', 409, [
  '结束单正在制作，请稍后再取。',
  'The closing sheet is being drawn; fetch it in a moment.',
]);
export const untilPast = problem('until-past', 400, ['终止日期应当晚于今天。', 'Its end is later than today.']);
