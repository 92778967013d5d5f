import type { CalendarYear } from '#shared/calendar';
import type { Person } from '../party/person.ts';
import { commitmentArrow } from './acting.ts';
import { timeOf, type Commitment, type ofGrant } from './commitment.ts';

// What becomes of a promise by its grant, apart from the promise: no start needs it.

/** When and for which office a promise follows its grant. */
interface Following {
  at: Date;
  office: string;
  by: Pick<Person, 'sub'>;
  calendar: readonly CalendarYear[];
}

/** The grant was taken back for another reason: there is nothing left to check. */
export const end = (found: Commitment, following: Following): Commitment => follow(found, 'end', following);

/** The breach falls with its revocation, and bars nobody any more. */
export const clear = (found: Commitment, following: Following): Commitment => follow(found, 'clear', following);

/** The grant stands again: it is checked after all, within as many days from now. */
export function resume(found: Commitment, following: Following): Commitment {
  const { at, calendar } = following;
  const time = found.counted && timeOf(found.counted.days, at, calendar);
  return { ...follow(found, 'resume', following), ...time, warned: false };
}

function follow(found: Commitment, act: (typeof ofGrant)[number], { at, office, by }: Following): Commitment {
  const way = commitmentArrow(found, act);
  if (!way) throw new Error(`the graph has no ${act} from ${found.state}`);
  const entries = [...found.acts, { at, act, office, actor: by.sub }];
  return { ...found, state: way.to, version: found.version + 1, acts: entries };
}
