// Looks into the logs, tables and queues of the local cloud.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { residentCheckCharacter, usccCheckCharacter } from '#shared/identity-number';
import { draft, etagOf, expectStatus, foodItem, nextOf, opined, pathOf } from '../support/cases.ts';
import { entryAt } from '../support/entries.ts';
import { foodForm } from '../support/form.ts';
import { lookInside, type Inside, type Row } from '../support/inside.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

const resident = (digits: string): string => digits + residentCheckCharacter(digits);

/** What must be found nowhere but in the form, each unmistakable. */
const seeds = {
  name: '欧阳示例壹',
  secondName: '司徒示例贰',
  contactName: '诸葛示例叁',
  number: resident('35019919770707001'),
  secondNumber: resident('35019919880808002'),
  ownNumber: resident('35019919660606003'),
  uscc: `91350199MA7654321${usccCheckCharacter('91350199MA7654321')}`,
  phone: '13998765432',
  address: '福州市鼓楼区无此路987号',
  premises: '福州市鼓楼区无此巷654号',
  mail: 'zhuge.nobody@example.com',
  operator: '示例无此人餐饮店',
};
const form = {
  ...foodForm,
  operatorName: seeds.operator,
  uscc: seeds.uscc,
  legalRepresentative: { name: seeds.name, documentNumber: seeds.number },
  registeredAddress: seeds.address,
  premises: { ...foodForm.premises, address: seeds.premises },
  safetyManagers: [{ name: seeds.secondName, documentNumber: seeds.secondNumber, kind: 'officer' }],
  contact: { name: seeds.contactName, phone: seeds.phone, mail: seeds.mail },
};

let journey: LocalJourney;
let inside: Inside;
beforeAll(async () => {
  journey = await startLocalJourney();
  inside = lookInside(journey.cloud);
  await runCase();
  await journey.cloud.settle();
});
afterAll(async () => {
  inside?.stop();
  await journey?.stop();
});

const cursors: string[] = [];
const document = { kind: 'resident-id', number: seeds.ownNumber };
const claims = { document, name: seeds.name, phone_number: seeds.phone, orgs: [seeds.uscc] };

/** A person's case with its detours, so that every value passes every place where it might stay. */
async function runCase(): Promise<void> {
  const own = { token: await journey.token('citizen', { claims }) };
  await goAstray(own);
  await handInAndDecide(own);
  await enterAtTheWindow(own);
  await journey.cloud.settle();
  const person = journey.hall.as('citizen');
  for (const [path, set] of [
    ['/intake/applications?mine=true&limit=1', 'gulou'],
    ['/intake/applications?mine=true&limit=1', 'fuzhou'],
    ['/notifications/inbox?limit=1', 'fuzhou'],
  ] as const)
    cursors.push(nextOf(await person.get(path, { ...own, set })) ?? '');
  await meetFaults(own);
}

type Own = { token: string };

/** Values where they do not belong: queries, paths, keys, broken bodies, tokens, headers. */
async function goAstray(own: Own): Promise<void> {
  const person = journey.hall.as('citizen');
  const query = `q=${encodeURIComponent(seeds.name)}`;
  await journey.hall.anyone.get(`/intake/public/items?${query}`);
  await person.get(`/intake/applications?mine=true&cursor=${encodeURIComponent(seeds.phone)}&${query}`, own);
  await person.get(pathOf(encodeURIComponent(seeds.name)), own);
  await person.post('/intake/applications', `{"itemKey":"${seeds.number}`, own);
  await person.post('/intake/applications', { itemKey: seeds.number, [seeds.name]: form }, own);
  await person.get('/intake/applications?mine=true', { token: `${own.token}${seeds.number}` });
  const headers = { 'X-Correlation-Id': encodeURIComponent(seeds.name), 'X-Name': seeds.phone };
  await person.get('/intake/applications?mine=true', { ...own, headers });
}

async function handInAndDecide(own: Own): Promise<void> {
  const { hall, cloud } = journey;
  const person = hall.as('citizen');
  const id = await draft(person, { form: { ...form, contact: { name: seeds.contactName, phone: '1' } } }, own);
  await person.post(`${pathOf(id)}/submit`, {}, own);
  await person.put(pathOf(id), { form }, { ...own, ifMatch: '"9"' });
  await expectStatus(person.put(pathOf(id), { form }, { ...own, ifMatch: '"1"' }), 200);
  cloud.faults.dynamodb.add({ kind: 'lost-reply', operation: 'TransactWriteItems', times: 1 });
  await expectStatus(person.post(`${pathOf(id)}/submit`, {}, own), 200);

  const approver = hall.as('approver-amr');
  await expectStatus(approver.get(`${pathOf(id)}?reason=${encodeURIComponent('核对经营者')}`), 200);
  await expectStatus(hall.as('clerk').post(`${pathOf(id)}/accept`, {}), 200);
  const reviewed = await opined(approver, id);
  const decision = { outcome: 'refused', opinion: '材料不全', reasons: '缺平面图' };
  await expectStatus(approver.post(`${pathOf(id)}/decide`, decision, { ifMatch: etagOf(reviewed) }), 200);
}

