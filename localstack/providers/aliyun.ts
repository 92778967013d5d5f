import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { builtIn } from '../../services/notifications/domain/edition/built-in.ts';
import { signedHeaders } from '../../services/notifications/sending/aliyun/sign.ts';
import type { Box, Posted } from './box.ts';
import { beijing, headerOf, type Answered, type Heard, type Protocol, type ProtocolMeans } from './protocol.ts';

const toleratedMs = 15 * 60_000;
const states: Record<Posted['state'], number> = { sent: 1, failed: 2, delivered: 3 };
const refusedAs = {
  limit: { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发小时级流控Permits:5' },
  unreachable: { Code: 'isv.MOBILE_NUMBER_ILLEGAL', Message: '非法手机号' },
} as const;

const said = (Code: string, more: object = {}): Answered => ({
  status: 200,
  body: { Code, Message: Code, RequestId: randomBytes(8).toString('hex'), ...more },
});

type Struck = Parameters<Protocol['answer']>[1];
type Keys = ReturnType<typeof newKeys>;

const newKeys = () => ({
  accessKeyId: `LTAI${randomBytes(8).toString('hex')}`,
  accessKeySecret: randomBytes(16).toString('hex'),
});
const templates = Object.fromEntries(builtIn().templates.map(({ key }, n) => [key, `SMS_${100_000 + n}`]));
const own = new Set(Object.values(templates));
/** Beside what the code brings along: what a district is said to have had approved for an edition of its own. */
const isApproved = (template: string): boolean => own.has(template) || /^SMS_9\d{5}$/.test(template);

/** 阿里云短信服务 as far as it is used: SendSms and QuerySendDetails, signed by ACS3-HMAC-SHA256. */
export function aliyunProtocol({ box, now }: ProtocolMeans): Protocol {
  const keys = newKeys();
  const receiptKey = randomBytes(24).toString('hex');
  return {
    isMine: (heard) => headerOf(heard, 'x-acs-action') !== '',
    answer(heard, struck) {
      if (!isSigned(heard, keys, now())) {
        return { status: 400, body: { Code: 'SignatureDoesNotMatch', Message: 'SignatureDoesNotMatch' } };
      }
      const [action, query] = [headerOf(heard, 'x-acs-action'), heard.url.searchParams];
      if (action === 'SendSms') return send(query, struck, box);
      return action === 'QuerySendDetails' ? details(query, box) : { status: 404, body: { Code: 'InvalidAction' } };
    },
    receipt: (posted) => [reportOf(posted, now())],
    receiptKey,
    secret: JSON.stringify({ ...keys, signName: builtIn().signature, receiptKey, templates }),
  };
}

function isSigned({ url, headers, body }: Heard, keys: Keys, now: Date): boolean {
  const date = new Date(headerOf({ headers }, 'x-acs-date'));
  const query = Object.fromEntries(url.searchParams);
  const action = headerOf({ headers }, 'x-acs-action');
  const nonce = headerOf({ headers }, 'x-acs-signature-nonce');
  if (Math.abs(date.getTime() - now.getTime()) >= toleratedMs) return false;
  const signed = signedHeaders({ host: url.host, action, version: '2017-05-25', query, body }, keys, {
    now: date,
    nonce,
  });
  return signed['authorization'] === headerOf({ headers }, 'authorization');
}

function send(query: URLSearchParams, struck: Struck, box: Box): Answered {
  const [to, template] = [query.get('PhoneNumbers') ?? '', query.get('TemplateCode') ?? ''];
  if (!isApproved(template)) return said('isv.SMS_TEMPLATE_ILLEGAL');
  if (struck) return { status: 200, body: refusedAs[struck] };
  const values = z.record(z.string(), z.string()).parse(JSON.parse(query.get('TemplateParam') ?? '{}'));
  const posted = box.post({ provider: 'aliyun', reference: query.get('OutId') ?? '', to, template, values });
  return { ...said('OK', { BizId: posted.ref }), posted };
}

function details(query: URLSearchParams, box: Box): Answered {
  const [size, page] = [Number(query.get('PageSize')), Number(query.get('CurrentPage'))];
  const ofDay = box
    .to('aliyun', query.get('PhoneNumber') ?? '')
    .filter(({ at }) => beijing(at).slice(0, 10).replaceAll('-', '') === query.get('SendDate'));
  const shown = ofDay
    .toReversed()
    .slice((page - 1) * size, page * size)
    .map((one) => ({
      OutId: one.reference,
      PhoneNum: one.to,
      SendStatus: states[one.state],
      ErrCode: one.state === 'failed' ? 'MOBILE_NOT_ON_SERVICE' : 'DELIVERED',
      SendDate: beijing(one.at),
      ReceiveDate: beijing(one.at),
    }));
  return said('OK', { TotalCount: ofDay.length, SmsSendDetailDTOs: { SmsSendDetailDTO: shown } });
}

const reportOf = ({ to, at, ref, reference, state }: Posted, now: Date) => ({
  phone_number: to,
  send_time: beijing(at),
  report_time: beijing(now),
  success: state === 'delivered',
  err_code: state === 'delivered' ? 'DELIVERED' : 'MOBILE_NOT_ON_SERVICE',
  err_msg: '',
  sms_size: '1',
  biz_id: ref,
  out_id: reference,
});
