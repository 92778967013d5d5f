import type { Codes } from '../codes.ts';

/** 流控: which limit of a number is reached stands in the message alone. */
export const limits: Codes = [
  ['触发分钟级流控', 'minute'],
  ['触发小时级流控', 'hour'],
  ['触发天级流控', 'day'],
];

/** Codes of SendSms (API错误中心 of 短信服务). Limits of our own account, and what it owes, are no matter of the message. */
export const sendCodes: Codes = [
  ['isv.BUSINESS_LIMIT_CONTROL', 'hour'],
  ['isv.MOBILE_NUMBER_ILLEGAL', 'permanent'],
  ['isv.BLACK_KEY_CONTROL_LIMIT', 'technical'],
  ['isv.SMS_', 'technical'],
  ['isv.TEMPLATE', 'technical'],
  ['isv.INVALID', 'technical'],
  ['isv.PARAM', 'technical'],
  ['isv.MOBILE_COUNT_OVER_LIMIT', 'technical'],
  ['isp.SYSTEM_ERROR', 'silent'],
  ['InternalError', 'silent'],
];

/** Codes of receipts: what is said of the person for good; the others are of a time. */
export const receiptCodes: Codes = [
  ['MOBILE_NOT_ON_SERVICE', 'permanent'],
  ['INVALID_NUMBER', 'permanent'],
  ['MOBILE_IN_BLACK', 'permanent'],
  ['USER_REJECT', 'permanent'],
  ['', 'temporary'],
];
