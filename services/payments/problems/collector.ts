import { problem } from '#shared/problem';

export const collectorUnknown = problem('collector-unknown', 400, [
  '没有这个征缴单位。',
  'There is no such collector here.',
]);
export const accountUnknown = problem('account-unknown', 404, [
  '征缴单位没有这个户号，请核对。',
  'The collector has no such account; check the number.',
]);
export const collectorSilent = problem('collector-silent', 409, [
  '征缴单位暂时没有答复，请稍后重试；没有发生扣款。',
  'The collector does not answer now; nothing was charged. Please retry later.',
]);
export const billChanged = problem('bill-changed', 409, [
  '应缴金额已有变化，请查看后重新下单。',
  'What is asked has changed; look at the bill and order again.',
]);
