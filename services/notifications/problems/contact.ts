import { problem, type Problem } from '#shared/problem';
import type { WishFault } from '../domain/contact/change.ts';

// Refusals about how somebody is reached.

export const tooManyCodes = problem('too-many-codes', 429, [
  '验证码发送过于频繁：每分钟一次，每小时五次，每天十次。',
  'Too many codes were asked for: one a minute, five an hour, ten a day.',
]);
export const wrongCode = problem('wrong-code', 409, ['验证码不正确。', 'The code is not right.']);
export const codeOver = problem('code-over', 409, [
  '验证码已失效，请重新获取。',
  'There is no code that holds: ask for another one.',
]);
export const alreadyVerified = problem('already-verified', 409, [
  '该联系方式已验证。',
  'This address is verified already.',
]);
export const notVerified = problem('not-verified', 409, [
  '请先用验证码验证该联系方式。',
  'Verify this address by a code first.',
]);
export const consentChanged = problem('consent-changed', 409, [
  '送达地址确认书的文本已更新，请阅读后再确认。',
  'The text of the consent is another one now: read it again.',
]);
export const notConfirmed = problem('not-confirmed', 409, [
  '该地址没有可撤回的送达确认。',
  'This address is not confirmed for official papers.',
]);

export const ownContact = problem('own-contact', 403, [
  '不能在窗口为自己登记，请由他人办理或自行在线办理。',
  'Nobody sets his own contact at his desk: a colleague does, or he does it himself online.',
]);

/** What is said of each fault of a contact that somebody wishes. */
export const wishWords: Record<WishFault['fault'], Pick<Problem, 'zh' | 'en'>> = {
  'bad-number': { zh: '手机号码不正确。', en: 'This is no mobile number.' },
  'foreign-number': {
    zh: '短信只能发送到中国内地手机号码，请填写电子邮箱。',
    en: 'An SMS reaches mobile numbers of mainland China only: give an e-mail address instead.',
  },
  'bad-mail': { zh: '电子邮箱不正确。', en: 'This is no e-mail address.' },
  'bad-openid': { zh: '微信标识不正确。', en: 'This is no openid.' },
  'no-address': { zh: '没有这个渠道的联系方式。', en: 'There is no address on this channel.' },
  twice: { zh: '重复。', en: 'It stands twice.' },
  'not-optional': { zh: '这类通知不能退订。', en: 'These notices cannot be opted out of.' },
};
