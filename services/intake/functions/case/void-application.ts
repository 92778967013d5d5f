import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { makeVoid, proposeVoid, type Beside } from '../../domain/case/voiding.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { voidBody } from '../../schemas/act.ts';
import { carryOut } from './carry-out.ts';

type VoidCall = Call<unknown, z.infer<ReturnType<typeof voidBody>>>;

/** 作废 of a duplicate looks at the case that goes on. */
async function besideOf(
  { partyId }: Application,
  { body: { duplicateOf }, scope }: VoidCall,
  { applications, parties }: IntakeDeps,
): Promise<Beside | undefined> {
  if (!duplicateOf) return undefined;
  const [other, ids] = await Promise.all([applications.get(scope, duplicateOf), parties.group(partyId)]);
  return other && { other, ids };
}

export const voidApplication =
  (deps: IntakeDeps) =>
  (call: VoidCall): Promise<HttpResponse> =>
    carryOut(call, { act: 'void', decide: async (found) => makeVoid(await besideOf(found, call, deps)) }, deps);

export const proposeVoidOf =
  (deps: IntakeDeps) =>
  (call: VoidCall): Promise<HttpResponse> =>
    carryOut(
      call,
      { act: 'propose-void', decide: async (found) => proposeVoid(await besideOf(found, call, deps)) },
      deps,
    );
