import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import type { Envelope } from '#events/event';
import type { Actor } from '#shared/actor';
import { fakeTable } from '#shared/table.fake';
import { itemOf } from '../../services/intake/cases.fake.ts';
import { envelopeOf, uuid } from './facts.ts';
import { toldFees } from './fees.ts';
import { act, freshKey, goodForm, intakeOver, people, publication, publish, submit } from './intake.ts';

const line = {
  must: 'must',
  restsOn: 'item',
  source: 'applicant',
  about: 'party',
  sharedResource: null,
  originals: 1,
  copies: 1,
} as const;
const materials = [
  { ...line, type: 'articles', name: '章程' },
  { ...line, type: 'lease', name: '租赁合同', must: 'deferrable' as const },
  { ...line, type: 'licence', name: '营业执照', sharedResource: 'legal-entity', source: 'government' as const },
  { ...line, type: 'closure', name: '注销说明', situations: ['注销' as const] },
];
const item = itemOf({
  materials,
  situations: ['新办', '注销'],
  baseline: { steps: 3, materials: 5, visits: 2, days: 20, unit: 'working-day' },
});
const other = itemOf({ key: 'health-item', department: 'health', materials: materials.slice(0, 1) });

/** A document of the company's, by a number that a test can read. */
export const given = (requirement: string, n = 1, version = 1) => ({ requirement, materialId: uuid(n, 5), version });
type Answer = ReturnType<typeof given> & { state: string; why?: string; sha256?: string; left?: string };
export const confirmed = (requirement: string, n = 1, version = 1): Answer => ({
  ...given(requirement, n, version),
  state: 'confirmed',
});
export const refused = (requirement: string, n: number, why: string): Answer => ({
  ...given(requirement, n),
  state: 'refused',
  why,
});

/** What the city's library tells Gulou of a case. */
export const answer = (id: string, sequence: number, ...requirements: Answer[]): Envelope =>
  envelopeOf({
    id: randomUUID(),
    type: CaseMaterialsChangedV1.type,
    subject: id,
    sequence,
    district: 'fuzhou',
    toDistrict: 'gulou',
    data: { caseId: id, requirements },
  });

/** What the city's library tells of a line that the office gets itself. */
export const fetched = (id: string, sequence: number, said: { state: string; [more: string]: unknown }): Envelope => {
  const { data, ...event } = answer(id, sequence, confirmed('articles'));
  const line = { requirement: 'licence', resource: 'legal-entity', ...said };
  return { ...event, data: { ...data, shared: [line] } };
};

interface Count {
  originals: number;
  copies: number;
  actor?: Actor;
}

/** Intake with an item that asks for articles and a lease, and for a licence that is shared. */
export async function openMaterials() {
  const table = fakeTable();
  const world = intakeOver(table);
  await publish(world, { ...publication, items: [item, other] });
  const begin = (named: object[], rest: object = {}) =>
    world.send({
      method: 'POST',
      path: '/intake/applications',
      actor: people.company,
      headers: freshKey(),
      body: { itemKey: item.key, form: goodForm, channel: 'online', materials: named, ...rest },
    });
  const list = async (id: string) =>
    (await world.send({ path: `/intake/applications/${id}/materials`, actor: people.company })).body;
  return {
    table,
    world,
    begin,
    list,
    async handedIn(...named: object[]): Promise<string> {
      const { id } = (await begin(named)).body;
      expect((await world.send(submit(id))).status).toBe(200);
      return id;
    },
    give: (id: string, named: object[], { actor = people.company, ...rest }: { actor?: Actor; entry?: object } = {}) =>
      world.send(act(id, 'materials', { actor, body: { materials: named, ...rest } })),
    see: (id: string, requirement: string, { actor = people.clerk, ...body }: Count) =>
      world.send(act(id, `materials/${requirement}/see`, { actor, body })),
    statuses: async (id: string) =>
      Object.fromEntries(
        (await list(id)).requirements.map((one: Record<string, string>) => [one['requirement'], one['status']]),
      ),
    told: async (type: string) => (await world.facts()).filter((one) => one.type === type),
    hear: async (...facts: Envelope[]) => expect(await toldFees(world.deps, ...facts)).toBe(0),
  };
}
