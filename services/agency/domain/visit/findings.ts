import { dayOf, type Day } from '#shared/calendar';
import { changed, refused, type VisitChange, type VisitRefusal } from './change.ts';
import type { VisitState } from './graph.ts';
import type { Finding, JointVisit } from './visit.ts';

/** A row has room for so many with their proofs. */
const mostFindings = 60;

type Given = Pick<Finding, 'id' | 'item' | 'seen' | 'basis' | 'text' | 'until'>;

/** What a department has found: on the site where it came, by documents where it did not. There is one visit, no second one. */
export function find(found: JointVisit, given: Given, at: Date): VisitChange | VisitRefusal {
  const participant = found.participants.find(({ items }) => items.includes(given.item));
  if (!participant) return refused('not-participant');
  if (given.seen === 'on-site' && !participant.came) return refused('did-not-come');
  if (given.until <= dayOf(at)) return refused('day-unfit');
  if (found.findings.length >= mostFindings) return refused('findings-full');
  if (participant.finishedAt) return refused('moved');
  const { department } = participant;
  const findings: Finding[] = [...found.findings, { ...given, department, state: 'open', proofs: [] }];
  return changed(found, { act: 'find', at }, { findings });
}

/** A department has nothing more to say; where the findings were closed over its silence, that stays written. */
export function finish(found: JointVisit, department: string, at: Date): VisitChange | VisitRefusal {
  const isOpen = found.participants.some((one) => one.department === department && !one.finishedAt);
  if (!isOpen) return refused('moved');
  const participants = found.participants.map((one) =>
    one.department === department ? { ...one, finishedAt: at } : one,
  );
  return changed(found, { act: 'finish', at }, { participants });
}

interface Rectified {
  findingId: string;
  text: string;
  materials: readonly string[];
}

/** What was rectified, with its proof; once nothing is left, it is looked at again. */
export function rectify(found: JointVisit, given: readonly Rectified[], at: Date): VisitChange | VisitRefusal {
  const open = new Set(found.findings.filter(({ state }) => state === 'open').map(({ id }) => id));
  const strange = given.map(({ findingId }) => findingId).filter((id) => !open.has(id));
  if (strange.length > 0) return refused('no-such-finding', strange);
  const findings = found.findings.map((one): Finding => {
    const proof = given.find(({ findingId }) => findingId === one.id);
    if (!proof) return one;
    const { text, materials } = proof;
    return { ...one, state: 'rectified', proofs: [...one.proofs, { at, text, materials: [...materials] }] };
  });
  const isLeft = findings.some(({ state }) => state === 'open');
  return changed(found, { act: 'rectify', at }, { findings, state: isLeft ? 'to-rectify' : 'to-recheck' });
}

interface Judging {
  findingId: string;
  department: string;
  at: Date;
  /** Why it is not mended, and until when it is to be. */
  rejected?: { reasons: string; until: Day };
}

/** Only what had findings is looked at again, by whoever found it. */
export function recheck(
  found: JointVisit,
  { findingId, department, at, rejected }: Judging,
): VisitChange | VisitRefusal {
  const isIt = (one: Finding) => one.id === findingId && one.department === department && one.state === 'rectified';
  if (!found.findings.some(isIt)) return refused('no-such-finding');
  if (rejected && rejected.until <= dayOf(at)) return refused('day-unfit');
  const judged = (one: Finding): Finding => {
    if (!rejected) return { ...one, state: 'mended' };
    const { reasons, until } = rejected;
    const proofs = one.proofs.map((each, n) => (n === one.proofs.length - 1 ? { ...each, rejected: reasons } : each));
    return { ...one, state: 'open', until, proofs };
  };
  const findings = found.findings.map((one) => (isIt(one) ? judged(one) : one));
  return changed(found, { act: rejected ? 'reject' : 'accept', at }, { findings, state: after(findings) });
}

function after(findings: readonly Finding[]): VisitState {
  if (findings.some(({ state }) => state === 'rectified')) return 'to-recheck';
  return findings.some(({ state }) => state === 'open') ? 'to-rectify' : 'to-conclude';
}

type Saying = Omit<NonNullable<JointVisit['opinion']>, 'outcome'>;

/** Departments that have not said that they have nothing more to say: each has an item of its own to decide, and silence is no consent. */
export const undecided = ({ participants }: Pick<JointVisit, 'participants'>): string[] =>
  participants.filter(({ finishedAt }) => !finishedAt).map(({ department }) => department);

/** One opinion of all. */
export function conclude(found: JointVisit, act: 'pass' | 'fail', said: Saying): VisitChange | VisitRefusal {
  const missing = undecided(found);
  if (act === 'pass' && found.state === 'to-conclude' && missing.length > 0)
    return refused('decision-missing', missing);
  return changed(found, { act, at: said.at }, { opinion: { ...said, outcome: act === 'pass' ? 'passed' : 'failed' } });
}

export const withdraw = (found: JointVisit, reasons: string, at: Date) =>
  changed(found, { act: 'withdraw', at }, { reasons });
