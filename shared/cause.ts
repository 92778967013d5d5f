import { createHash } from 'node:crypto';
import type { Actor } from '#shared/actor';
import type { Reply } from '#shared/route';

/**
 * Why a change is made: who, when, on whose behalf, in which chain of events, and the mark that makes it happen once.
 * Built by `shared/http.ts` for a request and by `shared/queue.ts` for a fact; saved with the change.
 */
export interface Cause {
  at: Date;
  actor: Pick<Actor, 'sub' | 'kind' | 'partyId'>;
  /** The office that acts: `<district>/<department or role>`, `applicant`, or the consuming service. */
  office: string;
  correlationId: string;
  causationId: string;
  mark?: Mark;
  /** What a request's mark will replay; set by the function just before it saves. */
  reply?: Reply;
}

export type Mark =
  | { kind: 'request'; key: string; requestHash: string }
  /** `<handler>#<event id>` */
  | { kind: 'message'; key: string };

/** The key of a request's mark: subject + method + path + the caller's own key, hashed so that nothing personal is in it. */
export function requestKey(request: { subject: string; method: string; path: string; given: string }): string {
  const { subject, method, path, given } = request;
  return `IDEM#${sha256(JSON.stringify([subject, method, path, given]))}`;
}

/** SHA-256 of a text as base64url. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
