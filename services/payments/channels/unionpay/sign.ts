import { createHash, sign, verify, X509Certificate } from 'node:crypto';
import type { Account, UnionpayKeys } from './keys.ts';

type Fields = Readonly<Record<string, string>>;

/** What is signed: the SHA-256, as hexadecimal text, of the fields by name, those without a value left out. */
function digestOf(fields: Fields): Buffer {
  const names = Object.keys(fields).filter((name) => name !== 'signature' && fields[name] !== '');
  const text = names
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
  return Buffer.from(createHash('sha256').update(text).digest('hex'));
}

/** The fields of a message of ours, signed (全渠道 5.1.0, RSA with SHA-256). */
export function signedFields({ merId, certId, privateKey }: Account, fields: Fields): Record<string, string> {
  const all = { version: '5.1.0', encoding: 'UTF-8', signMethod: '01', accessType: '0', merId, certId, ...fields };
  return { ...all, signature: sign('sha256', digestOf(all), privateKey).toString('base64') };
}

/** Whether a message is UnionPay's: signed by the certificate in it, which those that are pinned vouch for. */
export function isSigned(fields: Fields, { issuers, owner }: UnionpayKeys, now: Date): boolean {
  const certificate = certificateIn(fields['signPubKeyCert'] ?? '');
  if (!certificate || !isVouchedFor(certificate, issuers, now) || holderOf(certificate) !== owner) return false;
  const signature = Buffer.from(fields['signature'] ?? '', 'base64');
  return verify('sha256', digestOf(fields), certificate.publicKey, signature);
}

function certificateIn(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/** Whom UnionPay's certificates are for is the third part of their name: `041@…@中国银联股份有限公司@…`. The same house issues ours. */
function holderOf(certificate: X509Certificate): string | undefined {
  const name: unknown = certificate.toLegacyObject().subject.CN;
  return typeof name === 'string' ? name.split('@')[2] : undefined;
}

/** Whether the pinned certificates lead from this one to a root among them, each of them in force. */
function isVouchedFor(certificate: X509Certificate, pinned: readonly X509Certificate[], now: Date): boolean {
  if (!isInForce(certificate, now)) return false;
  const isIssuer = (one: X509Certificate) =>
    one.ca && certificate.checkIssued(one) && certificate.verify(one.publicKey);
  return pinned.some((one) => {
    if (!isIssuer(one)) return false;
    const isRoot = one.subject === one.issuer;
    const others = pinned.filter((other) => other !== one);
    return isRoot ? isInForce(one, now) : isVouchedFor(one, others, now);
  });
}

const isInForce = ({ validFromDate, validToDate }: X509Certificate, now: Date): boolean =>
  validFromDate <= now && now <= validToDate;
