import { createHash, generateKeyPairSync, randomBytes, sign, verify, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { issueCertificate } from '#shared/certificate';
import { merchantNumbers, privatePem, rsaPair, type Pair } from './keys.ts';
import type { Spoilt } from './protocol.ts';

export const unionpayMerchants = merchantNumbers(898_350_100_000_001);

/** Whom UnionPay's certificates name. */
const own = '041@8350@中国银联股份有限公司@00000001';

export interface Signer {
  key: KeyObject;
  pem: string;
}

export interface UnionpayHouse {
  merchant: Pair;
  certId: string;
  signer: Signer;
  /** Somebody else whom the same house vouches for, and somebody who vouches for himself. */
  neighbour: Signer;
  stranger: Signer;
  /** The certificates that are pinned: of the house that issues UnionPay's, and of its root. */
  issuers: string[];
}

const pemOf = (der: Buffer): string => new X509Certificate(der).toString();

const ecKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** A root, a house that issues certificates, and what it issues; in force for ten years from the day before. */
function issuing(now: Date) {
  const [from, until] = [new Date(now.getTime() - 86_400_000), new Date(now.getTime() + 10 * 365 * 86_400_000)];
  const place = '模拟';
  const root = { holder: { name: 'CFCA ROOT（模拟）', place }, key: ecKey() };
  const house = { holder: { name: 'CFCA OCA（模拟）', place }, key: ecKey() };
  return {
    issuers: [
      pemOf(issueCertificate({ ...root, from, until })),
      pemOf(issueCertificate({ ...house, issuer: root, isIssuer: true, from, until })),
    ],
    issue: (name: string, key: KeyObject): Signer => {
      const der = issueCertificate({ holder: { name, place }, key, issuer: house, from, until });
      return { key, pem: pemOf(der) };
    },
  };
}

/** The keys of UnionPay and of the merchants there. */
export async function unionpayHouse(now: () => Date): Promise<UnionpayHouse> {
  const [merchant, signing, other] = await Promise.all([rsaPair(), rsaPair(), rsaPair()]);
  const { issuers, issue } = issuing(now());
  return {
    merchant,
    certId: BigInt(`0x${randomBytes(12).toString('hex')}`).toString(),
    signer: issue(own, signing.privateKey),
    neighbour: issue('041@8350@示例商户有限公司@00000002', other.privateKey),
    stranger: issuing(now()).issue(own, other.privateKey),
    issuers,
  };
}

/** What the functions read of them. */
export function unionpaySecret({ merchant, certId, issuers }: UnionpayHouse): string {
  const accounts = Object.values(unionpayMerchants).map((merId) => ({
    merId,
    certId,
    privateKey: privatePem(merchant),
  }));
  return JSON.stringify({ accounts, issuers });
}

const digestOf = (fields: Record<string, string>): Buffer => {
  const pairs = Object.entries(fields).filter(([name, value]) => name !== 'signature' && value !== '');
  const text = pairs.toSorted(([one], [other]) => (one < other ? -1 : 1)).map((pair) => pair.join('='));
  return Buffer.from(createHash('sha256').update(text.join('&')).digest('hex'));
};

/** Whether a merchant of ours has signed these fields. */
export function isMerchants(fields: Record<string, string>, { merchant, certId }: UnionpayHouse): boolean {
  const signature = Buffer.from(fields['signature'] ?? '', 'base64');
  const isKnown = Object.values(unionpayMerchants).includes(fields['merId'] ?? '') && fields['certId'] === certId;
  return isKnown && verify('sha256', digestOf(fields), merchant.publicKey, signature);
}

/** The fields of a message of UnionPay's, with its certificate and its signature; or of somebody who only says so. */
export function signedBy(fields: Record<string, string>, { key, pem }: Signer): Record<string, string> {
  const all = { ...fields, signMethod: '01', signPubKeyCert: pem };
  return { ...all, signature: sign('sha256', digestOf(all), key).toString('base64') };
}

export const signerOf = ({ signer, stranger }: UnionpayHouse, spoilt: Spoilt): Signer => (spoilt ? stranger : signer);
