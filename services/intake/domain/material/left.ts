import { isOpen } from '../case/ahead.ts';
import type { Application } from '../case/application.ts';
import type { Finding } from '../supervision/finding.ts';
import { close, type MaterialsChange } from './act.ts';
import type { Line } from './case-materials.ts';
import type { SharedLine } from './shared-line.ts';

/** The documents that leave what they were confirmed as with this change. */
function leavingIn({ before, materials }: MaterialsChange): Line[] {
  return materials.lines.filter((one, n) => one.state === 'left' && before?.lines[n]?.state !== 'left');
}

/** What is late since this change: its provider has not answered in time. */
function lateIn({ before, materials }: MaterialsChange): SharedLine[] {
  const isKnown = ({ requirement }: SharedLine) =>
    before?.shared?.some((one) => one.requirement === requirement && one.late) ?? false;
  return (materials.shared ?? []).filter((one) => one.late && !isKnown(one));
}

/** Whether a change says more than how documents stand: what it means for the case is to be looked at. */
export function isTelling(change: MaterialsChange): boolean {
  return leavingIn(change).length > 0 || lateIn(change).length > 0;
}

/**
 * What it means for a case. Of one that is open, that a provider lets it wait. Of one that has ended no task, and nothing is
 * taken back by itself: of a grant a supervisor hears where a document was taken back; that one has run out since says nothing
 * of a decision made while it was in force.
 */
export function afterwards(
  change: MaterialsChange,
  { state, outcome }: Pick<Application, 'state' | 'outcome'>,
): { change: MaterialsChange; findings: Finding[] } {
  if (isOpen({ state })) {
    return { change, findings: lateIn(change).map(({ requirement: about }) => ({ rule: 'sharing-late', about })) };
  }
  const { materials } = close({ ...change.materials, id: change.materials.caseId }, change.materials);
  const ended = { ...change, materials: { ...materials, version: change.materials.version } };
  const taken = leavingIn(change).filter(({ left }) => left === 'withdrawn');
  const about = taken.map(({ requirement }) => requirement).join(' ');
  return { change: ended, findings: outcome === 'granted' && about ? [{ rule: 'basis-changed', about }] : [] };
}
