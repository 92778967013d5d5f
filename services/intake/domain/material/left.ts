import { isOpen } from '../case/ahead.ts';
import type { Application } from '../case/application.ts';
import type { Finding } from '../supervision/finding.ts';
import { close, type MaterialsChange } from './act.ts';
import type { Line } from './case-materials.ts';

/** The documents that leave what they were confirmed as with this change. */
export function leavingIn({ before, materials }: MaterialsChange): Line[] {
  return materials.lines.filter((one, n) => one.state === 'left' && before?.lines[n]?.state !== 'left');
}

/**
 * What it means for a case that has ended: no task, and nothing is taken back by itself. Of a grant a supervisor hears where a
 * document was taken back; that one has run out since says nothing of a decision made while it was in force.
 */
export function afterwards(
  change: MaterialsChange,
  { state, outcome }: Pick<Application, 'state' | 'outcome'>,
): { change: MaterialsChange; findings: Finding[] } {
  if (isOpen({ state })) return { change, findings: [] };
  const { materials } = close(change.materials);
  const ended = { ...change, materials: { ...materials, version: change.materials.version } };
  const taken = leavingIn(change).filter(({ left }) => left === 'withdrawn');
  const about = taken.map(({ requirement }) => requirement).join(' ');
  return { change: ended, findings: outcome === 'granted' && about ? [{ rule: 'basis-changed', about }] : [] };
}
