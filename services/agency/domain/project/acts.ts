import { living } from './graph.ts';
import { changed, type ProjectChange } from './change.ts';
import type { Investor, Link, Project } from './project.ts';

/** 赋码, or a code that was given wrongly: it is kept, so that whoever knows the project by it still finds it. */
export function giveCode(found: Project, act: 'give-code' | 'correct-code', code: string): ProjectChange | undefined {
  const formerCodes = found.code === undefined ? found.formerCodes : [...found.formerCodes, found.code];
  return changed(found, act, { code, formerCodes });
}

export const suspend = (found: Project, reasons: string) => changed(found, 'suspend', { was: found.state, reasons });

export const resume = (found: Project) => changed(found, 'resume', { was: undefined, reasons: undefined });

interface Going {
  reasons: string;
  into: readonly Project[];
}

/** 并入: another project goes on with it. Codes stay where they are. */
export const merge = (found: Project, going: Going) =>
  goOn(found, { ...going, act: 'merge', there: 'merged-into', back: 'merged-from' });

/** 拆分: several others go on with it. */
export const split = (found: Project, going: Going) =>
  goOn(found, { ...going, act: 'split', there: 'split-into', back: 'split-from' });

function goOn(
  found: Project,
  { act, there, back, reasons, into }: Going & { act: 'merge' | 'split'; there: Link['kind']; back: Link['kind'] },
): ProjectChange | undefined {
  const links = into.map((one): Link => ({ kind: there, projectId: one.id }));
  const change = changed(found, act, { reasons, was: undefined, links: [...found.links, ...links] });
  const link: Link = { kind: back, projectId: found.id };
  return change && { ...change, beside: into.map((one) => ({ project: one, link })) };
}

/** Whether others can go on with a project: each of them lives, and none is itself. */
export function canGoOn(found: Project, into: readonly Project[]): boolean {
  return into.every(({ id, state }) => id !== found.id && living.includes(state));
}

/** 变更建设单位 is proposed by staff; it happens once the new one says so itself. */
export const proposeInvestor = (found: Project, { at, reasons, ...to }: Investor & { at: Date; reasons: string }) =>
  changed(found, 'propose-investor', { proposed: { ...to, at, reasons } });

/** From here on the new one is the investor; the fact names the former one, whose mandate ends by it. */
export function confirmInvestor(found: Project): ProjectChange | undefined {
  if (!found.proposed) return undefined;
  const { partyId, uscc, name } = found.proposed;
  return changed(found, 'confirm-investor', { investor: { partyId, uscc, name }, proposed: undefined });
}

export const declineInvestor = (found: Project) => changed(found, 'decline-investor', { proposed: undefined });
