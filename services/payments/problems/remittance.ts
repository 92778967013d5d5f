import { problem } from '#shared/problem';

export const remittanceMoved = problem('remittance-moved', 409, [
  '该缴库清单现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the list as it stands now.',
]);
export const remittanceNotArrived = problem('remittance-not-arrived', 409, [
  '清单所列款项尚未全部到账，银行对账确认后方可确认。',
  'The bank has not shown all the money of this list; it can be confirmed once it has.',
]);
export const ownRemittance = problem('own-remittance', 403, [
  '缴库清单须由开具人和送交人以外的人确认。',
  'A list must be confirmed by somebody else than who drew or sent it.',
]);
