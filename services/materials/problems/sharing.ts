import { problem } from '#shared/problem';

export const notRequested = problem('not-requested', 409, [
  '该事项当前没有待答复的共享申请。',
  'Nothing is asked of the provider here, or it was answered already.',
]);
export const disputeOver = problem('dispute-over', 409, [
  '该异议已办结或者已撤回。',
  'This dispute was answered or withdrawn.',
]);
export const disputeOpen = problem('dispute-open', 409, [
  '该记录已有一项异议正在核查。',
  'A dispute of this record is being looked into already.',
]);
export const noSuchField = problem('no-such-field', 400, ['该记录没有这一项。', 'The record has no such field.']);
