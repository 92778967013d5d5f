import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { derivedKey, issueCertificate } from '#shared/certificate';
import { signDetached, signerOf } from '#shared/cms';
import { fakeTable } from '#shared/table.fake';
import { sealStore } from './seal-store.ts';
import { officeSigners } from './office-signers.ts';

const office = { key: 'amr', name: { zh: '鼓楼区市场监督管理局', en: 'Gulou Market Regulation' } };
const content = Buffer.from('文书');
const clock = { now: new Date('2026-08-03T01:00:00Z') };

function signersOf(secret: string, table = fakeTable()) {
  const seals = sealStore(table);
  return officeSigners({ secret: async () => secret, seals, place: '鼓楼区', now: () => clock.now });
}
const certificateOf = (bytes: Uint8Array | undefined) => new X509Certificate(Buffer.from(bytes!));

test('an office signs under its own name, vouched for by its set', async () => {
  const signer = await signersOf('secret')(office);
  const [own, issuer] = signer.certificates.map((one) => certificateOf(one));
  expect(own!.subject).toContain('CN=鼓楼区市场监督管理局');
  expect(own!.checkIssued(issuer!)).toBe(true);
  expect(own!.verify(issuer!.publicKey)).toBe(true);
  expect(signerOf(content, await signDetached(content, signer))?.raw).toEqual(own!.raw);
});

test('every start and every copy of the function has the same certificate; another secret another', async () => {
  const table = fakeTable();
  const [first, second] = [await signersOf('secret', table)(office), await signersOf('secret', table)(office)];
  expect(second.certificates).toEqual(first.certificates);
  const [one, other] = await Promise.all([signersOf('s', table)(office), signersOf('s', table)(office)]);
  expect(other.certificates).toEqual(one.certificates);
  expect(one.certificates).not.toEqual(first.certificates);
  const health = await signersOf('secret', table)({ ...office, key: 'health' });
  expect(certificateOf(health.certificates[0]).publicKey.equals(certificateOf(first.certificates[0]).publicKey)).toBe(
    false,
  );
});

test('a certificate that has run out is followed by a new one of the same key', async () => {
  const signerFor = signersOf('secret');
  const first = await signerFor(office);
  clock.now = new Date('2036-09-01T01:00:00Z');
  const second = await signerFor(office);
  clock.now = new Date('2026-08-03T01:00:00Z');
  const [old, renewed] = [first, second].map(({ certificates: [own] }) => certificateOf(own));
  expect(new Date(renewed!.validTo) > new Date(old!.validTo)).toBe(true);
  expect(renewed!.publicKey.equals(old!.publicKey)).toBe(true);
});

const pemOf = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
const from = new Date('2026-01-01T00:00:00Z');
const until = new Date('2028-01-01T00:00:00Z');
const brought = (key = derivedKey('bought', 'amr'), certified = key) => {
  const own = issueCertificate({ holder: { name: '认证的机关', place: '鼓楼区' }, key: certified, from, until });
  const pem = key.export({ type: 'pkcs8', format: 'pem' });
  return JSON.stringify({ offices: { amr: { key: pem, certificates: pemOf(own) + pemOf(own) } } });
};

test('what a certification service has given is used, and nothing is made beside it', async () => {
  const signerFor = signersOf(brought());
  const signer = await signerFor(office);
  expect(signer.certificates).toHaveLength(2);
  expect(signerOf(content, await signDetached(content, signer))?.subject).toContain('认证的机关');
  await expect(signerFor({ ...office, key: 'health' })).rejects.toThrow('no key of health');
});

test('a certificate of another key, or a key of another kind, is refused', async () => {
  await expect(signersOf(brought(derivedKey('a', 'b'), derivedKey('c', 'd')))(office)).rejects.toThrow(
    'not that of its key',
  );
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' });
  await expect(
    signersOf(brought(createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))))(office),
  ).rejects.toThrow('P-256');
});
