import { publish, warnUnpublished } from '../../domain/publicity/act.ts';
import { publicityLook } from '../../domain/publicity/publicity.ts';
import { pushLook, warnUnconfirmed } from '../../domain/push/push.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { unlessLost } from './unless-lost.ts';

type Deps<Names extends keyof IntakeDeps> = Pick<IntakeDeps, Names | 'newId' | 'set'>;

/** Publishes what names its holder, and tells once of what nobody has published in time. */
export async function passPublicity(id: string, { now, calendar }: Now, deps: Deps<'publicities'>): Promise<boolean> {
  const store = await deps.publicities();
  const found = await store.get(id);
  const look = found && publicityLook(found, calendar);
  if (!found || !look || look.at >= now) {
    await unlessLost(store.look(found ?? { caseId: id }, look, now));
    return false;
  }
  const change = found.holder ? publish(found, { at: now, body: {} }) : warnUnpublished(found);
  if ('refused' in change) return false;
  return unlessLost(store.save(change, calendar, clockCause(now, deps)));
}

/** Tells once that a supervising body has not confirmed in time. */
export async function passPush(id: string, { now, calendar }: Now, deps: Deps<'pushes'>): Promise<boolean> {
  const store = await deps.pushes();
  const found = await store.get('any', id);
  const look = found && pushLook(found, calendar);
  if (!found || !look || look.at >= now) {
    await unlessLost(store.look(found ?? { caseId: id }, look, now));
    return false;
  }
  return unlessLost(store.save(warnUnconfirmed(found), calendar, clockCause(now, deps)));
}
