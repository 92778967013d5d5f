import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { readSeed, readSeedChunks } from '../../localstack/seed-files.ts';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';

const part = async (n: number, of: cases.IntakeWorld) =>
  of.send({ path: '/intake/catalogue', actor: staffActor('catalogue-editor'), query: { part: String(n) } });

/** What a set offers, whichever of its catalogues it was published with. */
const byKey = (offer: { items: readonly { key: string }[] } | undefined) =>
  new Map(offer?.items.map((item) => [item.key, { ...item, since: 0 }]));

test('export gives what import takes: taken in again it changes nothing', async () => {
  const world = cases.intakeOver(fakeTable());
  await cases.publish(world);
  const { body, headers } = await part(1, world);
  expect(headers['Link']).toBeUndefined();
  expect(body).toEqual({ ...cases.publication, bundles: [], withdraw: [], whole: true });
  expect((await cases.publish(world, body)).body).toMatchObject({ changed: 0, withdrawn: 0 });
  expect((await cases.publish(cases.intakeOver(fakeTable()), body)).body).toMatchObject({ changed: 3, items: 3 });
});

test('the export of the demonstration catalogue comes in parts, from which another set makes the same', async () => {
  const world = cases.intakeOver(fakeTable());
  for (const chunk of readSeedChunks())
    expect((await cases.publish(world, { ...chunk, whole: false })).body).toMatchObject({ status: 'published' });
  const parts: object[] = [];
  for (let more = true; more;) {
    const { body, headers } = await part(parts.length + 1, world);
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(256 * 1024);
    parts.push(body);
    more = headers['Link'] !== undefined;
    if (more) expect(headers['Link']).toBe(`<catalogue?part=${parts.length + 1}>; rel="next"`);
  }
  expect(parts[0]).toMatchObject({ whole: true, parts: parts.length });
  expect(parts.length).toBeGreaterThan(1);

  const other = cases.intakeOver(fakeTable());
  expect((await cases.publishParts(other, parts)).body).toMatchObject({
    status: 'published',
    changed: 60,
    withdrawn: 0,
  });
  expect((await other.deps.catalogue.current())?.bundles).toEqual(readSeed().bundles);
  expect(byKey(await other.deps.catalogue.current())).toEqual(byKey(await world.deps.catalogue.current()));
  expect((await cases.publishParts(world, parts)).body).toMatchObject({ changed: 0, withdrawn: 0 });
});

test('before the first catalogue there is nothing to export', async () => {
  const { body } = await part(1, cases.intakeOver(fakeTable()));
  expect(body).toEqual({ departments: [], items: [], bundles: [], withdraw: [], whole: false });
});
