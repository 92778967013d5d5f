import { problem } from '#shared/problem';

export const notClosed = problem('not-closed', 409, [
  '办件尚未办结送达，还没有归档。',
  'The case is not closed yet: nothing of it is archived.',
]);
