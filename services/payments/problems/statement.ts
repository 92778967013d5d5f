import { problem } from '#shared/problem';

export const statementNotSent = problem('statement-not-sent', 409, [
  '文件还没有送达，或与申报的内容不一致而被拒收。请重新申报并上传。',
  'The file has not arrived, or was refused as another than was declared: declare it and send it again.',
]);
export const statementDiffers = problem('statement-differs', 409, [
  '送达的文件与所确认的不一致，未予收录。',
  'What lies there is another file than the one that is confirmed: it was not taken in.',
]);
export const calendarUnpublished = problem('calendar-unpublished', 409, [
  '该日之后的工作日历尚未公布，无法确定对账单何时应到；请先由市级公布放假安排。',
  'The working days after that day are not published, so nobody knows when its statement is due: the city must publish them first.',
]);
