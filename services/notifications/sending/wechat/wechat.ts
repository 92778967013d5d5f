import * as z from 'zod';
import { once } from '#shared/once';
import { saidBy, type Codes } from '../codes.ts';
import { asked, keyless, templateless } from '../means.ts';
import type { Message, Provider, Said } from '../provider.ts';
import type { WechatMeans } from './keys.ts';
import { tokens } from './token.ts';

const reply = once(() => z.object({ errcode: z.int(), msgid: z.union([z.string(), z.number()]).optional() }));

/** Codes by which a token is refused. */
const tokenCodes = new Set([40_001, 40_014, 42_001]);

/** Codes of subscribeMessage.send. */
const sendCodes: Codes = [
  // 用户拒绝接受消息: no consent is left, each is for one message.
  ['43101', 'permanent'],
  ['40003', 'permanent'],
  ['40037', 'technical'],
  ['41030', 'technical'],
  ['47003', 'technical'],
  ['-1', 'silent'],
];

/**
 * 小程序订阅消息. It takes no reference and cannot be asked, and tells of no delivery to the program's own server by a reference: after
 * no answer it is sent again. Each consent is for one message, so a second one arrives only where he has given two.
 */
export function wechat(means: WechatMeans): Provider {
  const token = tokens(means);
  return { key: 'wechat', channel: 'wechat', send: (message) => send(message, token, means) };
}

async function send(
  { to, key, template: approved, fields, language }: Message,
  token: ReturnType<typeof tokens>,
  means: WechatMeans,
): Promise<Said> {
  const keys = await means.keys();
  if (!keys) return keyless;
  const { [key]: template_id = approved } = keys.templates;
  if (!template_id) return templateless;
  const granted = await token.of(keys);
  if ('said' in granted) return granted.said;
  const url = new URL(`${means.base}/cgi-bin/message/subscribe/send`);
  url.searchParams.set('access_token', granted.token);
  const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
  const body = JSON.stringify({ touser: to, template_id, data, lang: language === 'zh' ? 'zh_CN' : 'en_US' });
  const answer = await asked(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }, means);
  if ('said' in answer) return answer.said;
  const read = reply().safeParse(answer.json);
  if (!read.success) return { is: 'silent', code: 'unreadable' };
  const { errcode } = read.data;
  if (errcode === 0) return { is: 'sent' };
  if (tokenCodes.has(errcode)) token.forget();
  return saidBy(sendCodes, String(errcode), means.now());
}
