import { problem } from '#shared/problem';

export const notClosable = problem('not-closable', 409, [
  '还不能结账，未完成的事项见 errors。',
  'It cannot be closed yet; what stands in the way is in errors.',
]);
export const periodMoved = problem('period-moved', 409, [
  '账期当前状态不能这样操作。',
  'As it stands now, this cannot be done to it.',
]);
export const ownClose = problem('own-close', 403, [
  '结账须由提出人以外的另一人决定。',
  'Somebody else than who proposed the close must decide on it.',
]);
export const otherAgeing = problem('other-ageing', 409, [
  '签署的账龄表与提出时的不一致。',
  'The ageing that is signed is not the one that was proposed.',
]);
