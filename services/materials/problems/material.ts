import { problem } from '#shared/problem';

// Refusals about documents. A constant each: a start loads only those that its own functions give.

export const fileTooLarge = problem('file-too-large', 400, [
  '文件过大，最大 500 MB。',
  'The file is too large: 500 MB at most.',
]);
export const fileNotAtHand = problem('file-not-at-hand', 409, [
  '该版本的文件不可用：尚未通过检查，或者已经停用。',
  'The file of this version has not come through its check, or is offered no more.',
]);
export const uploadOpen = problem('upload-open', 409, [
  '上一版本尚未上传或检查完毕。',
  'The version before has not been sent or checked yet.',
]);
export const tooManyVersions = problem('too-many-versions', 409, [
  '该材料的版本已达上限，请新建材料。',
  'This document has as many versions as one may have; begin a new one.',
]);
export const wrongVersionState = problem('wrong-version-state', 409, [
  '该版本当前状态不能进行此操作。',
  'This cannot be done with the version as it stands.',
]);
export const notYours = problem('party-not-yours', 403, [
  '您不能以该主体的名义办理。',
  'You do not act for this party.',
]);
