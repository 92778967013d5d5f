import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import { makeVoid } from '../../domain/case/on-the-way.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { voidBody } from '../../schemas/act.ts';
import { carryOut } from './carry-out.ts';

/** 作废 of a duplicate looks at the case that goes on. */
export const voidApplication =
  (deps: IntakeDeps) =>
  (call: Call<unknown, z.infer<ReturnType<typeof voidBody>>>): Promise<HttpResponse> => {
    const { duplicateOf } = call.body;
    const other = async () => (duplicateOf ? deps.applications.get(call.scope, duplicateOf) : undefined);
    return carryOut(call, { act: 'void', decide: async () => makeVoid(await other()) }, deps);
  };
