import { sha256 } from '#shared/cause';
import type { Call, HttpResponse } from '#shared/route';
import { accept, type Acceptance } from '../../domain/case/acceptance.ts';
import type { Application } from '../../domain/case/application.ts';
import { refused, type Decide } from '../../domain/case/change.ts';
import type { IntakeDeps } from '../../deps.ts';
import { isBarred } from '../commitment/barred.ts';
import { carryOut } from './carry-out.ts';
import type { ReadAhead } from '../material/bar.ts';
import { itemOf } from './item-of.ts';
import { materialsAhead } from './materials-ahead.ts';

/** Looks the item up only where something is to follow: most acceptances need the case alone. */
export const acceptApplication =
  (deps: IntakeDeps) =>
  (call: Call<unknown, Acceptance>): Promise<HttpResponse> => {
    const ahead = materialsAhead(call, deps);
    return carryOut(call, { act: 'accept', decide: (found) => accepting(found, { ...call.body, ahead }, deps) }, deps);
  };

type Accepting = Pick<Acceptance, 'tolerance'> & { ahead: Promise<ReadAhead> };

/** What the applicant gave must be confirmed or refused first, or seen on paper: till then nobody knows whether it is complete. */
async function accepting(
  found: Application,
  { tolerance, ahead }: Accepting,
  deps: IntakeDeps,
): Promise<Decide<Acceptance>> {
  const { unlessBarred } = await import('../material/bar.ts');
  const decide = tolerance ? await tolerant(found, deps) : accept(undefined);
  return unlessBarred(await ahead, { wish: found.handling === 'filing' ? 'grant' : 'accept', decide });
}

/** 容缺: what may follow is the item's to say, and nobody with an unrepaired record may promise it. */
async function tolerant(found: Application, deps: IntakeDeps): Promise<Decide<Acceptance>> {
  if (await isBarred(found.partyId, deps)) return () => refused('record-unrepaired');
  return accept({ item: await itemOf(found, deps), hashOf: sha256 });
}
