import { isCurrent } from '#shared/access';
import { refuse, type Call, type Refusal } from '#shared/route';
import { notYourDepartment } from '../../problems/bill.ts';
import type { Office } from '../../stores/rows.ts';

interface Wish {
  district?: string | undefined;
  department?: string | undefined;
}

/** The departments, of whatever district, for which the caller may ask by the posts that count on the route. */
export function officesOf({ scope, cause }: Pick<Call, 'scope' | 'cause'>): Office[] {
  const held = scope.actor.posts.filter((post) => scope.capacities.includes(post.role) && isCurrent(post, cause.at));
  return held.flatMap(({ district, department }) => (department ? [{ district, department }] : []));
}

/** The one he acts for: that of his only post, or the one he names. */
export function officeOf(call: Pick<Call, 'scope' | 'cause'>, { district, department }: Wish): Office | Refusal {
  const wanted = officesOf(call).filter(
    (one) => (!district || one.district === district) && (!department || one.department === department),
  );
  const [office] = wanted;
  const isOne = wanted.every((one) => one.district === office?.district && one.department === office.department);
  return office && isOne ? office : refuse(notYourDepartment);
}
