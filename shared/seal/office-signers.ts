import { createHash, createPrivateKey, createPublicKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import { derivedKey, issueCertificate } from '#shared/certificate';
import type { Signer } from '#shared/cms';
import { once } from '#shared/once';
import type { Label } from '../paper/sheet.ts';
import type { SealStore } from './seal-store.ts';

/** An office that seals: its department, and what it is called in full. */
export interface Office {
  key: string;
  name: Label;
}
export type SignerFor = (office: Office) => Promise<Signer>;

interface Means {
  /** Text of the secret: keys of the offices as a certification service gave them (JSON), or any text to derive keys from. */
  secret: () => Promise<string>;
  seals: SealStore;
  place: string;
  now: () => Date;
}

const pem = once(() => z.string().min(1));
const imported = once(() => z.object({ offices: z.record(z.string(), z.object({ key: pem(), certificates: pem() })) }));

/**
 * Who signs for an office, from one secret. Where a certification service has given keys and certificates, those and no
 * other; else the set vouches for its offices itself, as it does on a laptop, and nothing need be brought.
 */
export function officeSigners(means: Means): SignerFor {
  const held = new Map<string, { signer: Signer; until: Date }>();
  return async (office) => {
    const known = held.get(office.key);
    if (known && means.now() < known.until) return known.signer;
    const text = await means.secret();
    const made = text.startsWith('{') ? broughtSigner(text, office) : await ownSigner(text, office, means);
    held.set(office.key, made);
    return made.signer;
  };
}

function broughtSigner(text: string, { key: department }: Office): { signer: Signer; until: Date } {
  const found = imported().parse(JSON.parse(text)).offices[department];
  if (!found) throw new Error(`the secret of the seals has no key of ${department}`);
  const certificates = found.certificates
    .split(/(?<=-----END CERTIFICATE-----)\s*/)
    .filter(Boolean)
    .map((one) => new X509Certificate(one));
  const key = createPrivateKey(found.key);
  const [own] = certificates;
  if (!own?.checkPrivateKey(key)) throw new Error(`the certificate of ${department} is not that of its key`);
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('a seal needs a key of the curve P-256');
  return {
    signer: signerBy(
      key,
      certificates.map(({ raw }) => raw),
    ),
    until: new Date(own.validTo),
  };
}

const years = 10;

async function ownSigner(secret: string, office: Office, means: Means): Promise<{ signer: Signer; until: Date }> {
  const { seals, now } = means;
  const key = derivedKey(secret, `office:${office.key}`);
  const from = new Date(`${now().toISOString().slice(0, 10)}T00:00:00Z`);
  const period = (one: number) => `${keyIdOf(key)}#${one}`;
  // The certificates of a key follow one another; the newest that has not run out is in use.
  for (let n = 0; ; n += 1) {
    const found = (await seals.get(office.key, period(n))) ?? (await seals.keep(office.key, period(n), issue(from)));
    if (now() < found.until) return { signer: signerBy(key, found.certificates), until: found.until };
  }

  function issue(since: Date) {
    const until = new Date(since);
    until.setUTCFullYear(since.getUTCFullYear() + years);
    const issuer = {
      holder: { name: `${means.place}电子印章签发`, place: means.place },
      key: derivedKey(secret, 'issuer'),
    };
    const own = issueCertificate({
      holder: { name: office.name.zh, place: means.place },
      key,
      issuer,
      from: since,
      until,
    });
    const root = issueCertificate({ ...issuer, from: since, until });
    return { certificates: [own, root].map((one) => new Uint8Array(one)), until };
  }
}

const signerBy = (key: KeyObject, certificates: readonly Uint8Array[]): Signer => ({
  certificates,
  sign: async (content) => sign('sha256', content, key),
});

function keyIdOf(key: KeyObject): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64url').slice(0, 22);
}
