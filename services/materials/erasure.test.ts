import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { openLibrary } from '../../test/support/library.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { caseId, changed, submitted, used } from '../../test/support/using-cases.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const pdf = pdfOf('the articles of a company');
let world: ReturnType<typeof openLibrary>;
let id: string;
beforeEach(async () => {
  world = openLibrary();
  id = await world.atHand(pdf);
});

const erase = (of = id, n = 1) => world.send('POST', `/materials/${of}/versions/${n}/erase`, { body: {} });
const see = async () => (await world.send('GET', `/materials/${id}`)).status;
const read = () => world.send('POST', `/materials/${id}/versions/1/read`, { body: {} });
const rowsOf = () => world.deps.table.query({ partition: `MATERIAL#${id}`, prefix: 'REC' });
const files = () => [...world.files.kept.keys()];
const using = (rest: object) => {
  const fact = submitted([used('articles', id)]);
  return { ...fact, data: { ...fact.data, ...rest } };
};
const pass = async (day: string) => {
  world.clock.now = new Date(`${day}T17:00:00Z`);
  return passTimeHourly(world.deps)();
};

test('what nothing refers to goes at once: record, lists and file', async () => {
  expect((await erase()).body).toMatchObject({ status: 'erasing', actions: [] });
  expect([files(), (await rowsOf()).rows, await see(), (await read()).status]).toEqual([[], [], 404, 404]);
  expect((await world.send('GET', '/materials')).body.items).toEqual([]);
  expect((await erase()).status).toBe(404);
  expect((await world.declare(pdf)).status).toBe('awaiting-upload');
});

test('a file that another document of the owner is too stays for that one', async () => {
  const other = await world.declare(pdf, { type: 'shareholder-agreement' });
  await erase();
  expect(files()).toEqual([`clean/${id}/1`]);
  await erase(other.id);
  expect(files()).toEqual([]);
});

test('what a case rests on is hidden from its owner and read by the office; it goes when the last archive may go', async () => {
  await world.hear(using({ retention: '10-years' }));
  await erase();
  const hidden = [
    await see(),
    (await read()).status,
    (await world.send('GET', '/materials')).body.items,
    files().length,
  ];
  expect(hidden).toEqual([404, 404, [], 1]);
  const asked = { body: { reason: '核对经营范围' }, actor: staffActor('approver', { department: 'amr' }) };
  expect((await world.send('POST', `/materials/cases/${caseId}/requirements/articles/read`, asked)).status).toBe(200);

  // The clock runs every hour from the first day on.
  await pass('2026-08-03');
  await world.hear(changed(4, 'decided'));
  await pass('2026-10-01');
  expect(files().length).toBe(1);
  await pass('2036-08-01');
  expect(files().length).toBe(1);
  await pass('2036-08-05');
  expect([files(), (await rowsOf()).rows]).toEqual([[], []]);
});

test('what belongs to an archive that is kept for good stays for good', async () => {
  await world.hear(using({ retention: 'permanent' }), changed(4, 'decided'));
  await erase();
  expect(await see()).toBe(404);
  await pass('2026-08-03');
  expect(await pass('2037-08-05')).toEqual({ MaterialsPassedByTime: 0 });
  expect(files().length).toBe(1);
});

test('to others an erasure is a withdrawal: a case that rests on it hears that it is in force no more', async () => {
  await erase();
  expect(world.facts('materials.material-changed.v1').at(-1)?.data).toMatchObject({ state: 'withdrawn', version: 1 });
});

test('cut off after its file was given back, it is taken up by the clock, and the file goes', async () => {
  world.files.remove = () => Promise.reject(new Error('the bucket is gone'));
  expect((await erase()).status).toBe(500);
  expect([await see(), files().length]).toEqual([404, 1]);
  world.files.remove = async (key) => void world.files.kept.delete(key);
  expect(await pass('2026-08-03')).toEqual({ MaterialsPassedByTime: 1 });
  expect([files(), (await rowsOf()).rows]).toEqual([[], []]);
});

test('while it is given back, the same file declared once more is another file, which stays', async () => {
  const again: unknown[] = [];
  world.files.remove = async (key) => {
    again.push((await world.declare(pdf)).status);
    world.files.kept.delete(key);
  };
  await erase();
  expect([again, files()]).toEqual([['awaiting-upload'], []]);
});
