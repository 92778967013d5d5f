import type { Actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';
import { applicantActor } from '../support/actors.ts';
import { entryAt } from '../support/entries.ts';
import { uuid } from '../support/facts.ts';
import { authorityFact } from '../support/parties.ts';

/** The key from which the ids of parties are made in a hall. */
export const partyKey = 'a key of the city that is long enough';
export const uscc = '91350102MA0000000H';
const company = partyIdOf(partyKey, { kind: 'uscc', number: uscc });

export const companyActor = (assurance: 1 | 2 | 3): Actor =>
  applicantActor('company', { kind: 'organisation', partyId: company, assurance });
export const agentActor = (assurance: 1 | 2): Actor => applicantActor('agent', { orgs: [company], assurance });
/** A person whom the company has appointed (经办人), and an officer with its mandate. */
export const handlerActor = (assurance: 1 | 2): Actor => applicantActor('handler', { assurance });
/** What agency has told of who acts for the company. */
export const authorities = [
  authorityFact(1, 1, { principal: company }),
  authorityFact(2, 1, { kind: 'officer', principal: company, delegate: 'p_officer', scope: { items: ['*'] } }),
];

export type Desk = 'online' | 'agency' | 'window' | 'community' | 'kiosk' | 'hotline';

/** What begins a draft: for oneself online, for the company at a desk or under its mandate. */
export function draftFor(desk: Desk) {
  const begun = { itemKey: 'food-business-licence', form: { operatorName: '示例餐饮有限公司' }, channel: desk };
  if (desk === 'online') return begun;
  if (desk === 'agency') return { ...begun, authorityId: uuid(2, 7) };
  return { ...begun, applicant: { kind: 'organisation', uscc }, entry: entryAt[desk] };
}
