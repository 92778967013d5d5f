import { role, roles, type Actor, type Post } from '#shared/actor';
import { applicantActor, staffActor } from '../support/actors.ts';
import { agentActor, companyActor, handlerActor, type Desk } from './applicants.ts';

/** Who calls: nobody has no actor; a column may stand for several. */
export interface Caller {
  actor?: Actor;
  expired?: true;
  /** Where he works, or online. */
  desk: Desk;
}

const applicants: Record<string, Caller> = {
  nobody: { desk: 'online' },
  'stranger at 1': { actor: applicantActor('stranger', { assurance: 1 }), desk: 'online' },
  'stranger at 2': { actor: applicantActor('stranger', { assurance: 2 }), desk: 'online' },
  'company at 1': { actor: companyActor(1), desk: 'online' },
  'company at 2': { actor: companyActor(2), desk: 'online' },
  'company at 3': { actor: companyActor(3), desk: 'online' },
  'agent at 1': { actor: agentActor(1), desk: 'online' },
  'agent at 2': { actor: agentActor(2), desk: 'online' },
  'handler at 1': { actor: handlerActor(1), desk: 'online' },
  'handler at 2': { actor: handlerActor(2), desk: 'online' },
  expired: { actor: companyActor(2), expired: true, desk: 'online' },
};

/** The callers that a column of the matrix stands for; staff with a post such as the section says. */
export function callersOf(column: string, columns: readonly string[], post: Partial<Post>): Caller[] {
  const applicant = applicants[column];
  if (applicant) return [applicant];
  if (column !== 'every other role') return [staffCaller(column, post)];
  return roles.filter((one) => !columns.includes(one)).map((one) => staffCaller(one, post));
}

const desks = ['community', 'kiosk', 'hotline'] as const;

export function staffCaller(name: string, post: Partial<Post>): Caller {
  const held = role.parse(name);
  const desk = held === 'officer' ? 'agency' : (desks.find((one) => one === held) ?? 'window');
  const actor = staffActor(held, post);
  return { actor: held === 'service' ? { ...actor, kind: 'service' } : actor, desk };
}
