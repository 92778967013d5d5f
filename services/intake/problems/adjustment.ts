import { problem } from '#shared/problem';

// Refusals about what a set adjusts of its items. A constant each, as few routes use them.

export const adjustmentInvalid = problem('adjustment-invalid', 400, [
  '调整只能缩短承诺时限或者下放层级。',
  'An adjustment only shortens a promise or moves an item to a lower level.',
]);
export const adjustmentWrongState = problem('adjustment-wrong-state', 409, [
  '该调整当前状态不允许此操作。',
  'The adjustment is not in a state that allows this act.',
]);
export const adjustmentSamePerson = problem('adjustment-same-person', 403, [
  '提出人不得自行审核。',
  'Another person than who proposed it must review it.',
]);
export const adjustmentOtherDepartment = problem('adjustment-other-department', 403, [
  '只能就本部门的事项提出调整。',
  'A head proposes for the items of his own department.',
]);
