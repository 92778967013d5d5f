import { once } from '#shared/once';
import { alipayHouse, alipaySecret, signedAnswer, signedNotice, signerOf, type AlipayHouse } from './alipay-house.ts';
import { methods, noticeFields, place } from './alipay-methods.ts';
import { payPage } from './pay-page.ts';
import type { Heard, Protocol, ProtocolMeans, Said } from './protocol.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** 支付宝 `gateway.do`, as far as we speak to it. `house`: its keys, made when they are first needed. */
export function alipayProtocol(means: ProtocolMeans, house: () => Promise<AlipayHouse> = once(alipayHouse)): Protocol {
  const { till, now } = means;
  const answer: Protocol['answer'] = async (heard, spoilt) => {
    if (heard.url.pathname === '/downloadBillFile.resource') return fetchBill(heard, means);
    const [fields, keys] = [fieldsIn(heard), await house()];
    const { method = '' } = fields;
    const say = (said: object): Said => {
      const body = signedAnswer(method, said, { house: keys, spoilt });
      return { status: 200, headers: { 'content-type': 'application/json' }, body };
    };
    const merchant = signerOf(fields, keys);
    if (!merchant) return say({ code: '40002', msg: 'Invalid Arguments', sub_code: 'isv.invalid-signature' });
    const asking = { ...means, merchant, fields, about: parsed(fields['biz_content']) };
    if (/^alipay\.trade\.(page|wap)\.pay$/.test(method)) {
      const held = place(asking);
      if (!held) return { status: 400, headers: html, body: '订单信息有误' };
      held.isOpened = true;
      return { status: 200, headers: html, body: payPage(held) };
    }
    return say(methods[method]?.(asking) ?? { code: '40002', msg: method, sub_code: 'isv.invalid-method' });
  };
  return {
    answer,
    notice: async (one, spoilt) => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: signedNotice(noticeFields(one, till, now()), await house(), spoilt),
    }),
    isTaken: ({ body }) => body === 'success',
    secret: async () => alipaySecret(await house()),
  };
}

const fieldsIn = ({ url, body }: Heard): Record<string, string> =>
  Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)]);

/** Who has the address has the bill, for a while. */
function fetchBill({ url }: Heard, { statements }: Pick<ProtocolMeans, 'statements'>): Said {
  const body = statements.fetched(url.searchParams.get('fileId') ?? '');
  if (body) return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
  return { status: 403, headers: html, body: '链接已过期' };
}
