import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { derivedKey, issueCertificate } from '#shared/certificate';
import type { Signer } from '#shared/cms';

const from = new Date('2026-08-01T00:00:00Z');
const until = new Date('2036-08-01T00:00:00Z');
const place = '鼓楼区';

/** An office that signs, with a key of the tests. */
export function signerFor(name: string, secret = 'a secret of the tests'): Signer {
  const issuer = { holder: { name: '电子印章签发', place }, key: derivedKey(secret, 'issuer') };
  const key = derivedKey(secret, name);
  const own = issueCertificate({ holder: { name, place }, key, issuer, from, until });
  return {
    certificates: [own, issueCertificate({ ...issuer, from, until })],
    sign: async (content) => sign('sha256', content, key),
  };
}

/** The font that the bundle of the function takes along. */
export const font = readFileSync(
  join(
    import.meta.dirname,
    '../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  ),
);
