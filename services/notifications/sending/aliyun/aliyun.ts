import * as z from 'zod';
import { once } from '#shared/once';
import { saidBy } from '../codes.ts';
import { keyless, templateless } from '../means.ts';
import type { Message, Provider, Said } from '../provider.ts';
import { ask } from './ask.ts';
import { call, numberOf } from './call.ts';
import { limits, sendCodes } from './codes.ts';
import type { AliyunMeans } from './keys.ts';

const reply = once(() => z.object({ Code: z.string(), Message: z.string().default(''), BizId: z.string().optional() }));

/** 阿里云短信服务 (dysmsapi 2017-05-25). */
export const aliyun = (means: AliyunMeans): Provider => ({
  key: 'aliyun',
  channel: 'sms',
  send: (message) => send(message, means),
  ask: (asked) => ask(asked, means),
});

async function send({ reference, to, key, template: approved, values }: Message, means: AliyunMeans): Promise<Said> {
  const keys = await means.keys();
  if (!keys) return keyless;
  const { [key]: template = approved } = keys.templates;
  if (!template) return templateless;
  const query = {
    PhoneNumbers: numberOf(to),
    SignName: keys.signName,
    TemplateCode: template,
    TemplateParam: JSON.stringify(Object.fromEntries(values)),
    OutId: reference,
  };
  const answer = await call('SendSms', query, { keys, means });
  if ('said' in answer) return answer.said;
  const read = reply().safeParse(answer.json);
  if (!read.success) return { is: 'silent', code: 'unreadable' };
  const { Code, Message: words, BizId } = read.data;
  if (Code === 'OK') return { is: 'sent', providerRef: BizId };
  const limit = limits.find(([beginning]) => words.startsWith(beginning));
  return limit && Code === 'isv.BUSINESS_LIMIT_CONTROL'
    ? saidBy([[Code, limit[1]]], Code, means.now())
    : saidBy(sendCodes, Code, means.now());
}
