import { problem } from '#shared/problem';

export const noSuchOffice = problem('no-such-office', 400, [
  '没有这个县（市）区，或者本级没有这个部门。',
  'There is no such district, or this one has no such department.',
]);
