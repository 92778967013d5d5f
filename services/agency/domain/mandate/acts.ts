import { over } from '../project/graph.ts';
import type { Project } from '../project/project.ts';
import { changed, type MandateChange } from './change.ts';
import { drafted, type MandateActor } from './graph.ts';
import { officerIn, type Mandate, type Mandated, type Terms } from './mandate.ts';

type Who = readonly MandateActor[];
interface Asking extends Terms {
  id: string;
  authorityId: string;
  number: string;
  askedBy: Mandate['askedBy'];
  at: Date;
}

/** A mandate that somebody asks for (待签订): the investor, or the office that offers it. */
export function askFor(
  { id: projectId, investor, officer }: Project,
  { at, authorityId, ...said }: Asking,
): MandateChange {
  const made: Mandate = {
    ...said,
    version: 1,
    state: 'to-sign',
    projectId,
    principal: investor.partyId,
    askedAt: at,
    officers: officer === undefined ? [] : [{ partyId: officer, authorityId }],
    timelineHash: '',
  };
  return { before: undefined, mandate: made, act: 'ask', facts: [], own: [] };
}

interface Drawing extends Partial<Terms> {
  officer: string;
  authorityId: string;
}

/** The officer who carries the project draws up what is agreed; what was signed before is not what will be sealed. */
export function drawUp(
  found: Mandate,
  who: Who,
  { officer, authorityId, ...said }: Drawing,
): MandateChange | undefined {
  const isHis = officerIn(found)?.partyId === officer;
  const officers = isHis ? found.officers : [{ partyId: officer, authorityId }];
  return changed(found, { act: 'draw-up', who }, { ...said, officers, signedAt: undefined });
}

export const sign = (found: Mandate, who: Who, at: Date) => changed(found, { act: 'sign', who }, { signedAt: at });

/** The investor has consented: from now on its officer may act. */
export function seal(found: Mandate, who: Who, sealed: NonNullable<Mandate['sealed']>): MandateChange | undefined {
  const officers = found.officers.map((one) => ({ ...one, from: sealed.at }));
  return changed(found, { act: 'seal', who }, { sealed, officers });
}

/** Another officer takes his place in one act: the old one's authority ends, a new one begins. */
export function replaceOfficer(
  found: Mandate,
  who: Who,
  { officer, authorityId, at }: { officer: string; authorityId: string; at: Date },
): MandateChange | undefined {
  const fresh: Mandated = { partyId: officer, authorityId };
  const officers = found.sealed
    ? [...found.officers.map((one) => ({ ...one, until: one.until ?? at })), { ...fresh, from: at }]
    : [fresh];
  return changed(found, { act: 'replace', who }, { officers });
}

/** 变更建设单位, or a project that has ended: what was agreed for it is agreed no more. Undefined where the mandate stands. */
export function endWith(found: Mandate, { investor, state }: Project, at: Date): MandateChange | undefined {
  const isOver = over.includes(state);
  if (!isOver && investor.partyId === found.principal) return undefined;
  const act = drafted.includes(found.state) ? 'refuse' : 'terminate';
  const ending = { at, why: isOver ? ('project-over' as const) : ('investor-changed' as const) };
  return changed(found, { act, who: ['agency'] }, { ending });
}

/** Its last moment has passed; undefined before. */
export function expire(found: Mandate, at: Date): MandateChange | undefined {
  if (!found.until || at < found.until) return undefined;
  return changed(found, { act: 'expire', who: ['agency'] }, { ending: { at, why: 'until' } });
}

/** 回访: how the investor was served. */
export const recordVisit = (found: Mandate, who: Who, visit: NonNullable<Mandate['visit']>) =>
  changed(found, { act: 'record-visit', who }, { visit });
