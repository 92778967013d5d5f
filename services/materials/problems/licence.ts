import { problem } from '#shared/problem';

export const notALicenceId = problem('not-a-licence-id', 400, [
  '这不是电子证照标识：格式或校验位不正确，请核对。',
  'This is no id of a licence: its shape or its check character is wrong.',
]);
export const notDelivered = problem('not-delivered', 409, [
  '该证照已生效，文件尚未领取：请先在办件中领取（下载、窗口或者邮寄）；有待缴费用的，缴清后领取。',
  'This licence holds, but its paper was not taken yet: take it in its case, by download, at a desk or by post, and pay first where a fee is due.',
]);
