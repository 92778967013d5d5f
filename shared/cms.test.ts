import { createHash, verify, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { derAt, derIn } from '../test/support/der.ts';
import { fc } from '../test/support/property.ts';
import { signerFor } from '../test/support/seals.ts';
import { signDetached, signerOf } from './cms.ts';

const signer = signerFor('鼓楼区市场监督管理局');
const content = Buffer.from('受理通知书');
const cms = await signDetached(content, signer);

/** SignerInfo and certificates of the message, found by a reader that has nothing to do with the one that wrote it. */
function parts() {
  const signed = derIn(derAt(cms, 0, 1, 0).content);
  const certificates = derIn(signed.find(({ tag }) => tag === 0xa0)!.content).map(({ whole }) => whole);
  const [info] = derIn(signed.at(-1)!.content);
  return { certificates, info: derIn(info!.content) };
}

test('a signature holds by the rules of CMS alone, read and checked by other means', () => {
  const { certificates, info } = parts();
  const attributes = info.find(({ tag }) => tag === 0xa0)!;
  const values = derIn(attributes.content).map(({ content: one }) => derIn(one));
  const valueOf = (oid: string) => values.find(([type]) => type!.content.toString('hex') === oid)![1]!;

  const digest = derAt(valueOf('2a864886f70d010904').content, 0).content;
  expect(digest).toEqual(createHash('sha256').update(content).digest());
  const certificateHash = derAt(valueOf('2a864886f70d010910022f').content, 0, 0, 0, 0).content;
  expect(certificateHash).toEqual(createHash('sha256').update(certificates[0]!).digest());

  const asSet = Buffer.from(attributes.whole);
  asSet[0] = 0x31;
  const { publicKey } = new X509Certificate(certificates[0]!);
  expect(verify('sha256', asSet, publicKey, info.at(-1)!.content)).toBe(true);
});

test('it carries the certificates of who signs and of who vouches for him, and no time of its own', () => {
  const { certificates } = parts();
  expect(certificates).toEqual(signer.certificates);
  expect(cms.includes(Buffer.from('2a864886f70d010905', 'hex'))).toBe(false);
});

test('who signed is found where the signature holds', () => {
  expect(signerOf(content, cms)?.subject).toContain('CN=鼓楼区市场监督管理局');
});

test('property: of a content with one byte altered nobody has signed', () => {
  fc.assert(
    fc.property(fc.nat(content.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const altered = Buffer.from(content);
      altered[at]! ^= by;
      expect(signerOf(altered, cms)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test('nor is it a signature of somebody else: not with his certificate, not with bytes that are none', async () => {
  const other = signerFor('别的机关');
  const mixed = await signDetached(content, { ...signer, certificates: other.certificates });
  expect(signerOf(content, mixed)).toBeUndefined();
  for (const none of ['', '00', '3000', '30820400', 'ffffffff'])
    expect(signerOf(content, Buffer.from(none, 'hex'))).toBeUndefined();
  expect(signerOf(content, cms.subarray(0, -1))).toBeUndefined();
});

test('without a certificate nobody signs', async () => {
  await expect(signDetached(content, { ...signer, certificates: [] })).rejects.toThrow('certificate');
});
