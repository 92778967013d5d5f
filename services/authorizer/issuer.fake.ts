import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { JWTPayload } from 'jose';

/** An issuer for tests: it signs whatever it is asked to, also what no honest issuer would. */
export const issuer = 'https://login.example';
export const now = new Date('2026-08-03T09:00:00+08:00');
const seconds = now.getTime() / 1000;

export const citizen = {
  iss: issuer,
  aud: 'banshi',
  sub: 'citizen',
  exp: seconds + 60,
  kind: 'person',
  assurance: 2,
  document: { kind: 'resident-id', number: '11010519491231002x' },
  orgs: ['91110000600037341L'],
};

export const ec = await generateKeyPair('ES256', { extractable: true });
export const rsa = await generateKeyPair('RS256', { extractable: true });
export const p384 = await generateKeyPair('ES384', { extractable: true });
export const stranger = await generateKeyPair('ES256');

export const keySet = JSON.stringify({
  keys: [
    { ...(await exportJWK(ec.publicKey)), kid: 'ec' },
    { ...(await exportJWK(rsa.publicKey)), kid: 'rsa' },
    { ...(await exportJWK(p384.publicKey)), kid: 'p384' },
  ],
});

export interface Signing {
  alg?: string;
  kid?: string;
  key?: Parameters<SignJWT['sign']>[0];
}

export async function sign(payload: JWTPayload, { alg = 'ES256', kid = 'ec', key = ec.privateKey }: Signing = {}) {
  return await new SignJWT(payload).setProtectedHeader({ alg, kid }).sign(key);
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

export function unsigned(alg: string): string {
  return `${encode({ alg, kid: 'ec' })}.${encode(citizen)}.`;
}

export async function tampered(): Promise<string> {
  const [header, , signature] = (await sign(citizen)).split('.');
  return `${header}.${encode({ ...citizen, sub: 'someone-else' })}.${signature}`;
}
