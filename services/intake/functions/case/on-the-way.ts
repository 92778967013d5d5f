import type { Call, HttpResponse } from '#shared/route';
import { extend, resume, settleTolerance } from '../../domain/case/on-the-way.ts';
import type { Came } from '../../domain/case/tolerated.ts';
import type { IntakeDeps } from '../../deps.ts';
import { readAhead } from '../material/bar.ts';
import { carryOut, onCase } from './carry-out.ts';

export const resumeCase = onCase('resume', resume);
export const extendCase = onCase('extend', extend);

/** What the case has of its materials is read for it; not settled where any of that changes meanwhile. */
export const settleToleranceOf =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, { came: Came[] }>): Promise<HttpResponse> => {
    const { store, found } = await readAhead(call.params['id'] ?? '', deps);
    const settle = settleTolerance(found?.lines ?? []);
    const beside = found && { beside: [store.unchanged(found)] };
    return carryOut(
      call,
      {
        act: 'settle-tolerance',
        decide:
          () =>
          (...about) => ({ ...settle(...about), ...beside }),
      },
      deps,
    );
  };
