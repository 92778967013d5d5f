import { createECDH, createHash, createPrivateKey, createPublicKey, hkdfSync, sign, type KeyObject } from 'node:crypto';
import { BitString, Boolean as Truth, Integer, Sequence, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';

/** Who is named by a certificate: 单位名称, and the place it belongs to. */
export interface Holder {
  name: string;
  place: string;
}

export interface Issuing {
  holder: Holder;
  key: KeyObject;
  /** Who vouches; absent where a certificate vouches for itself. */
  issuer?: { holder: Holder; key: KeyObject };
  /** Whether it may vouch for others itself; unless it is said, who vouches for himself may. */
  isIssuer?: boolean;
  from: Date;
  until: Date;
}

export const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
const oids = { country: '2.5.4.6', organisation: '2.5.4.10', commonName: '2.5.4.3' };

/** A P-256 key made from a secret text, always the same for the same name: nothing but the secret need be kept (RFC 5869). */
export function derivedKey(secret: string, name: string): KeyObject {
  const ecdh = createECDH('prime256v1');
  for (let n = 0; ; n += 1) {
    const scalar = Buffer.from(hkdfSync('sha256', secret, 'banshi-seal', `${name}#${n}`, 32));
    // One in 2^32 such numbers is no key of the curve: then the next is taken.
    if (!isScalar(scalar)) continue;
    ecdh.setPrivateKey(scalar);
    const point = ecdh.getPublicKey();
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    return createPrivateKey({
      key: { kty: 'EC', crv: 'P-256', d: scalar.toString('base64url'), x, y },
      format: 'jwk',
    });
  }
}

/** Order of the curve's group. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function isScalar(bytes: Buffer): boolean {
  const value = BigInt(`0x${bytes.toString('hex')}`);
  return value > 0n && value < order;
}

/** A certificate (X.509 v3, ECDSA with SHA-256) as DER; its serial follows from what it says. */
export function issueCertificate({ holder, key, issuer, isIssuer, from, until }: Issuing): Buffer {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: bufferOf(serialOf(spki, holder, from)) }),
    signature: algorithm(),
    issuer: nameOf(issuer?.holder ?? holder),
    notBefore: new Time({ value: from }),
    notAfter: new Time({ value: until }),
    subject: nameOf(holder),
    subjectPublicKeyInfo: PublicKeyInfo.fromBER(bufferOf(spki)),
    extensions: extensionsOf(isIssuer ?? issuer === undefined),
    signatureAlgorithm: algorithm(),
  });
  const content = Buffer.from(certificate.encodeTBS().toBER());
  certificate.tbsView = content;
  certificate.signatureValue = new BitString({ valueHex: bufferOf(sign('sha256', content, issuer?.key ?? key)) });
  return Buffer.from(certificate.toSchema().toBER());
}

export const algorithm = () => new AlgorithmIdentifier({ algorithmId: ecdsaWithSha256 });

function serialOf(spki: Buffer, { name, place }: Holder, from: Date): Buffer {
  const digest = createHash('sha256').update(spki).update(`${name}|${place}|${from.toISOString()}`).digest();
  // 16 bytes, positive and without a leading zero (RFC 5280, 4.1.2.2).
  return Buffer.from([0x40 | ((digest[0] ?? 0) & 0x3f), ...digest.subarray(1, 16)]);
}

function nameOf({ name, place }: Holder): RelativeDistinguishedNames {
  const entries: [string, string][] = [
    [oids.country, 'CN'],
    [oids.organisation, place],
    [oids.commonName, name],
  ];
  return new RelativeDistinguishedNames({
    typesAndValues: entries.map(
      ([type, value]) => new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }),
    ),
  });
}

/** What an issuer's and a holder's key may be used for (RFC 5280, 4.2.1). */
function extensionsOf(isIssuer: boolean): Extension[] {
  const constraints = new Sequence({ value: isIssuer ? [new Truth({ value: true })] : [] });
  // keyCertSign and cRLSign, or digitalSignature and nonRepudiation.
  const usage = new BitString({
    valueHex: bufferOf(Buffer.from([isIssuer ? 0x06 : 0xc0])),
    unusedBits: isIssuer ? 1 : 6,
  });
  return [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toBER() }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER() }),
  ];
}

/** The same bytes as an `ArrayBuffer` of their own, as the ASN.1 classes take them. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
