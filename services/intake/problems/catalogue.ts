import { problem } from '#shared/problem';

// Refusals about the catalogue of items. A constant each: a start loads only those that its own functions give.

export const catalogueInvalid = problem('catalogue-invalid', 400, [
  '事项目录有误，未作任何更改。',
  'The catalogue has faults; nothing was changed.',
]);
export const itemUnknown = problem('item-unknown', 404, ['没有这个事项。', 'There is no such item.']);
export const itemNotInChannel = problem('item-not-in-channel', 409, [
  '该事项不在此渠道办理，请查看办事指南。',
  'This item is not taken in here; its guide says where.',
]);
export const itemNotForApplicant = problem('item-not-for-applicant', 409, [
  '该事项不面向此申请人办理。',
  'This item is not for such an applicant.',
]);
export const itemWithdrawn = problem('item-withdrawn', 409, [
  '该事项已取消，不能再提交。',
  'This item is offered no more and takes no submissions.',
]);
export const itemNotOnline = problem('item-not-online', 409, [
  '该事项暂不支持在此提交申请。',
  'This item has no form yet: ask at the window.',
]);
export const bundleUnknown = problem('bundle-unknown', 404, ['没有这个一件事。', 'There is no such bundle.']);
