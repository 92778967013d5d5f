import { beforeAll, expect, test } from 'vitest';
import type { Item } from './domain/catalogue/item.ts';
import { schemaFaults } from '#shared/json-schema-faults';
import { fakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { cityItems, cityParts } from '../../test/support/city-items.ts';
import { partOf } from '../../test/support/edition-part.ts';
import { foodForm } from '../../test/support/form.ts';
import { partyIdOf } from '#shared/party';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';

// Known by the code that its form states.
const partyId = partyIdOf(cases.cityKey, { kind: 'uscc', number: foodForm.uscc });
const company = applicantActor('company', { kind: 'organisation', partyId });
const items = cityItems(2000);
const parts = cityParts(items);
const editor = staffActor('catalogue-editor');
const publisher = staffActor('catalogue-publisher');

/** The items are copies of sixty: each of their forms is looked at once. */
function readFormsOnce({ deps }: IntakeWorld): IntakeWorld['deps']['forms'] {
  const known = new Map<string, ReturnType<typeof schemaFaults>>();
  const faultFinder = async () => (schema: NonNullable<Item['form']>) => {
    const text = JSON.stringify(schema);
    const found = known.get(text) ?? schemaFaults(schema);
    known.set(text, found);
    return found;
  };
  return Object.assign(deps.forms, { faultFinder });
}

let world: IntakeWorld;
const table = fakeTable();
const post = (path: string, body: object = {}, actor = editor) =>
  world.send({ method: 'POST', path: `/intake/catalogue${path}`, actor, headers: cases.freshKey(), body });
const put = async (id: string, part: number, body: object = {}) => {
  const { version } = (await world.send({ path: `/intake/catalogue/editions/${id}`, actor: editor })).body;
  return world.send(partOf({ id, part, version }, body));
};
const faults = ({ status, body }: cases.Answer) => [
  status,
  body.errors?.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`),
];
const search = async (q: string) =>
  (await world.send({ path: '/intake/public/items', query: { q, limit: '3' } })).body.items.map(({ key }: Item) => key);
const exported = (part: number) =>
  world.send({ path: '/intake/catalogue', actor: editor, query: { part: String(part) } });

beforeAll(() => {
  world = cases.intakeOver(table);
  readFormsOnce(world);
});

test('a catalogue of 2,000 items comes in parts, is refused whole with every fault, and is published whole', async () => {
  const [last, wrong] = [parts.length, 30];
  const { id } = (await post('', parts[0])).body;
  const sent = parts.map(({ items: own = [], ...rest }, n) => {
    if (n + 1 !== wrong) return { ...rest, items: own };
    return { ...rest, items: [{ ...own[0]!, department: 'none' }, items[0]!, ...own.slice(2)] };
  });
  for (let n = 2; n < last; n += 1) {
    const { status } = await world.send(partOf({ id, part: n, version: n - 1 }, sent[n - 1]!));
    expect(status).toBe(200);
  }
  expect(faults(await post(`/editions/${id}/submit`))).toEqual([400, [`/parts/${last} part-missing`]]);
  const longer = { ...items[0]!, key: 'longer', promisedLimit: { ...items[0]!.legalLimit, n: 900 } };
  expect(faults(await put(id, last, { items: [longer] }))).toEqual([400, ['/items/0/promisedLimit promise-too-long']]);
  expect((await put(id, last, sent[last - 1])).status).toBe(200);

  const lost = parts[wrong - 1]!.items![1]!.key;
  const refused = await post(`/editions/${id}/submit`);
  expect(faults(refused)[1]).toEqual(
    expect.arrayContaining([
      `/parts/${wrong}/items/1/key duplicate`,
      `/parts/${wrong}/items/0/department unknown-department`,
    ]),
  );
  expect(await search(items[0]!.name)).toEqual([]);

  await put(id, wrong, parts[wrong - 1]);
  expect((await post(`/editions/${id}/submit`)).status).toBe(200);
  expect((await post(`/editions/${id}/publish`, {}, publisher)).body).toMatchObject({ items: 2000, changed: 2000 });
  const shown = await world.send({ path: `/intake/public/items/${lost}` });
  expect(shown.body).toMatchObject({ ...items.find(({ key }) => key === lost), version: 1 });
});

test('whatever it is called, an item is among the first three', async () => {
  for (const { key, name } of items.filter((_, n) => n % 211 === 0)) expect(await search(name)).toContain(key);
  expect(await search('开饭店')).toContain('food-business-licence');
  expect(await search('spjy')).toContain('food-business-licence');
});

test('a case stays on the version with which it began, whatever comes after', async () => {
  const itemKey = 'food-business-licence-7';
  const body = { itemKey, form: foodForm, channel: 'online' };
  const path = '/intake/applications';
  const begun = await world.send({ method: 'POST', path, actor: company, headers: cases.freshKey(), body });
  const item = items.find(({ key }) => key === itemKey)!;
  const published = await cases.publishParts(world, [{ items: [{ ...item, nameEn: 'Food' }] }]);
  expect(published.body).toMatchObject({ items: 2000, changed: 1 });
  for (const through of [world, cases.intakeOver(table)]) {
    expect((await through.send({ path: `/intake/public/items/${itemKey}` })).body).toMatchObject({ version: 2 });
  }
  expect((await world.send(cases.submit(begun.body.id, { actor: company }))).body.status).toBe('submitted');
  const facts = (await world.facts()).filter(({ subject }) => subject === begun.body.id);
  expect(facts).toMatchObject([{ data: { itemKey, version: 1 } }]);
});

test('what is exported, part by part, is what it was made from: taken in again it changes nothing', async () => {
  const bodies: { items: Item[] }[] = [];
  for (let more = true; more;) {
    const { body, headers } = await exported(bodies.length + 1);
    bodies.push(body);
    more = headers['Link'] !== undefined;
  }
  expect(bodies.flatMap((body) => body.items.map(({ key }) => key))).toEqual(items.map(({ key }) => key));
  const again = await cases.publishParts(world, bodies);
  expect(again.body).toMatchObject({ items: 2000, changed: 0, withdrawn: 0 });
});
