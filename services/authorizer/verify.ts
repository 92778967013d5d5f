import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import * as z from 'zod';

export interface TokenRules {
  issuer: string;
  audience: string;
  keys: JWTVerifyGetKey;
  now: () => Date;
}

export type Verified = { payload: JWTPayload } | { refused: string };

/** Issuers' clocks run a little ahead of ours; a passed `exp` gets no such grace. */
const clockToleranceSeconds = 30;

/**
 * Verifies signature, issuer, audience and times of a bearer token. What the token is to blame for is a refusal;
 * a key set that cannot be read is not, and throws.
 */
export function tokenVerifier({ issuer, audience, keys, now }: TokenRules): (token: string) => Promise<Verified> {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, available(keys), {
        issuer,
        audience,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['sub', 'exp'],
        clockTolerance: clockToleranceSeconds,
        currentDate: now(),
      });
      return isPast(payload, now()) ? { refused: errors.JWTExpired.code } : { payload };
    } catch (error) {
      if (error instanceof errors.JOSEError) return { refused: error.code };
      throw error;
    }
  };
}

/** The issuer's keys: given in the configuration, or read from its endpoint and kept ten minutes. */
export function keySource({ jwks, jwksUri }: { jwks: string; jwksUri: string }): JWTVerifyGetKey {
  if (jwks !== '') return createLocalJWKSet(keySet.parse(JSON.parse(jwks)));

  return createRemoteJWKSet(new URL(jwksUri), {
    cacheMaxAge: 600_000,
    // Tokens with made-up key ids must not turn into requests to the issuer.
    cooldownDuration: 30_000,
    timeoutDuration: 3000,
  });
}

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

function available(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new Error("the issuer's key set is not available", { cause: error });
    }
  };
}

function isPast({ exp }: JWTPayload, now: Date): boolean {
  return exp === undefined || exp * 1000 <= now.getTime();
}
