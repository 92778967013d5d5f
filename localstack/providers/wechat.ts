import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { builtIn } from '../../services/notifications/domain/edition/built-in.ts';
import type { Answered, Heard, Protocol, ProtocolMeans } from './protocol.ts';

const refusedAs = { limit: 45_009, unreachable: 43_101 };
const tokenBody = z.object({ appid: z.string(), secret: z.string() });
const sendBody = z.object({
  touser: z.string(),
  template_id: z.string(),
  data: z.record(z.string(), z.object({ value: z.string() })),
});

const said = (errcode: number): Answered => ({
  status: 200,
  body: { errcode, errmsg: errcode === 0 ? 'ok' : 'refused' },
});

/** 小程序 as far as it is used: stable_token and subscribeMessage.send. It takes no reference and sends no receipt. */
export function wechatProtocol({ box }: ProtocolMeans): Protocol {
  const keys = { appid: `wx${randomBytes(8).toString('hex')}`, secret: randomBytes(16).toString('hex') };
  const token = randomBytes(16).toString('hex');
  const templates = Object.fromEntries(builtIn().templates.map(({ key }, n) => [key, `tmpl-${n}`]));
  const approved = new Set(Object.values(templates));

  const grant = (body: unknown): Answered => {
    const { appid, secret } = tokenBody.parse(body);
    const isOurs = appid === keys.appid && secret === keys.secret;
    return isOurs ? { status: 200, body: { access_token: token, expires_in: 7200 } } : said(40_001);
  };
  const send = ({ url, body }: Heard, struck: 'limit' | 'unreachable' | undefined): Answered => {
    if (url.searchParams.get('access_token') !== token) return said(40_001);
    const { touser: to, template_id: template, data } = sendBody.parse(JSON.parse(body));
    if (!approved.has(template)) return said(40_037);
    if (struck) return said(refusedAs[struck]);
    const values = Object.fromEntries(Object.entries(data).map(([name, { value }]) => [name, value]));
    return { ...said(0), posted: box.post({ provider: 'wechat', reference: '', to, template, values }) };
  };
  return {
    isMine: ({ url }) => url.pathname.startsWith('/cgi-bin/'),
    answer(heard, struck) {
      if (heard.url.pathname === '/cgi-bin/stable_token') return grant(JSON.parse(heard.body));
      return heard.url.pathname === '/cgi-bin/message/subscribe/send' ? send(heard, struck) : said(404);
    },
    secret: JSON.stringify({ ...keys, templates }),
  };
}
