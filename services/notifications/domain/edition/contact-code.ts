import type { Template } from '../template/template.ts';

/** 验证码: sent at once, whatever the hour, to whoever says that an address is his. No fact leads to it, so it has no rule. */
export const contactCode: Template = {
  key: 'contact-code',
  kind: 'account',
  statutory: false,
  urgent: true,
  inbox: { zh: '已向您填写的联系方式发送验证码。', en: 'A code was sent to the address that you gave.' },
  sms: {
    zh: '验证码((code))，用于确认您的联系方式，10分钟内有效，请勿告知他人。',
    en: '((code)) is your code to confirm this address. It holds for 10 minutes; give it to nobody.',
  },
  wechat: {
    character_string1: { zh: '((code))', en: '((code))' },
    thing2: { zh: '10分钟内有效，勿告知他人', en: 'Holds for 10 minutes' },
  },
  email: {
    subject: { zh: '联系方式验证码', en: 'Your code' },
    body: {
      zh: '验证码：((code))\n用于确认您的联系方式，10分钟内有效，请勿告知他人。如非本人操作，请忽略此邮件。',
      en: 'Your code: ((code))\nIt confirms this address and holds for 10 minutes. Give it to nobody. If you did not ask for it, ignore this mail.',
    },
  },
  sample: { code: '000000' },
};
