import { expect } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { demoForm, itemOf } from '../../services/intake/cases.fake.ts';
import * as cases from './intake.ts';
import { people, read, type Answer } from './intake.ts';
import { justice, outline } from './linked.ts';

export const renewal = (expiresOn: string) => ({ situation: '延续', expiresOn });

// The form says whose name stands on the licence.
const operator = { ...demoForm.properties.operator, 'x-same-as': 'company.name' };
const form = { ...demoForm, properties: { ...demoForm.properties, operator } };
const shows = ['operator'];

/** Intake with a licence that is granted for ten days, and what companies do to get and to keep it. */
export async function licences(licenceType: string | null = null) {
  const table = fakeTable();
  const world = cases.intakeOver(table);
  const [health, result] = [{ department: 'health' }, { ...itemOf().result, licenceType, validity: '10d', shows }];
  const items = [
    itemOf({ key: 'licence', form, renewBefore: 1, situations: ['新办', '变更', '延续', '注销'], result }),
    itemOf({ key: 'first-only' }),
    itemOf({ key: 'far', ...health, situations: ['新办', '延续'] }),
    itemOf({ key: 'far-first-only', ...health }),
    itemOf({ key: 'renewals-only', ...health, situations: ['延续'] }),
  ];
  const departments = [...cases.publication.departments, justice];
  await cases.publish(world, { ...cases.publication, departments, items });

  const begin = (rest: object = {}, actor = people.company): Promise<Answer> => {
    const body = { itemKey: 'licence', form: cases.goodForm, channel: 'online', ...rest };
    return world.send({ method: 'POST', path: '/intake/applications', actor, headers: cases.freshKey(), body });
  };
  async function submitted(rest: object = {}, actor = people.company): Promise<string> {
    const { id } = (await begin(rest, actor)).body;
    expect(outline(await world.send(cases.submit(id, { actor })))).toBe('200 submitted');
    return id;
  }
  async function accepted(rest: object = {}, body: object = {}, actor = people.company): Promise<string> {
    const id = await submitted(rest, actor);
    expect(outline(await world.send(cases.accept(id, { actor: people.clerk, body })))).toBe('200 accepted');
    return id;
  }
  async function granted(rest: object = {}, actor = people.company): Promise<string> {
    const id = await accepted(rest, {}, actor);
    expect(outline(await world.send(cases.decide(id, 3)))).toBe('200 decided');
    return id;
  }
  const shown = async (id: string) => (await world.send(read(id))).body;
  return { table, world, begin, submitted, accepted, granted, shown };
}
