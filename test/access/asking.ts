import type { Actor } from '#shared/actor';
import { entryAt } from '../support/entries.ts';
import type { Request } from '../support/gateway-event.ts';
import type { Desk } from './applicants.ts';
import type { Hall } from './hall.ts';
import type { State } from './states.ts';

/** How a route is asked so that only the caller decides whether it is done. */
export interface Asking {
  /** The state of the case that the path names; absent where it names none. */
  state?: State;
  /** Makes what the path names where that is not simply a case in a state; gives its id. */
  prepare?: (hall: Hall, desk: Desk) => Promise<string>;
  /** What stands below the case in the path where that has names of its own: `tasks/1/claim`. */
  path?: string;
  /** What stands for other names of the path: `{kind}`. */
  names?: Record<string, string>;
  request: (desk: Desk, actor?: Actor, made?: string) => Omit<Request, 'path' | 'actor'> & { path?: string };
}

export const plain: Asking['request'] = () => ({});

/** An act on what the caller has read in this version. */
export const seen =
  (version: number, body: object = {}): Asking['request'] =>
  () => ({ body, headers: { 'If-Match': `"${version}"` } });

/** What a desk adds to an act that it does for an applicant; nothing for anybody else. */
export function deskEntry(actor: Actor | undefined): { entry?: object } {
  const role = actor?.kind === 'staff' ? actor.posts[0]?.role : undefined;
  const entry = new Map<string, object>(Object.entries(entryAt)).get(role ?? '');
  return entry ? { entry } : {};
}
