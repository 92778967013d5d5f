import { once } from '#shared/once';
import { payPage } from './pay-page.ts';
import type { Protocol, ProtocolMeans, Said } from './protocol.ts';
import {
  isMerchants,
  signedBy,
  signerOf,
  unionpayHouse,
  unionpaySecret,
  type UnionpayHouse,
} from './unionpay-house.ts';
import { giveBack, handOver, makeCode, paidFields, place, query, refundFields } from './unionpay-messages.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const plain = { 'content-type': 'text/plain; charset=utf-8' };
const joined = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map((pair) => pair.join('='))
    .join('&');

/** 中国银联全渠道 5.1.0, as far as we speak to it. `house`: its keys, made when they are first needed. */
export function unionpayProtocol(
  means: ProtocolMeans,
  house: () => Promise<UnionpayHouse> = once(() => unionpayHouse(means.now)),
): Protocol {
  const answer: Protocol['answer'] = async ({ url, body }, spoilt) => {
    const [fields, keys] = [Object.fromEntries(new URLSearchParams(body)), await house()];
    const { merId = '', orderId = '', txnTime = '', txnType = '' } = fields;
    const say = (said: Record<string, string>): Said => {
      const all = { version: '5.1.0', encoding: 'UTF-8', merId, orderId, txnTime, txnType, ...said };
      return { status: 200, headers: plain, body: joined(signedBy(all, signerOf(keys, spoilt))) };
    };
    if (!isMerchants(fields, keys)) return say({ respCode: '11', respMsg: '验证签名失败' });
    if (url.pathname.startsWith('/files')) return say(handOver(fields, means));
    const path = url.pathname.split('/').at(-1);
    if (path === 'queryTrans.do') return say(query(fields, means));
    if (path === 'backTransReq.do') return say(txnType === '04' ? giveBack(fields, means) : makeCode(fields, means));
    const held = path === 'frontTransReq.do' ? place(fields, means) : undefined;
    if (!held) return { status: 400, headers: html, body: '报文格式错误' };
    held.isOpened = true;
    return { status: 200, headers: html, body: payPage(held) };
  };
  return {
    answer,
    notice: async ({ held, refund }, spoilt) => {
      const { origRespCode, ...about } = refund ? refundFields(refund) : paidFields(held);
      const head = { version: '5.1.0', encoding: 'UTF-8', merId: held.shares[0]?.merchant ?? '' };
      const one = refund
        ? { txnType: '04', orderId: refund.number, txnTime: refund.said['txnTime'] ?? '' }
        : { txnType: '01', orderId: held.shares[0]?.number ?? '', txnTime: held.said['txnTime'] ?? '' };
      const fields = { ...head, ...one, ...about, respCode: origRespCode ?? '' };
      const body = new URLSearchParams(signedBy(fields, signerOf(await house(), spoilt))).toString();
      return { headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }, body };
    },
    isTaken: ({ status }) => status === 200,
    secret: async () => unionpaySecret(await house()),
  };
}
