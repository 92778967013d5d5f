import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import { makeVoid, proposeVoid } from '../../domain/case/voiding.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { voidBody } from '../../schemas/act.ts';
import { carryOut } from './carry-out.ts';

type VoidCall = Call<unknown, z.infer<ReturnType<typeof voidBody>>>;

/** 作废 of a duplicate looks at the case that goes on. */
async function otherOf({ body: { duplicateOf }, scope }: VoidCall, { applications }: IntakeDeps) {
  return duplicateOf ? applications.get(scope, duplicateOf) : undefined;
}

export const voidApplication =
  (deps: IntakeDeps) =>
  (call: VoidCall): Promise<HttpResponse> =>
    carryOut(call, { act: 'void', decide: async () => makeVoid(await otherOf(call, deps)) }, deps);

export const proposeVoidOf =
  (deps: IntakeDeps) =>
  (call: VoidCall): Promise<HttpResponse> =>
    carryOut(call, { act: 'propose-void', decide: async () => proposeVoid(await otherOf(call, deps)) }, deps);
