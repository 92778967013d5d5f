import { problem } from '#shared/problem';

export const exceptionMoved = problem('exception-moved', 409, [
  '该差错现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the exception as it stands now.',
]);
export const ownException = problem('own-exception', 403, [
  '差错处理须由另一人审核。',
  'What you have proposed must be decided by somebody else.',
]);
export const proposalStale = problem('proposal-stale', 409, [
  '提出之后账目已有变化，该处理意见不再适用，请退回后重新提出。',
  'The ledger has changed since this was proposed; reject it, and propose anew.',
]);
export const actionUnfit = problem('action-unfit', 409, [
  '这种处理方式不适用于该差错。',
  'This action is not for such a difference, as it stands now; see its proposals.',
]);
export const notOurs = problem('not-ours', 409, [
  '该号码、金额不是本系统待确认的支付或退款，不能补单。',
  'No charge or refund of ours waits for this number and amount.',
]);
export const writeOffOver = problem('write-off-over', 409, [
  '金额超过核销限额，须填写批准文号（basis）。',
  'This is above the limit of a write-off: name the paper that allows it (basis).',
]);
export const carryTooLong = problem('carry-too-long', 409, [
  '结转期限已过或者超过允许的天数。',
  'This day is over, or further away than a difference may be carried.',
]);
export const linesDiffer = problem('lines-differ', 409, [
  '冲销项目与差额不一致：各项目之和须等于差额，且不超过已入账金额。',
  'The lines must come to the difference, each at most what is booked.',
]);
export const otherUnfit = problem('other-unfit', 409, [
  '所选的另一笔差错不是账单中缺少的款项，或者正在处理。',
  'The other exception is none that misses in the statement, or is being decided.',
]);
export const sameFee = problem('same-fee', 409, [
  '手续费与账单一致，无需调整。',
  'This is the fee that the statement shows.',
]);
export const accountMissing = problem('account-missing', 409, [
  '不知道是谁缴的款，请填写收款账户（account）。',
  'Nobody knows who paid this: name the account that it goes to (account).',
]);
