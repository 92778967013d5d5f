import { problem } from '#shared/problem';

export const notALicenceId = problem('not-a-licence-id', 400, [
  '这不是电子证照标识：格式或校验位不正确，请核对。',
  'This is no id of a licence: its shape or its check character is wrong.',
]);
