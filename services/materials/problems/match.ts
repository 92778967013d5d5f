import { problem } from '#shared/problem';

export const itemUnknown = problem('item-unknown', 404, [
  '没有这个事项，或者该事项目前不办理。',
  'There is no such item in that set, or it is not offered now.',
]);
export const noSuchSituation = problem('no-such-situation', 400, [
  '该事项没有这种办理情形。',
  'The item is not applied for in this situation.',
]);
