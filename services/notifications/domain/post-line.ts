import type * as z from 'zod';
import type { Post } from '#shared/actor';
import type { WarningGivenV1 } from '#events/intake/warning-given.v1';

type Warned = z.infer<(typeof WarningGivenV1)['data']>;

/** What whoever holds a post is told. */
export const postMessages = ['overdue-head', 'overdue-supervisor', 'step-overdue', 'tolerance-lapsed'] as const;
export type PostMessage = (typeof postMessages)[number];

/** Roles that have an inbox of their posts. */
export const toldRoles = ['head', 'supervisor'] as const satisfies readonly Post['role'][];

/** A post that is told: of the head of one department, or of the supervisors of a district. */
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
  caseId: string;
  message: PostMessage;
  /** The department that is late, the limit that has passed, and the step where it is about one. */
  department: string;
  dueAt: string;
  task?: number | undefined;
}

export function lineOfWarning({
  id,
  time,
  district,
  data,
}: {
  id: string;
  time: string;
  district: string;
  data: Warned;
}): PostLine {
  const { caseId, kind, to: role, department, dueAt, task } = data;
  const post = { district, role, ...(role === 'head' && { department }) };
  const message = kind === 'overdue' ? (`overdue-${role}` as const) : kind;
  return { id, at: time, post, caseId, message, department, dueAt, ...(task !== undefined && { task }) };
}

/** The inboxes of posts: a head's of each department that he heads, a supervisor's of each district; each once. */
export function toldPosts(posts: readonly Post[]): Told[] {
  const found = posts.flatMap(({ role, district, department }): Told[] => {
    if (role === 'supervisor') return [{ role, district }];
    return role === 'head' && department ? [{ role, district, department }] : [];
  });
  return [...new Map(found.map((one) => [nameOf(one), one])).values()];
}

/** The name of a post by which its lines are kept. */
export const nameOf = ({ district, role, department }: Told): string =>
  [district, role, ...(department ? [department] : [])].join('/');
