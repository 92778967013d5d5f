import { sha256 } from '#shared/cause';
import type { Call, HttpResponse } from '#shared/route';
import { accept, type Acceptance } from '../../domain/case/acceptance.ts';
import type { Application } from '../../domain/case/application.ts';
import { refused, type Decide } from '../../domain/case/change.ts';
import type { IntakeDeps } from '../../deps.ts';
import { isBarred } from '../commitment/barred.ts';
import { carryOut } from './carry-out.ts';
import { itemOf } from './item-of.ts';

/** Looks the item up only where something is to follow: most acceptances need the case alone. */
export const acceptApplication =
  (deps: IntakeDeps) =>
  (call: Call<unknown, Acceptance>): Promise<HttpResponse> =>
    carryOut(
      call,
      { act: 'accept', decide: (found) => (call.body.tolerance ? tolerant(found, deps) : accept(undefined)) },
      deps,
    );

/** 容缺: what may follow is the item's to say, and nobody with an unrepaired record may promise it. */
async function tolerant(found: Application, deps: IntakeDeps): Promise<Decide<Acceptance>> {
  if (await isBarred(found.partyId, deps)) return () => refused('record-unrepaired');
  return accept({ item: await itemOf(found, deps), hashOf: sha256 });
}
