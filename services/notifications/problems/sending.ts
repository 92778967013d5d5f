import { problem } from '#shared/problem';

export const receiptNotBelieved = problem('receipt-not-believed', 403, [
  '无法确认该回执来自短信服务商，或者内容无法读取。',
  'This receipt is not proved to come from the provider, or cannot be read.',
]);
export const taskDone = problem('task-done', 409, ['该告知任务已经办结。', 'This task has been seen to already.']);
/** What it says may not have happened yet, nor before there was anything to tell. */
export const toldOutOfTime = problem('told-out-of-time', 400, [
  '告知时间不能晚于现在，也不能早于该通知产生的时间。',
  'Nobody was told of it later than now, or before there was this notice.',
]);
