import type { Request } from '../support/gateway-event.ts';
import type { Desk, Hall } from './hall.ts';
import type { State } from './states.ts';

/** How a route is asked so that only the caller decides whether it is done. */
export interface Asking {
  /** The state of the case that the path names; absent where it names none. */
  state?: State;
  /** Makes what the path names where that is not simply a case in a state; gives its id. */
  prepare?: (hall: Hall, desk: Desk) => Promise<string>;
  /** What stands below the case in the path where that has names of its own: `tasks/1/claim`. */
  path?: string;
  request: (desk: Desk) => Omit<Request, 'path' | 'actor'> & { path?: string };
}

export const plain: Asking['request'] = () => ({});
