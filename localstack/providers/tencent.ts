import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { builtIn } from '../../services/notifications/domain/edition/built-in.ts';
import { signedHeaders } from '../../services/notifications/sending/tencent/sign.ts';
import type { Box, Posted } from './box.ts';
import { beijing, headerOf, type Answered, type Heard, type Protocol, type ProtocolMeans } from './protocol.ts';

const toleratedMs = 5 * 60_000;
const refusedAs = {
  limit: 'LimitExceeded.PhoneNumberOneHourLimit',
  unreachable: 'InvalidParameterValue.IncorrectPhoneNumber',
};

const sendBody = z.object({
  PhoneNumberSet: z.tuple([z.string()]),
  TemplateId: z.string(),
  TemplateParamSet: z.array(z.string()),
  SessionContext: z.string(),
});
const askBody = z.object({ PhoneNumber: z.string(), BeginTime: z.number(), Limit: z.number() });

const said = (Response: object): Answered => ({
  status: 200,
  body: { Response: { ...Response, RequestId: randomBytes(8).toString('hex') } },
});
const refused = (Code: string): Answered => said({ Error: { Code, Message: Code } });

type Struck = Parameters<Protocol['answer']>[1];
type Keys = ReturnType<typeof newKeys>;

const newKeys = () => ({
  secretId: `AKID${randomBytes(8).toString('hex')}`,
  secretKey: randomBytes(16).toString('hex'),
});
const templates = Object.fromEntries(builtIn().templates.map(({ key }, n) => [key, String(1_400_000 + n)]));
const own = new Set(Object.values(templates));
/** Beside what the code brings along: what a district is said to have had approved for an edition of its own. */
const isApproved = (template: string): boolean => own.has(template) || /^19\d{5}$/.test(template);

/** 腾讯云短信 as far as it is used: SendSms and PullSmsSendStatusByPhoneNumber, signed by TC3-HMAC-SHA256. */
export function tencentProtocol({ box, now }: ProtocolMeans): Protocol {
  const keys = newKeys();
  const receiptKey = randomBytes(24).toString('hex');
  return {
    isMine: (heard) => headerOf(heard, 'x-tc-action') !== '',
    answer(heard, struck) {
      if (!isSigned(heard, keys, now())) return refused('AuthFailure.SignatureFailure');
      const body: unknown = JSON.parse(heard.body);
      const action = headerOf(heard, 'x-tc-action');
      if (action === 'SendSms') return send(body, struck, box);
      return action === 'PullSmsSendStatusByPhoneNumber' ? reports(body, box) : refused('InvalidAction');
    },
    receipt: (posted) => [reportOf(posted, now())],
    receiptKey,
    secret: JSON.stringify({ ...keys, sdkAppId: '1400006666', signName: builtIn().signature, receiptKey, templates }),
  };
}

function isSigned({ url, headers, body }: Heard, keys: Keys, now: Date): boolean {
  const at = new Date(Number(headerOf({ headers }, 'x-tc-timestamp')) * 1000);
  if (Math.abs(at.getTime() - now.getTime()) >= toleratedMs) return false;
  const { authorization } = signedHeaders({ host: url.host, service: 'sms', body }, keys, at);
  return authorization === headerOf({ headers }, 'authorization');
}

function send(body: unknown, struck: Struck, box: Box): Answered {
  const read = sendBody.safeParse(body);
  if (!read.success) return refused('InvalidParameter');
  const {
    PhoneNumberSet: [to],
    TemplateId: template,
    TemplateParamSet: values,
    SessionContext: reference,
  } = read.data;
  const of = { PhoneNumber: to, Fee: 1, SessionContext: reference, Message: '', IsoCode: 'CN' };
  const code = isApproved(template) ? struck && refusedAs[struck] : 'FailedOperation.TemplateIncorrectOrUnapproved';
  if (code) return said({ SendStatusSet: [{ ...of, SerialNo: '', Fee: 0, Code: code }] });
  const posted = box.post({ provider: 'tencent', reference, to, template, values });
  return { ...said({ SendStatusSet: [{ ...of, SerialNo: posted.ref, Code: 'Ok' }] }), posted };
}

/** Only what an operator has reported on. */
function reports(body: unknown, box: Box): Answered {
  const { PhoneNumber, BeginTime, Limit } = askBody.parse(body);
  const found = box
    .to('tencent', PhoneNumber)
    .filter(({ state, at }) => state !== 'sent' && at.getTime() >= BeginTime * 1000)
    .slice(-Limit)
    .map(({ reference, ref, state, at }) => ({
      SerialNo: ref,
      SessionContext: reference,
      PhoneNumber,
      ReportStatus: state === 'delivered' ? 'SUCCESS' : 'FAIL',
      Description: state === 'delivered' ? 'DELIVRD' : 'UNREACHABLE_NUMBER',
      UserReceiveTime: Math.floor(at.getTime() / 1000),
    }));
  return said({ PullSmsSendStatusSet: found });
}

const reportOf = ({ to, ref, state }: Posted, now: Date) => ({
  user_receive_time: beijing(now),
  nationcode: '86',
  mobile: to.replace('+86', ''),
  report_status: state === 'delivered' ? 'SUCCESS' : 'FAIL',
  errmsg: state === 'delivered' ? 'DELIVRD' : 'UNREACHABLE_NUMBER',
  description: '',
  sid: ref,
});
