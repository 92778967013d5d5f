import { staffActor } from '../../support/actors.ts';
import { uuid } from '../../support/facts.ts';
import { uscc } from '../applicants.ts';
import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const clerk = staffActor('window', {}, 'recording clerk');
const party = { kind: 'organisation', uscc };
const delegate = { kind: 'person', document: { kind: 'passport', country: 'FRA', number: 'C3333' } };
const names = { principal: '示例餐饮有限公司', delegate: '李四' };
const evidence = '8e3a6c1f-4b97-4d05-a2c8-6f7d0e9b5a31';
const reasons = '法定代表人已变更';
const appointed = { kind: 'handler', delegate, names, items: ['food-business-licence'], until: '2027-01-01' };
const atWindow = { ...appointed, principal: party, delegatePresent: true, identitySeen: true, signature: evidence };
const occasion = { occasion: 'legal-representative-changed', party, reasons, evidence };
const path = '/agency/authorities';

const record = (hall: Hall, below: string, { body, seen: version }: { body: object; seen?: number }) =>
  hall.ask({
    method: 'POST',
    path: `${path}/${below}`,
    body,
    actor: clerk,
    ...(version && { headers: { 'If-Match': `"${version}"` } }),
  });

/** The authority of a handler of the company, after what a window does with it; where it cannot be there, an id of none. */
const authorityAfter =
  (given: object, then?: 'suspend' | 'occasions') =>
  async (hall: Hall): Promise<string> => {
    const { body, status } = await record(hall, 'at-window', { body: { ...atWindow, ...given } });
    const id = status === 201 ? String(body['id']) : uuid(1);
    if (then === 'suspend') await record(hall, `${id}/suspend`, { body: { reasons }, seen: 1 });
    if (then === 'occasions') await record(hall, 'occasions', { body: occasion });
    return id;
  };

const active = authorityAfter({});
const proposed = authorityAfter({ delegatePresent: false });

export const authorityAskings: Record<string, Asking> = {
  'GET /agency/authorities': { request: plain },
  'POST /agency/authorities': { request: () => ({ body: appointed }) },
  'POST /agency/authorities/at-window': { request: () => ({ body: atWindow }) },
  'POST /agency/authorities/look-up': { request: () => ({ body: { party, reason: '窗口查询' } }) },
  'POST /agency/authorities/occasions': { request: () => ({ body: occasion }) },
  'GET /agency/authorities/{id}': { prepare: active, request: plain },
  'GET /agency/authorities/{id}/access-records': { prepare: active, request: plain },
  'POST /agency/authorities/{id}/accept': { prepare: proposed, request: seen(1) },
  'POST /agency/authorities/{id}/decline': { prepare: proposed, request: seen(1) },
  'POST /agency/authorities/{id}/suspend': { prepare: active, request: seen(1, { reasons }) },
  'POST /agency/authorities/{id}/resume': { prepare: authorityAfter({}, 'suspend'), request: seen(2, { reasons }) },
  'POST /agency/authorities/{id}/confirm': { prepare: authorityAfter({}, 'occasions'), request: seen(2, { reasons }) },
  'POST /agency/authorities/{id}/renounce': { prepare: active, request: seen(1, { reasons }) },
  'POST /agency/authorities/{id}/end': { prepare: active, request: seen(1, { reasons }) },
};
