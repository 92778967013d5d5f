import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { applicantActor } from '../../test/support/actors.ts';
import { fileOf, openLibrary } from '../../test/support/library.ts';
import { fc } from '../../test/support/property.ts';
import { maxFile, maxSinglePut } from './domain/material/media.ts';
import { missingParts, partsOf, partSize, sizeOfPart } from './domain/material/parts.ts';

// Larger than one PUT takes, and quick to make: a drawing is told by its first bytes alone.
const drawing = Buffer.alloc(maxSinglePut + 1);
drawing.write('AC1032');
const declared = fileOf(drawing, 'image/vnd.dwg');
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const part = (n: number) => drawing.subarray((n - 1) * partSize, n * partSize);
const all = [1, 2, 3, 4];

let world: ReturnType<typeof openLibrary>;
let id: string;
const call = (method: string, name: string, more: object = {}) =>
  world.send(method, `/materials/${id}/versions/1/${name}`, more);
const address = (...ns: number[]) =>
  call('POST', 'parts', { body: { parts: ns.map((n) => ({ n, sha256: hash(part(n)) })) } });
/** Parts go to the bucket, past us. */
const come = (...ns: number[]) => {
  const [upload] = world.files.uploads.values();
  for (const n of ns) upload?.set(n, part(n));
};

beforeEach(async () => {
  world = openLibrary();
  const { body } = await world.send('POST', '/materials', { body: { type: 'drawings', ...declared } });
  expect(body.upload).toEqual({ method: 'PUT-PARTS', partSize, parts: 4 });
  id = body.id;
});

test('a large file comes in parts, goes on where it broke off, and is checked as a whole', async () => {
  const { body } = await address(1, 2);
  expect(body.parts).toMatchObject([{ n: 1, method: 'PUT' }, { n: 2 }]);
  come(2, 1);
  expect((await call('GET', 'parts')).body).toMatchObject({
    parts: [{ n: 1, size: partSize }, { n: 2 }],
    missing: [3, 4],
  });
  expect((await call('POST', 'complete', { body: {} })).body).toMatchObject({
    code: 'parts-missing',
    errors: [{ pointer: '/parts/3' }, { pointer: '/parts/4' }],
  });
  come(3, 4);
  expect((await call('POST', 'complete', { body: {} })).status).toBe(200);
  await world.receive(id, 1, drawing);
  expect(await world.stateOf(id)).toMatchObject({ status: 'available' });
  expect((await call('POST', 'complete', { body: {} })).body.status).toBe('available');
});

test('said twice that all has come, it is joined once', async () => {
  come(...all);
  const replies = await Promise.all([call('POST', 'complete', { body: {} }), call('POST', 'complete', { body: {} })]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect([...world.files.kept.keys()]).toEqual([`quarantine/${id}/1`]);
});

test('parts that are right one by one are refused where the whole is not what was declared', async () => {
  const other = Buffer.from(drawing);
  other[maxSinglePut] = 1;
  await world.receive(id, 1, other);
  expect(await world.stateOf(id)).toMatchObject({ status: 'refused', refusedFor: 'wrong-hash' });
});

test('an upload that its owner gives up leaves nothing in the bucket', async () => {
  come(1);
  expect((await call('POST', 'give-up', { body: {} })).status).toBe(200);
  expect(world.files.uploads.size).toBe(0);
});

test.each([
  [
    'a part that the file has not',
    () => call('POST', 'parts', { body: { parts: [{ n: 5, sha256: hash(part(1)) }] } }),
    400,
  ],
  ['a part of no hash', () => call('POST', 'parts', { body: { parts: [{ n: 1, sha256: 'x' }] } }), 400],
  ['a stranger', () => call('GET', 'parts', { actor: applicantActor('stranger') }), 404],
  [
    'a stranger who says it is complete',
    () => call('POST', 'complete', { body: {}, actor: applicantActor('stranger') }),
    404,
  ],
])('%s: %i', async (_, send, status) => {
  expect((await send()).status).toBe(status);
});

test('a file that comes at once has no parts, and one beyond all bounds is not taken', async () => {
  const small = await world.declare(Buffer.from('%PDF-1.7'));
  const reply = await world.send('POST', `/materials/${small.id}/versions/1/complete`, { body: {} });
  expect([reply.status, reply.body.code]).toEqual([409, 'wrong-version-state']);
  const tooLarge = { body: { type: 'drawings', ...declared, size: maxFile + 1 } };
  expect((await world.send('POST', '/materials', tooLarge)).body.code).toBe('file-too-large');
});

test('whatever its size, the parts of a file are its bytes, each of a size that the bucket takes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: maxFile }), fc.nat(40), (size, n) => {
      const sizes = Array.from({ length: partsOf(size) }, (_, index) => sizeOfPart(index + 1, size));
      expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(size);
      expect(sizes.slice(0, -1).every((one) => one === partSize) && (sizes.at(-1) ?? 0) > 0).toBe(true);
      expect(sizeOfPart(sizes.length + 1 + n, size)).toBe(0);
      const whole = sizes.map((one, index) => ({ n: index + 1, size: one }));
      expect(missingParts(whole, size)).toEqual([]);
      const left = whole.filter((one) => one.n !== (n % sizes.length) + 1);
      expect(missingParts(left, size)).toEqual([(n % sizes.length) + 1]);
    }),
  );
});
