import * as z from 'zod';
import { once } from '#shared/once';
import { saidBy } from '../codes.ts';
import { keyless, templateless } from '../means.ts';
import type { Message, Provider, Said } from '../provider.ts';
import { ask } from './ask.ts';
import { call } from './call.ts';
import { sendCodes } from './codes.ts';
import type { TencentMeans } from './keys.ts';

const reply = once(() =>
  z.object({
    Response: z.object({ SendStatusSet: z.tuple([z.object({ SerialNo: z.string(), Code: z.string() })]) }),
  }),
);

/** 腾讯云短信 (SMS 2021-01-11). */
export const tencent = (means: TencentMeans): Provider => ({
  key: 'tencent',
  channel: 'sms',
  tellsByOwnId: true,
  send: (message) => send(message, means),
  ask: (asked) => ask(asked, means),
});

async function send({ reference, to, key, template: approved, values }: Message, means: TencentMeans): Promise<Said> {
  const keys = await means.keys();
  if (!keys) return keyless;
  const { [key]: template = approved } = keys.templates;
  if (!template) return templateless;
  const body = {
    PhoneNumberSet: [to],
    SmsSdkAppId: keys.sdkAppId,
    SignName: keys.signName,
    TemplateId: template,
    // Its names are numbers: {1} is the first that stands in the text.
    TemplateParamSet: values.map(([, value]) => value),
    SessionContext: reference,
  };
  const answer = await call('SendSms', body, { keys, means });
  if ('code' in answer) return saidBy(sendCodes, answer.code, means.now());
  if ('said' in answer) return answer.said;
  const read = reply().safeParse(answer.json);
  if (!read.success) return { is: 'silent', code: 'unreadable' };
  const [{ SerialNo, Code }] = read.data.Response.SendStatusSet;
  return Code === 'Ok' ? { is: 'sent', providerRef: SerialNo } : saidBy(sendCodes, Code, means.now());
}
