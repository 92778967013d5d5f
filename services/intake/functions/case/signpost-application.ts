import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { signpost } from '../../domain/case/refusing.ts';
import type { OtherOffice } from '../../domain/case/proposal.ts';
import type { IntakeDeps } from '../../deps.ts';
import { noSuchOffice } from '../../problems/case-office.ts';
import type { signpostBody } from '../../schemas/act.ts';
import { carryOut } from './carry-out.ts';

type Shown = z.infer<ReturnType<typeof signpostBody>>;

/** The office must be one: a department of this set is looked up; what departments another set has is not known here. */
export const signpostApplication =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Shown>): Promise<HttpResponse> => {
    const office = await officeIn(call.body, deps);
    if (!office) {
      const message = noSuchOffice[call.language];
      return refuse(noSuchOffice, [{ pointer: '/office/department', code: noSuchOffice.code, message }]);
    }
    return carryOut(call, { act: 'signpost', decide: () => signpost(office, deps.set) }, deps);
  };

async function officeIn({ office }: Shown, { catalogue, set }: IntakeDeps): Promise<OtherOffice | undefined> {
  if ('outside' in office) return { name: office.outside };
  const departments = (await catalogue.current())?.departments ?? [];
  const known = departments.find(({ key }) => key === office.department);
  if (office.set === set) return known && { ...office, name: known.name };
  return { ...office, name: `${known?.name ?? office.department}（${office.set}）` };
}
