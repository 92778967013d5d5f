import type { Actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';
import { projectInput } from '../docs/examples/project.ts';
import { applicantActor, staffActor } from './actors.ts';
import { investorActor, openAgency, partyKey } from './agency.ts';

const passport = (number: string) => ({ kind: 'passport', country: 'FRA', number }) as const;
export const person = (number: string) => ({ kind: 'person', document: passport(number) }) as const;
const personActor = (name: string, number: string): Actor =>
  applicantActor(name, { partyId: partyIdOf(partyKey, passport(number)) });

export const [ward, parent, helper] = [
  personActor('ward', 'A1111'),
  personActor('parent', 'B2222'),
  personActor('helper', 'C3333'),
];
export const company = { kind: 'organisation', uscc: projectInput.investor.uscc } as const;
export const clerk = staffActor('window');
const signature = '5d0b8f2e-7c41-4a96-b3e8-9f1d6a2c7e54';
export const evidence = '8e3a6c1f-4b97-4d05-a2c8-6f7d0e9b5a31';
export const names = { principal: '段正淳', delegate: '李四' };
const reasons = '本人要求';

export const appointed = {
  kind: 'handler',
  delegate: person('C3333'),
  names,
  items: ['works-permit'],
  until: '2027-01-01',
};
export const guarded = {
  kind: 'guardian',
  principal: person('A1111'),
  delegate: person('B2222'),
  delegatePresent: true,
  names,
  items: ['*'],
  ward: { born: '2008-08-10' },
  identitySeen: true,
  signature,
  evidence,
};

/** The city's agency with what personal authorities need. */
export function openCity() {
  const agency = openAgency('fuzhou');
  const { ask, facts } = agency;
  const begin = async (body: object, actor: Actor = investorActor) =>
    ask({ method: 'POST', path: '/agency/authorities', body, actor });
  const atWindow = async (body: object, actor: Actor = clerk) =>
    ask({ method: 'POST', path: '/agency/authorities/at-window', body, actor });
  const read = async (id: string, actor: Actor = clerk) =>
    (await ask({ path: `/agency/authorities/${id}`, actor })).body;
  async function doOn(id: string, name: string, { actor, body = { reasons } }: { actor: Actor; body?: object }) {
    const headers = { 'If-Match': `"${(await read(id)).version}"` };
    return ask({ method: 'POST', path: `/agency/authorities/${id}/${name}`, body, actor, headers });
  }
  const told = () => facts().map(({ data, toDistrict }) => ({ ...data, toDistrict }));
  return { ...agency, begin, atWindow, read, doOn, told };
}
