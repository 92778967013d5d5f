import { problem } from '#shared/problem';

// Refusals about files that come in parts.

export const noSuchPart = problem('no-such-part', 400, [
  '该文件没有这一分片。',
  'The file has no part of that number.',
]);
export const partsMissing = problem('parts-missing', 409, [
  '还有分片没有上传完毕。',
  'Some parts have not come yet; errors names them.',
]);
