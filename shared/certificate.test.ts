import { X509Certificate, createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { derivedKey, issueCertificate } from './certificate.ts';

const from = new Date('2026-08-01T00:00:00Z');
const until = new Date('2036-08-01T00:00:00Z');
const issuer = { holder: { name: '鼓楼区电子印章签发', place: '鼓楼区' }, key: derivedKey('secret', 'issuer') };
const office = { holder: { name: '鼓楼区市场监督管理局', place: '鼓楼区' }, key: derivedKey('secret', 'office') };
const publicOf = (secret: string, name: string) =>
  createPublicKey(derivedKey(secret, name)).export({ type: 'spki', format: 'pem' });

test('a key follows from its secret and its name alone', () => {
  expect(publicOf('secret', 'office')).toBe(publicOf('secret', 'office'));
  expect(publicOf('secret', 'office')).not.toBe(publicOf('secret', 'other'));
  expect(publicOf('secret', 'office')).not.toBe(publicOf('secre', 'toffice'));
});

test('a certificate names its holder, is vouched for by its issuer, and holds for its time', () => {
  const root = new X509Certificate(issueCertificate({ ...issuer, from, until }));
  const own = new X509Certificate(issueCertificate({ ...office, issuer, from, until }));
  expect(root.verify(root.publicKey)).toBe(true);
  expect(own.verify(root.publicKey)).toBe(true);
  expect(own.verify(own.publicKey)).toBe(false);
  expect(own.checkIssued(root)).toBe(true);
  expect([root.ca, own.ca]).toEqual([true, false]);
  expect(own.subject).toContain('CN=鼓楼区市场监督管理局');
  expect([new Date(own.validFrom), new Date(own.validTo)]).toEqual([from, until]);
  expect(own.checkPrivateKey(office.key)).toBe(true);
});

const numberFrom = (day: Date) =>
  new X509Certificate(issueCertificate({ ...office, issuer, from: day, until })).serialNumber;

test('two certificates of one issuer have two numbers', () => {
  expect(numberFrom(from)).not.toBe(numberFrom(new Date('2027-08-01T00:00:00Z')));
  expect(numberFrom(from)).toMatch(/^[4-7][0-9A-F]{31}$/);
});
