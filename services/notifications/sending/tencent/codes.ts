import type { Codes } from '../codes.ts';

/** Codes of SendSms 2021-01-11. Limits of our own account, and what it owes, are no matter of the message. */
export const sendCodes: Codes = [
  ['LimitExceeded.PhoneNumberThirtySecondLimit', 'minute'],
  ['LimitExceeded.PhoneNumberOneHourLimit', 'hour'],
  ['LimitExceeded.PhoneNumberDailyLimit', 'day'],
  ['LimitExceeded.PhoneNumberSameContentDailyLimit', 'day'],
  ['FailedOperation.PhoneNumberInBlacklist', 'permanent'],
  ['InvalidParameterValue.IncorrectPhoneNumber', 'permanent'],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'away'],
  ['FailedOperation', 'technical'],
  ['InvalidParameter', 'technical'],
  ['MissingParameter', 'technical'],
  ['InternalError', 'silent'],
];

/** Codes of receipts and of what was asked: those that say something of the person for good. */
export const receiptCodes: Codes = [
  ['MK:0001', 'permanent'],
  ['MI:0001', 'permanent'],
  ['UNREACHABLE_NUMBER', 'permanent'],
  ['BLACKLIST', 'permanent'],
  ['', 'temporary'],
];
