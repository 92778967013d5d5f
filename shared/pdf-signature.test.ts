import { expect, test } from 'vitest';
import { fc } from '../test/support/property.ts';
import { signatureIn, signatureRoom, signPdf, unknownNumber } from './pdf-signature.ts';

const name = `/${unknownNumber}`;
const room = `<${'00'.repeat(signatureRoom)}>`;
const open = Buffer.from(`%PDF-1.7 before /ByteRange [0 ${name} ${name} ${name}] /Contents ${room} after %%EOF`);

test('everything but the room for the signature is signed', async () => {
  const seen: string[] = [];
  const signed = await signPdf(open, async (content) => {
    seen.push(content.toString());
    return Buffer.from('signature');
  });
  expect(signed).toHaveLength(open.length);
  const [content] = seen;
  expect(content).toMatch(/^%PDF-1.7 before \/ByteRange \[0 \d+ \d+ \d+ *\] \/Contents  after %%EOF$/);
  const found = signatureIn(signed);
  expect(found?.content.toString()).toBe(content);
  expect(found?.cms.subarray(0, 9).toString()).toBe('signature');
});

test('a PDF without room is not signed, nor one whose signature does not fit', async () => {
  await expect(signPdf(Buffer.from('%PDF-1.7'), async (content) => content)).rejects.toThrow('no room');
  await expect(signPdf(open, async () => Buffer.alloc(signatureRoom + 1))).rejects.toThrow('does not fit');
});

test.each([
  ['nothing', ''],
  ['no signature', '%PDF-1.7'],
  ['an open one', open.toString()],
  ['numbers that lead out of it', '/ByteRange [0 1 99999999 5]'],
])('in %s there is no signature', (_, text) => {
  expect(signatureIn(Buffer.from(text))).toBeUndefined();
});

test('property: what is added, before or after, is not under the signature', async () => {
  const signed = await signPdf(open, async () => Buffer.from('signature'));
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 30 }), fc.boolean(), (more, after) => {
      const longer = Buffer.concat(after ? [signed, more] : [more, signed]);
      expect(signatureIn(longer)).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});
