import { problem } from '#shared/problem';

export const offList = problem('off-list', 400, [
  '收费目录清单中没有这个项目。',
  'The charge list has no such charge.',
]);
export const notYourCharge = problem('not-your-charge', 400, [
  '该项目不由本部门收取。',
  'This is not your department’s to charge.',
]);
export const unknownRelief = problem('unknown-relief', 400, [
  '清单中该项目没有这种减免。',
  'The list has no such relief of this charge.',
]);
export const notOnBill = problem('not-on-bill', 400, ['缴费单上没有这个项目。', 'The bill does not ask this charge.']);
export const notLess = problem('not-less', 400, [
  '减缴后的金额须少于应缴金额。',
  'This is not less than what is asked.',
]);
export const dueBefore = problem('due-before', 400, [
  '缴费期限已过，请填写今后的时间。',
  'This time is over; say until when it is to be paid from now on.',
]);
export const notYourDepartment = problem('not-your-department', 403, [
  '您没有该部门的岗位，或者须说明以哪个部门的岗位办理。',
  'You have no post in this department; or you have several, and must say which.',
]);
export const referenceReused = problem('reference-reused', 422, [
  '本部门已用这个编号开出另一份缴费单。',
  'Your department has asked something else under this reference.',
]);
export const billMoved = problem('bill-moved', 409, [
  '该缴费单现在不能这样处理，请查看其当前状态。',
  'This cannot be done with the bill as it stands now.',
]);
export const ownRelief = problem('own-relief', 403, [
  '减免缓须由另一人审核。',
  'A relief must be approved by somebody else.',
]);
