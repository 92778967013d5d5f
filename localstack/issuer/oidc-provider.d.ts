// The package has no types of its own; these are the parts used here.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Stored {
    [key: string]: unknown;
    uid?: string;
    userCode?: string;
    grantId?: string;
  }

  export interface Adapter {
    upsert(id: string, payload: Stored, expiresInSeconds?: number): Promise<void>;
    find(id: string): Promise<Stored | undefined>;
    findByUid(uid: string): Promise<Stored | undefined>;
    findByUserCode(userCode: string): Promise<Stored | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export interface Context {
    type: string;
    body: string;
    get(header: string): string;
    set(headers: Record<string, string>): void;
    oidc: {
      client: { clientId: string };
      session: { accountId: string };
      provider: Provider;
    };
  }

  export interface JwtParts {
    payload: { iat: number; exp: number };
  }

  export interface Interaction {
    uid: string;
    params: { ui_locales?: string };
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    Grant: new (about: { clientId: string; accountId: string }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): void;
  }

  export const errors: { SessionNotFound: new () => Error };
  export const interactionPolicy: { base(): { remove(prompt: string): void }[] & { remove(prompt: string): void } };
}
