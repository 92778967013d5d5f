import type { Call, HttpResponse } from '#shared/route';
import { recuse, release, transfer } from '../../domain/case/handing-on.ts';
import type { Application } from '../../domain/case/application.ts';
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
    carryOut(call, { act: 'recuse', decide: async (found) => recuse(await named(found, call, deps)) }, deps);

/** Those of the named who work in the department of the task. */
async function named(
  { tasks }: Application,
  { params, body: { who, to }, cause }: Call<unknown, Naming>,
  deps: Pick<IntakeDeps, 'staff' | 'parties'>,
): Promise<Known[]> {
  const department = tasks.find(({ n }) => n === Number(params['n'] ?? 0))?.department;
  if (department === undefined) return [];
  const staff = await deps.staff();
  const found = [who, to].flatMap((one) => (one === undefined ? [] : [staff.colleague(department, one, cause.at)]));
  const colleagues = (await Promise.all(found)).filter((one) => one !== undefined);
  return Promise.all(colleagues.map(async (one) => ({ ...one, ids: await deps.parties.group(one.partyId) })));
}
