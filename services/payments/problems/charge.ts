import { problem } from '#shared/problem';

export const listTwice = problem('twice', 400, ['重复。', 'It stands twice.']);
export const listUnknownPayee = problem('unknown-payee', 400, [
  '清单中没有这个执收单位。',
  'The list has no such payee.',
]);
export const listMixedMerchant = problem('mixed-merchant', 400, [
  '同一商户的资金须去向一致；自有账户的商户只能属于一个执收单位。',
  'The money of a merchant goes to one place; a merchant with an account of its own is of one payee.',
]);
export const ownList = problem('own-list', 403, [
  '清单须由另一人审核。',
  'The list must be approved by somebody else.',
]);
export const listOver = problem('list-over', 409, [
  '这一版清单已审核，或者已有更新的版本。',
  'This edition is approved, or a later one is.',
]);
