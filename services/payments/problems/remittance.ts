import { problem } from '#shared/problem';

export const remittanceMoved = problem('remittance-moved', 409, [
  '该缴库清单现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the list as it stands now.',
]);
export const ownRemittance = problem('own-remittance', 403, [
  '缴库清单须由开具人和送交人以外的人确认。',
  'A list must be confirmed by somebody else than who drew or sent it.',
]);
