import { staffActor } from '../actors.ts';
import { otherHead, reviewer } from '../linked.ts';
import { people } from '../intake.ts';

interface Person {
  actor: (typeof people)['company'];
  role: 'applicant' | 'nobody' | 'window' | 'approver' | 'head';
  /** Whose cases he works on; a window takes in for all. */
  office?: 'amr' | 'health' | 'justice';
}

/** Everybody who has a try at the cases of a life. */
export const persons = {
  company: { actor: people.company, role: 'applicant' },
  stranger: { actor: people.stranger, role: 'nobody' },
  clerk: { actor: people.clerk, role: 'window' },
  approver: { actor: people.approver, role: 'approver', office: 'amr' },
  head: { actor: people.head, role: 'head', office: 'amr' },
  otherHead: { actor: otherHead, role: 'head', office: 'amr' },
  healthApprover: { actor: people.otherApprover, role: 'approver', office: 'health' },
  healthHead: { actor: staffActor('head', { department: 'health' }, 'health-head'), role: 'head', office: 'health' },
  reviewer: { actor: reviewer, role: 'approver', office: 'justice' },
  reviewHead: { actor: staffActor('head', { department: 'justice' }, 'review-head'), role: 'head', office: 'justice' },
} as const satisfies Record<string, Person>;
export type Name = keyof typeof persons;
export const names = Object.keys(persons).filter((one): one is Name => one in persons);

export const personOf = (name: Name): Person => persons[name];
export const subOf = (name: Name): string => persons[name].actor.sub;
