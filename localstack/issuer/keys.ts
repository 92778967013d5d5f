import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';

const publicFields = {
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
};

const publicJwk = z.object(publicFields);
export const privateJwk = z.object({ ...publicFields, d: z.string() });

export type PublicJwk = z.infer<typeof publicJwk>;
export type PrivateJwk = z.infer<typeof privateJwk>;

/** A new ES256 key; its id is its thumbprint (RFC 7638). */
export async function newKey(): Promise<PrivateJwk> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return privateJwk.parse({ ...jwk, kid, alg: 'ES256', use: 'sig' });
}

/** The half of a key that everybody may see, as a key set. */
export function publicKeySet(key: PrivateJwk): { keys: PublicJwk[] } {
  return { keys: [publicJwk.parse(key)] };
}
