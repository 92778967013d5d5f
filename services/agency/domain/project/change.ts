import { ProjectChangedV1 } from '#events/agency/project-changed.v1';
import { fact, type Fact } from '#events/event';
import type { MandateChange } from '../mandate/change.ts';
import type { Choice } from '../officer/choose.ts';
import type { ReuseChange } from '../area/reuse.ts';
import type { Difference } from '../plan/difference.ts';
import { projectGraph, standing, type ProjectAct, type ProjectActor } from './graph.ts';
import type { Link, Project } from './project.ts';

export interface ProjectChange {
  before: Project | undefined;
  project: Project;
  act: ProjectAct | 'register' | 'import';
  facts: readonly Fact[];
  /** What its plan becomes by it. */
  planned?: Difference | undefined;
  /** By whose turn in which team it was given to its officer, and why to him. */
  assigned?: (Choice & { team: string; turn: number }) | undefined;
  /** What it reuses of an area, as it was counted there and as it is to be. */
  reuse?: ReuseChange | undefined;
  /** What becomes of its mandate with another officer, where one is not over. */
  mandated?: MandateChange | undefined;
  /** What is noted beside other projects, as they were read. */
  beside?: readonly { project: Project; link: Link }[];
}

/** Whether another officer carries a project that was registered before. */
export const hasAnotherOfficer = ({ before, project }: Pick<ProjectChange, 'before' | 'project'>): boolean =>
  before !== undefined && before.officer !== project.officer;

/** What these may do with a project: the one graph that also decides. */
export function actionsOn(found: Project, who: readonly ProjectActor[]): ProjectAct[] {
  const may = (one: { who: readonly ProjectActor[] }) => one.who.some((actor) => who.includes(actor));
  const moving = projectGraph.filter((arrow) => may(arrow) && leads(arrow, found)).map(({ act }) => act);
  const resting = standing.filter((one) => may(one) && one.in.includes(found.state)).map(({ act }) => act);
  return [...moving, ...resting].filter((act) => fits(act, found));
}

/** Where an act leads a project; undefined where it may not be done. */
export function stateAfter(found: Project, act: ProjectAct): Project['state'] | undefined {
  if (standing.some((one) => one.act === act && one.in.includes(found.state))) return found.state;
  return projectGraph.find((arrow) => arrow.act === act && leads(arrow, found))?.to;
}

function leads({ act, from, to }: (typeof projectGraph)[number], { state, was }: Project): boolean {
  return from.includes(state) && (act !== 'resume' || to === was);
}

function fits(act: ProjectAct, { officer, proposed, area }: Project): boolean {
  if (act === 'take') return officer === undefined;
  if (act === 'leave-area') return area !== undefined;
  return !['confirm-investor', 'decline-investor'].includes(act) || proposed !== undefined;
}

/** A project after an act, with the fact of it; undefined where the act may not be done in its state. */
export function changed(before: Project, act: ProjectAct, set: Partial<Project> = {}): ProjectChange | undefined {
  const state = stateAfter(before, act);
  if (!state || !fits(act, before)) return undefined;
  const after: Project = { ...before, ...set, state, version: before.version + 1 };
  return { before, project: after, act, facts: [told(after, before)] };
}

/** What others must know of it: ids and its state. */
export function told(after: Project, before?: Project): Fact {
  const { id: projectId, state, kind, code, investor, officer } = after;
  const former = before && before.investor.partyId !== investor.partyId ? before.investor.partyId : undefined;
  return fact(ProjectChangedV1, {
    projectId,
    state,
    kind,
    investor: investor.partyId,
    ...(code && { code }),
    ...(officer && { officer }),
    ...(former && { formerInvestor: former }),
  });
}
