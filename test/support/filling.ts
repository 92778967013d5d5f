import { expect } from 'vitest';
import type { Envelope } from '#events/event';
import { fakeTable } from '#shared/table.fake';
import { itemOf } from '../../services/intake/cases.fake.ts';
import type { Answer } from '../../services/materials/exchange/exchange.ts';
import { applicantActor } from './actors.ts';
import { toldFees } from './fees.ts';
import * as cases from './intake.ts';
import type { IntakeWorld } from './intake.ts';
import { openLibrary } from './library.ts';
import { outline } from './linked.ts';

/** Brings what forms ask for to the library, and to their sets what it answers: each fact once. */
export function fillingBetween(library: ReturnType<typeof openLibrary>, ...worlds: readonly IntakeWorld[]) {
  const done = new Set<string>();
  const fresh = (facts: readonly Envelope[], type: string) => {
    const found = facts.filter((one) => one.type === type && !done.has(one.id));
    for (const { id } of found) done.add(id);
    return found;
  };
  /** What the library has told; nobody but the set that it names takes it. */
  async function hear(): Promise<Envelope[]> {
    const told = fresh(library.facts('materials.prefill-known.v1'), 'materials.prefill-known.v1');
    for (const world of worlds) {
      for (const [ref, file] of library.handedOut.files) await world.handOver.put(ref, file);
      expect(await toldFees(world.deps, ...told)).toBe(0);
    }
    return told;
  }
  async function ask(): Promise<Envelope[]> {
    const all = await Promise.all(worlds.map((world) => world.facts()));
    const due = fresh(all.flat(), 'intake.prefill-due.v1');
    if (due.length > 0) await library.fetch(...due);
    return due;
  }
  return { ask, hear, settle: async () => ({ asked: await ask(), told: await hear() }) };
}

const known = (source: string, rules: object) => ({ ...rules, 'x-source': source });
const form = {
  type: 'object',
  additionalProperties: false,
  properties: {
    name: known('party', { type: 'string', 'x-same-as': 'person.name', 'x-mask': 'name' }),
    sex: known('shared:population/sex', {
      type: 'string',
      enum: ['male', 'female'],
      'x-labels': { male: '男', female: '女' },
      'x-labels-en': { male: 'M', female: 'F' },
    }),
    born: known('shared:population/birth-date', { type: 'string' }),
    area: known('shared:real-estate/area', { type: 'number' }),
    mortgaged: known('shared:real-estate/mortgaged', { type: 'boolean' }),
    tax: known('shared:tax/annual-tax', { type: 'string' }),
    note: { type: 'string' },
  },
};
const person: Answer = { outcome: 'find', fields: { name: '段正淳', sex: '男', 'birth-date': '1990-01-01' } };
const house: Answer = { outcome: 'find', fields: { area: '89.50', mortgaged: '否' } };
export const citizen = applicantActor('citizen');

/** Gulou with items whose forms registers fill in, and the library that asks those. */
export async function openForms() {
  const [world, library] = [cases.intakeOver(fakeTable()), openLibrary()];
  library.registers.answers.set('population', person).set('real-estate', house);
  const second = { ...form, properties: { born: form.properties.born, sex: form.properties.sex } };
  const items = [
    itemOf({ key: 'register', audience: ['1'], form }),
    itemOf({ key: 'second', audience: ['1'], form: second }),
  ];
  const parts = [
    { item: 'register', needs: [] },
    { item: 'second', needs: [] },
  ];
  const both = { key: 'both', name: '一件事', nameEn: 'Both', questions: [], parts };
  expect(outline(await cases.publish(world, { ...cases.publication, items, bundles: [both] }))).toMatch(/^200/);
  return { world, library, filling: fillingBetween(library, world) };
}
