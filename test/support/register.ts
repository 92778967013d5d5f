import { expect } from 'vitest';
import type { Actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';
import { fakeTable } from '#shared/table.fake';
import { itemOf } from '../../services/intake/cases.fake.ts';
import { applicantActor } from './actors.ts';
import { toldFees } from './fees.ts';
import * as cases from './intake.ts';
import { cityKey, people, read } from './intake.ts';
import { openLibrary } from './library.ts';
import { outline } from './linked.ts';
import { settleFacts } from './settle.ts';

export const uscc = '91350199MA00000015';
export const company = applicantActor('company', {
  kind: 'organisation',
  partyId: partyIdOf(cityKey, { kind: 'uscc', number: uscc }),
});
const [text, number] = [{ type: 'string' }, { type: 'number' }];
const key = (name: string, rules: object = text) => ({ ...rules, 'x-same-as': name });
const says = (field: string, rules: object) => ({ ...rules, 'x-source': `licence:business-licence/${field}` });
const formOf = (properties: object) => ({ type: 'object', additionalProperties: false, properties });
const registered = formOf({
  name: key('company.name'),
  seat: { type: 'object', properties: { address: key('company.registered-address') } },
  capital: key('company.registered-capital', number),
});
const wanting = (own: string) =>
  formOf({
    uscc: { ...key('company.uscc'), 'x-source': 'party' },
    name: { ...key('company.name'), 'x-source': 'party' },
    address: says('address', key('company.registered-address')),
    capital: says('capital', key('company.registered-capital', number)),
    [own]: says('licence-number', text),
  });
const result = { ...itemOf().result, licenceType: 'business-licence', validity: '10d' };
export const items = [
  itemOf({ key: 'register', form: registered, result, creates: 'party' }),
  itemOf({ key: 'amend', form: registered, result, situations: ['变更', '新办'] }),
  itemOf({ key: 'food', form: wanting('code') }),
  itemOf({ key: 'sign', form: wanting('number') }),
];
const open = {
  key: 'open',
  name: '开办',
  nameEn: 'Open',
  questions: [
    {
      key: 'sign',
      title: '招牌？',
      titleEn: 'A sign?',
      options: ['yes', 'no'].map((key) => ({ key, title: key, titleEn: key })),
    },
  ],
  parts: [
    { item: 'food', needs: [] },
    { item: 'sign', needs: [], when: { sign: ['yes'] } },
  ],
};

export const founder = applicantActor('founder');
export const said = { name: '示例餐饮有限公司', seat: { address: '福州市鼓楼区示例路1号' }, capital: 50 };
/** A form of the company's with all that its registration says. */
export const full = { uscc, name: said.name, address: said.seat.address, capital: said.capital, code: '营 001' };

interface Grant {
  actor?: Actor;
  issued?: object;
  situation?: string;
}

/** Intake with a registration that creates a company, and items whose forms are filled in from that; the library of the city beside it. */
export async function openRegister() {
  const [world, library] = [cases.intakeOver(fakeTable()), openLibrary()];
  expect(outline(await cases.publish(world, { ...cases.publication, items, bundles: [open] }))).toMatch(/^200/);

  /** What was decided becomes a licence in the city, and this set hears of it. */
  async function told(): Promise<void> {
    await settleFacts(world.deps, () => world.facts());
    await library.hear(...(await world.facts()).filter(({ type }) => type === 'intake.licence-decided.v1'));
    expect(await toldFees(world.deps, ...library.facts('materials.licence-changed.v1'))).toBe(0);
  }
  async function begun(itemKey: string, rest: object = {}, actor = company): Promise<string> {
    const body = { itemKey, channel: 'online', form: {}, ...rest };
    const path = '/intake/applications';
    const made = await world.send({ method: 'POST', path, actor, headers: cases.freshKey(), body });
    expect(outline(made)).toBe('201 draft');
    return made.body.id;
  }
  async function granted(itemKey: string, form: object, grant: Grant): Promise<string> {
    const { actor = company, issued = {}, ...rest } = grant;
    const id = await begun(itemKey, { form, ...rest }, actor);
    await world.send(cases.submit(id, { actor }));
    await world.send(cases.accept(id));
    const body = { outcome: 'granted', opinion: '同意', issued };
    expect(outline(await world.send(cases.decide(id, 3, { body })))).toBe('200 decided');
    await told();
    return id;
  }
  const party = { kind: 'organisation', uscc };
  return {
    world,
    library,
    told,
    begun,
    granted,
    /** The founder registers the company; the id of its licence. */
    register: () =>
      granted('register', said, { actor: founder, issued: { party, fields: { 'licence-number': '营 001' } } }),
    seen: async (id: string, actor = company) => (await world.send(read(id, { actor }))).body,
    submit: (id: string) => world.send(cases.submit(id, { actor: company })),
    async revoked(id: string): Promise<void> {
      const why = { ground: 'not-qualified', why: '条件不符' };
      const { body } = await world.send(cases.act(id, 'revoke', { actor: people.head, body: why }));
      expect(outline(await world.send(cases.decide(body.id, 1)))).toBe('200 decided');
      await told();
    },
  };
}
