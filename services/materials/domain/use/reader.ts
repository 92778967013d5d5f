import type { CaseUse } from './use.ts';

/** A post that is held now. */
interface Held {
  role: string;
  district: string;
  department?: string | undefined;
}

/** Who reads what a case uses: whoever works on it in one of its departments, and the window of its set that takes it in. */
const inDepartments: ReadonlySet<string> = new Set(['approver', 'head', 'lead']);

/** The post by which a case is handled now; undefined where none of these is one, and when the case has ended. */
export function readingPost<Post extends Held>(posts: readonly Post[], found: CaseUse): Post | undefined {
  const { district, departments, ended } = found;
  if (ended) return undefined;
  const own = posts.filter((post) => post.district === district);
  const handling = own.find(({ role, department = '' }) => inDepartments.has(role) && departments.includes(department));
  return handling ?? own.find(({ role }) => role === 'window');
}

/** Whether a post is one of those that read for their department. */
export const isOfDepartment = ({ role }: Pick<Held, 'role'>): boolean => inDepartments.has(role);

/** As the owner is shown it: the set, and the department or the window. */
export function officeOf({ district, role, department }: Held): string {
  return `${district}/${inDepartments.has(role) && department ? department : role}`;
}
