import { problem } from '#shared/problem';

export const settlementMoved = problem('settlement-moved', 409, [
  '该结算单现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the settlement as it stands now.',
]);
export const ownSettlement = problem('own-settlement', 403, [
  '结算单须由开具人以外的人审核或退回。',
  'A settlement must be approved, or rejected, by somebody else than who drew it.',
]);
