import type { IncomingMessage, ServerResponse } from 'node:http';

import { publicKeySet } from './keys.ts';
import type { PrivateJwk, PublicJwk } from './keys.ts';

export interface IssuerOptions {
  /** Its own address, whose path is where it is mounted, such as `http://localhost:8787/issuer`. */
  issuerUrl: string;
  clock: { now(): Date };
  key: PrivateJwk;
  /** Who the access tokens are for: `banshi` unless told. */
  audience?: string;
  /** Where the hall may be returned to; addresses of this machine count with any port. */
  redirectUris?: readonly string[];
  /** Told of what should not happen; a line on standard error unless given. */
  onError?: (error: unknown) => void;
}

export interface Issuer {
  /** Answers one request below the issuer's path. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  jwks: { keys: PublicJwk[] };
}

const defaults = {
  audience: 'banshi',
  redirectUris: ['http://localhost/callback', 'http://127.0.0.1/callback'],
  onError: (error: unknown) => console.error('issuer:', error),
};

/** A real OIDC issuer for the demo accounts. The provider is loaded with the first request: the start should not wait for it. */
export function createIssuer(options: IssuerOptions): Issuer {
  const complete = { ...defaults, ...options };
  let serving: Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    serving ??= import('./serve.ts').then(({ serve }) => serve(complete));
    const answerWith = await serving;
    await answerWith(request, response);
  }

  return {
    jwks: publicKeySet(options.key),
    handle(request, response) {
      answer(request, response).catch((error: unknown) => {
        complete.onError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  };
}