async function enterAtTheWindow(own: Own): Promise<void> {
  const { hall } = journey;
  const person = hall.as('citizen');
  const window = { channel: 'window', entry: entryAt.window, form, applicant: { kind: 'person', document } };
  const entered = await draft(hall.as('clerk'), window);
  await expectStatus(hall.as('clerk').post(`${pathOf(entered)}/submit`, {}), 200);
  await expectStatus(person.post(`${pathOf(entered)}/withdraw`, { reason: '不办了' }, own), 200);
  await draft(person, { applicant: { kind: 'organisation', uscc: seeds.uscc }, form }, own);
}

/** The database is down: what is logged of a fault may not quote what it was about. */
async function meetFaults(own: Own): Promise<void> {
  const { cloud, hall } = journey;
  const person = hall.as('citizen');
  const id = await draft(person, { form }, own);
  cloud.faults.dynamodb.add({ kind: 'server-error', times: 12 });
  await person.put(pathOf(id), { form }, { ...own, ifMatch: '"1"' });
  await person.post('/intake/applications', { itemKey: foodItem, form, channel: 'online' }, own);
  cloud.faults.dynamodb.clear();
}

/** The seeds that a text holds, however it writes them. */
function seedsIn(text: string): string[] {
  const forms = [text, text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))];
  return Object.entries(seeds)
    .filter(([, value]) => forms.some((one) => one.includes(value) || one.includes(encodeURIComponent(value))))
    .map(([name]) => name);
}

const stacks = ['gulou-intake', 'fuzhou-intake', 'jinan-intake', 'fuzhou-notifications'];
const rowsOf = async (): Promise<Row[]> => (await Promise.all(stacks.map((stack) => inside.rows(stack)))).flat();

test('the seeds are where they belong: in the form, and nowhere else in the tables', async () => {
  const rows = await rowsOf();
  const forms = rows.filter(({ sk }) => sk === 'FORM');
  expect(forms.length).toBeGreaterThanOrEqual(3);
  const written = Object.keys(seeds).filter((name) => name !== 'ownNumber');
  expect(new Set(seedsIn(JSON.stringify(forms)))).toEqual(new Set(written));
  const others = rows.filter(({ sk }) => sk !== 'FORM');
  expect(others.length).toBeGreaterThan(20);
  // What is published or pushed names an organisation.
  const astray = (row: Row) => seedsIn(JSON.stringify(row)).some((name) => name !== 'operator' || !row['holder']);
  expect(others.filter(astray)).toEqual([]);
});

test('no key of a table or an index holds one, not even in the form’s row', async () => {
  const keys = (await rowsOf()).flatMap((row) =>
    Object.entries(row).flatMap(([name, value]) => (/^[ps]k\d?$/.test(name) ? [String(value)] : [])),
  );
  expect(keys.length).toBeGreaterThan(60);
  expect(seedsIn(keys.join('\n'))).toEqual([]);
});

test('no line that a function printed holds one, and there are lines of every function that ran', () => {
  const { cloud } = journey;
  const lines = cloud.logs();
  const ran = Object.entries(cloud.counters().functions).filter(([, { invocations }]) => invocations > 0);
  const silent = ran.map(([name]) => name).filter((name) => !lines.some((line) => line.function === name));
  expect(silent.filter((name) => !name.includes('Site'))).toEqual([]);
  expect(lines.filter(({ text }) => text.includes('"Faults":1')).length).toBeGreaterThan(1);
  expect(lines.filter(({ text }) => seedsIn(text).length > 0)).toEqual([]);
  const files = readdirSync(join(journey.stateDirectory, 'logs'));
  const written = files.map((file) => readFileSync(join(journey.stateDirectory, 'logs', file), 'utf8'));
  expect(seedsIn(written.join('\n'))).toEqual([]);
});

test('no event, queue, dead letter or cursor holds one', async () => {
  const events = (await rowsOf()).filter(({ pk }) => String(pk).startsWith('OUT#'));
  expect(events.length).toBeGreaterThan(6);
  expect(seedsIn(JSON.stringify(events))).toEqual([]);

  const { cloud } = journey;
  const messages = Object.keys(cloud.counters().queues).flatMap((name) => cloud.queue(name).peek());
  expect(seedsIn(messages.join('\n'))).toEqual([]);

  expect(cursors.filter(Boolean).length).toBeGreaterThan(1);
  const opened = cursors.map((cursor) => Buffer.from(cursor, 'base64url').toString('utf8'));
  expect(seedsIn([...cursors, ...opened].join('\n'))).toEqual([]);
});

test('staff who gave no reason see none of them', async () => {
  const rows = await inside.rows('gulou-intake');
  const ids = rows
    .filter(({ pk, sk, state }) => String(pk).startsWith('CASE#') && sk === 'REC' && state !== 'draft')
    .map(({ id }) => String(id));
  expect(ids.length).toBeGreaterThan(1);
  for (const id of ids) {
    const answer = await expectStatus(journey.hall.as('approver-amr').get(pathOf(id)), 200);
    // The name of a business stands on its sign.
    expect(seedsIn(JSON.stringify(answer.body))).toEqual(['operator']);
  }
});
