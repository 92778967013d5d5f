import type { Call, HttpResponse } from '#shared/route';
import { recuse, release, transfer, unlessLeft } from '../../domain/case/handing-on.ts';
import type { Application } from '../../domain/case/application.ts';
import type { Decide } from '../../domain/case/change.ts';
import type { Known } from '../../domain/party/person.ts';
import type { IntakeDeps } from '../../deps.ts';
import { carryOut, onCase } from './carry-out.ts';

interface Naming {
  who?: string | undefined;
  to?: string | undefined;
  reason: string;
}

export const releaseTask = onCase('release', release);

export const transferTask =
  (deps: IntakeDeps) =>
  (call: Call<unknown, Naming & { to: string }>): Promise<HttpResponse> =>
    carryOut(call, { act: 'transfer', decide: async (found) => transfer(await named(found, call, deps)) }, deps);

export const recuseFromCase =
  (deps: IntakeDeps) =>
  (call: Call<unknown, Naming>): Promise<HttpResponse> =>
    carryOut(call, { act: 'recuse', decide: (found) => recusal(found, call, deps) }, deps);

/** Of a task its department has others; of the case as such it is asked whether its office has any left. */
async function recusal(found: Application, call: Call<unknown, Naming>, deps: IntakeDeps): Promise<Decide<Naming>> {
  const step = recuse(await named(found, call, deps));
  const others = await (await deps.staff()).seenIn(found.department, call.cause.at);
  return (application, acting) => {
    const change = step(application, acting);
    return 'refused' in change ? change : unlessLeft(change, { others, ...acting });
  };
}

/** Those of the named who work in the department of the task, or in the one that owns the case. */
async function named(
  { tasks, department: owning }: Application,
  { params, body: { who, to }, cause }: Call<unknown, Naming>,
  deps: Pick<IntakeDeps, 'staff' | 'parties'>,
): Promise<Known[]> {
  const n = Number(params['n'] ?? 0);
  const department = n === 0 ? owning : tasks.find((one) => one.n === n)?.department;
  if (department === undefined) return [];
  const staff = await deps.staff();
  const found = [who, to].flatMap((one) => (one === undefined ? [] : [staff.colleague(department, one, cause.at)]));
  const colleagues = (await Promise.all(found)).filter((one) => one !== undefined);
  return Promise.all(colleagues.map(async (one) => ({ ...one, ids: await deps.parties.group(one.partyId) })));
}
