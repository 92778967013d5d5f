import { randomUUID } from 'node:crypto';
import { once } from '#shared/once';
import type { Protocol, ProtocolMeans, Spoilt } from './protocol.ts';
import { wechatHouse, wechatSecret, type WechatHouse } from './wechat-keys.ts';
import { giveBack, lookUp, place, type Answer, type Asking } from './wechat-routes.ts';
import { fetchBill, tradeBill } from './wechat-bills.ts';
import { sealed, signedHeaders, signerOf } from './wechat-sign.ts';
import { chargeWords, refundWords, shanghaiTime } from './wechat-words.ts';

const routes: readonly { method: string; path: RegExp; answer: (asking: Asking) => Answer }[] = [
  { method: 'POST', path: /^\/v3\/(pay\/transactions|combine-transactions)\/\w+$/, answer: place },
  { method: 'GET', path: /^\/v3\/(pay\/transactions|combine-transactions)\/out-trade-no\/\w+$/, answer: lookUp },
  {
    method: 'POST',
    path: /^\/v3\/(pay\/transactions|combine-transactions)\/out-trade-no\/\w+\/close$/,
    answer: lookUp,
  },
  { method: 'POST', path: /^\/v3\/refund\/domestic\/refunds$/, answer: giveBack },
  { method: 'GET', path: /^\/v3\/refund\/domestic\/refunds\/\w+$/, answer: giveBack },
  { method: 'GET', path: /^\/v3\/bill\/tradebill$/, answer: tradeBill },
];

/** 微信支付 API v3, as far as we speak to it. `house`: its keys, made when they are first needed. */
export function wechatProtocol(
  { now, till, statements, address, refundState, tell }: ProtocolMeans,
  house: () => Promise<WechatHouse> = once(wechatHouse),
): Protocol {
  const seen = new Set<string>();

  const answer: Protocol['answer'] = async (heard, spoilt) => {
    const keys = await house();
    const mchid = signerOf(heard, keys, { now: now(), seen });
    // Whom it does not know it answers without a signature.
    if (!mchid) return { status: 401, headers: {}, body: JSON.stringify({ code: 'SIGN_ERROR', message: '签名错误' }) };
    if (heard.url.pathname === '/v3/billdownload/file') return fetchBill(heard, statements);
    const route = routes.find(({ method, path }) => method === heard.method && path.test(heard.url.pathname));
    const asking = { heard, mchid, till, statements, now: now(), address: address(), refundState, tell };
    const [status, body] = route ? route.answer(asking) : [404, { code: 'NOT_FOUND', message: heard.url.pathname }];
    const text = body ? JSON.stringify(body) : '';
    const id = String(heard.headers['wechatpay-serial'] ?? '');
    return { status, headers: signedHeaders(text, keys, { now: now(), id, spoilt }), body: text };
  };

  const noticeOf = async (type: string, content: object, spoilt: Spoilt) => {
    const keys = await house();
    const about = type.startsWith('REFUND') ? 'refund' : 'transaction';
    const resource = sealed(content, keys, about);
    const head = { id: randomUUID(), create_time: shanghaiTime(now()), resource_type: 'encrypt-resource' };
    const body = JSON.stringify({ ...head, event_type: type, summary: '通知', resource });
    return { headers: signedHeaders(body, keys, { now: now(), spoilt }), body };
  };
  return {
    answer,
    notice: ({ held, refund }, spoilt) => {
      if (!refund) return noticeOf('TRANSACTION.SUCCESS', chargeWords(held, till), spoilt);
      const { status, ...words } = Object.fromEntries(Object.entries(refundWords(refund)));
      const told = { ...words, mchid: refund.share.merchant, refund_status: status };
      return noticeOf(refund.state === 'failed' ? 'REFUND.ABNORMAL' : 'REFUND.SUCCESS', told, spoilt);
    },
    isTaken: ({ status }) => status === 200 || status === 204,
    secret: async () => wechatSecret(await house()),
  };
}
