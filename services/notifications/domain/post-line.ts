import type * as z from 'zod';
import type { Post } from '#shared/actor';
import { endOf } from '#shared/calendar';
import type { ConsultationChangedV1 } from '#events/agency/consultation-changed.v1';
import type { TaskChangedV1 } from '#events/agency/task-changed.v1';
import type { TaskUrgedV1 } from '#events/agency/task-urged.v1';
import type { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import type { SupervisionReportedV1 } from '#events/intake/supervision-reported.v1';
import type { WarningGivenV1 } from '#events/intake/warning-given.v1';

type Disputed = z.infer<(typeof DisputeChangedV1)['data']>;
type Warned = z.infer<(typeof WarningGivenV1)['data']>;
type Urged = z.infer<(typeof TaskUrgedV1)['data']>;
type Consulted = z.infer<(typeof ConsultationChangedV1)['data']>;
type Decided = z.infer<(typeof TaskChangedV1)['data']>;
type Supervised = z.infer<(typeof SupervisionReportedV1)['data']>;

interface Heard<Data> {
  id: string;
  time: string;
  district: string;
  data: Data;
}

/** What whoever holds a post is told. */
export const postMessages = [
  'overdue-head',
  'overdue-supervisor',
  'step-overdue',
  'tolerance-lapsed',
  'supervision-confirmed',
  'supervision-conforms',
  'supervision-does-not-conform',
  'dispute-to-answer',
  'dispute-late',
  'dispute-taken-back',
  'task-urged',
  'task-urged-again',
  'decision-late',
  'consultation-late',
] as const;
export type PostMessage = (typeof postMessages)[number];

/** Roles that have an inbox of their posts. */
export const toldRoles = ['approver', 'head', 'supervisor'] as const satisfies readonly Post['role'][];

/** A post that is told: of the approvers or the head of one department, or of the supervisors of a district. */
export interface Told {
  district: string;
  role: (typeof toldRoles)[number];
  department?: string | undefined;
}

/** One line for whoever holds a post when he reads it. */
export interface PostLine {
  id: string;
  at: string;
  post: Told;
  /** What it is about. */
  caseId?: string | undefined;
  problemId?: string | undefined;
  consultationId?: string | undefined;
  message: PostMessage;
  /** The department that it concerns, the limit that has passed or by which it answers, and the step where it is about one. */
  department: string;
  dueAt?: string | undefined;
  task?: number | undefined;
}

export function lineOfWarning({ id, time, district, data }: Heard<Warned>): PostLine {
  const { caseId, kind, to: role, department, dueAt, task } = data;
  const post = { district, role, ...(role === 'head' && { department }) };
  const message = kind === 'overdue' ? (`overdue-${role}` as const) : kind;
  return { id, at: time, post, caseId, message, department, dueAt, ...(task !== undefined && { task }) };
}

/** 催办: the approvers of the department are reminded; its head is told from the second time on. */
export function linesOfUrge({
  id,
  time,
  district,
  data,
}: Heard<Urged>): Record<'approver' | 'head', PostLine | undefined> {
  const { caseId, department, copies } = data;
  const line = { id, at: time, caseId, department };
  return {
    approver: { ...line, post: { district, role: 'approver', department }, message: 'task-urged' },
    head: copies && { ...line, post: { district, role: copies, department }, message: 'task-urged-again' },
  };
}

/** What the supervising body says of a decision goes to the head of the department that decided. */
export function lineOfSupervision({ id, time, district, data }: Heard<Supervised>): PostLine {
  const { caseId, department, said, answerBy } = data;
  const post = { district, role: 'head' as const, department };
  const message = `supervision-${said}` as const;
  return { id, at: time, post, caseId, message, department, ...(answerBy && { dueAt: answerBy }) };
}

/** What a party disputes of a register goes to the head of the department that holds it: what is to be answered, and what is not any more. */
export function lineOfDisputed({ id, time, data }: Heard<Disputed>): PostLine | undefined {
  const { caseId, provider, state, late, answerBy } = data;
  if (!provider || state === 'corrected' || state === 'kept') return undefined;
  const { district, department } = provider;
  const message = state === 'withdrawn' ? 'dispute-taken-back' : late ? 'dispute-late' : 'dispute-to-answer';
  const post = { district, role: 'head' as const, department };
  const due = answerBy && { dueAt: endOf(answerBy).toISOString() };
  return { id, at: time, post, caseId, message, department, ...due };
}

/** What a meeting has decided and a department has not done by its day goes to its head; an officer’s is seen to by his lead, who lists it. */
export function lineOfDecision({ id, time, district, data }: Heard<Decided>): PostLine | undefined {
  const { act, department, problemId, until } = data;
  if (act !== 'be-late' || department === undefined) return undefined;
  const about = { problemId, dueAt: endOf(until).toISOString() };
  return { id, at: time, post: { district, role: 'head', department }, message: 'decision-late', department, ...about };
}

/** What a department was asked and has not answered in time goes to its head. */
export function lineOfLateAnswer({ id, time, district, data }: Heard<Consulted>): PostLine | undefined {
  const { act, department, consultationId, dueOn } = data;
  if (act !== 'be-late' || department === undefined) return undefined;
  const about = { consultationId, dueAt: endOf(dueOn).toISOString() };
  return {
    id,
    at: time,
    post: { district, role: 'head', department },
    message: 'consultation-late',
    department,
    ...about,
  };
}

/** The inboxes of posts: an approver's and a head's of each of their departments, a supervisor's of each district; each once. */
export function toldPosts(posts: readonly Post[]): Told[] {
  const found = posts.flatMap(({ role, district, department }): Told[] => {
    if (role === 'supervisor') return [{ role, district }];
    return (role === 'head' || role === 'approver') && department ? [{ role, district, department }] : [];
  });
  return [...new Map(found.map((one) => [nameOf(one), one])).values()];
}

/** The name of a post by which its lines are kept. */
export const nameOf = ({ district, role, department }: Told): string =>
  [district, role, ...(department ? [department] : [])].join('/');
