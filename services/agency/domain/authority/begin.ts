import { monthsAfter, type Day } from '#shared/calendar';
import type { Authority, PersonalKind } from './authority.ts';
import { toldOf, type AuthorityChange } from './change.ts';

type Beginning = Omit<Authority, 'version' | 'state' | 'timelineHash' | 'confirm' | 'reasons' | 'sheet'> & {
  /** Whether who is to act has said so: at the window, or it needs no saying. */
  isAccepted: boolean;
};

/** A new authority: in force at once, or proposed to who is to act. */
export function begin({ isAccepted, ...given }: Beginning): AuthorityChange {
  const after: Authority = { ...given, version: 1, state: isAccepted ? 'active' : 'proposed', timelineHash: '' };
  return { before: undefined, after, act: 'begin', facts: toldOf(undefined, after) };
}

export const termsFaults = [
  'until-needed',
  'until-past',
  'self',
  'delegate-needed',
  'kind-unfit',
  'ward-needed',
  'ward-adult',
  'evidence-needed',
  'items-all',
] as const;
export type TermsFault = (typeof termsFaults)[number];

interface Terms {
  kind: PersonalKind;
  principal: string;
  /** Absent where nobody is named. */
  delegate: string | undefined;
  isOrganisation: boolean;
  items: readonly string[];
  until: Day | undefined;
}

// An appointment is for a time; who represents by law or as a guardian does so until that ends.
const timed: ReadonlySet<PersonalKind> = new Set(['delegate', 'handler', 'clerk-assisted']);
const ofOrganisations: ReadonlySet<PersonalKind> = new Set(['handler', 'legal-representative']);

const told = (faults: readonly (readonly [TermsFault, boolean])[]): TermsFault[] =>
  faults.flatMap(([fault, isSo]) => (isSo ? [fault] : []));

/** Why this cannot be agreed; nothing where it can. */
export function faultsOf({ kind, principal, delegate, isOrganisation, items, until }: Terms, today: Day): TermsFault[] {
  const isTimed = timed.has(kind);
  return told([
    ['self', principal === delegate],
    ['delegate-needed', delegate === undefined],
    ['kind-unfit', isOrganisation ? kind === 'guardian' : ofOrganisations.has(kind)],
    ['until-needed', isTimed && until === undefined],
    ['until-past', until !== undefined && until <= today],
    ['items-all', !isTimed && items.join() !== '*'],
  ]);
}

interface Proof {
  kind: PersonalKind;
  /** The ward of a guardian: when a minor was born, or that an adult is without capacity. */
  ward: { born: Day } | { incapable: true } | undefined;
  evidence: string | undefined;
}

/** What a window must have seen of who acts by law. */
export function proofFaults({ kind, ward, evidence }: Proof, today: Day): TermsFault[] {
  const isByLaw = kind === 'guardian' || kind === 'legal-representative';
  return told([
    ['ward-needed', (kind === 'guardian') !== (ward !== undefined)],
    ['ward-adult', ward !== undefined && 'born' in ward && grownUp(ward.born) <= today],
    ['evidence-needed', isByLaw && evidence === undefined],
  ]);
}

/** A ward is grown up with this day (民法典 art. 17): its guardian's authority ends as it begins. */
export const grownUp = (born: Day): Day => monthsAfter(born, 18 * 12);
