import { told, type ProjectChange } from './change.ts';
import type { Project } from './project.ts';

type Registering = Pick<
  Project,
  'id' | 'name' | 'kind' | 'place' | 'investmentFen' | 'facts' | 'investor' | 'officer' | 'code'
>;

/** A project that is new to the set: in reserve (储备), or coded where the platform has given its code already. */
export function register(given: Registering, at: Date, act: 'register' | 'import' = 'register'): ProjectChange {
  const begun = { version: 1, formerCodes: [], links: [], registeredAt: at, timelineHash: '' };
  const made: Project = { ...given, ...begun, state: given.code === undefined ? 'reserve' : 'coded' };
  return { before: undefined, project: made, act, facts: [told(made)] };
}
