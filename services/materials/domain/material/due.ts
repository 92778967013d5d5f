import { endOf } from '#shared/calendar';
import { expire, giveUp, warn, type MaterialChange, type NotNow } from './act.ts';
import type { Material, Version } from './material.ts';

/** Hours in which a declared file must come; then the declaration is forgotten. */
export const uploadHours = 24;
/** Days before the end of a document at which its owner is warned, once. */
export const warningDays = 30;

const hourMs = 3_600_000;

/** When the clock must look at a document; undefined where it need not. */
export function lookAt({ versions }: Pick<Material, 'versions'>): Date | undefined {
  const times = versions.flatMap((one) => timesOf(one));
  return times.toSorted((one, other) => one.getTime() - other.getTime())[0];
}

/** The end of the time in which its file must come. */
export function uploadBy({ declaredAt }: Pick<Version, 'declaredAt'>): Date {
  return new Date(declaredAt.getTime() + uploadHours * hourMs);
}

/** The moment from which it holds no more; undefined where it has no end. */
export function endsAt({ validUntil }: Pick<Version, 'validUntil'>): Date | undefined {
  return validUntil === undefined ? undefined : endOf(validUntil);
}

/** When its owner is to be warned; undefined where it has no end. */
export function warnAt(found: Pick<Version, 'validUntil'>): Date | undefined {
  const end = endsAt(found);
  return end && new Date(end.getTime() - warningDays * 24 * hourMs);
}

function timesOf(found: Version): Date[] {
  if (found.state === 'awaiting-upload') return [uploadBy(found)];
  if (found.state === 'erasing' && found.erasedAt) return [found.erasedAt];
  if (found.state === 'hidden' && found.lookAt) return [found.lookAt];
  if (found.state !== 'available') return [];
  const end = endsAt(found);
  const warn = found.warnedAt ? undefined : warnAt(found);
  return [end, warn].filter((time) => time !== undefined);
}

/** What time has done to a document by now: the first thing of it; undefined where nothing is due. */
export function passTime(found: Material, now: Date): MaterialChange | undefined {
  for (const one of found.versions) {
    const change = passOne(found, one, now);
    if (change && !('refused' in change)) return change;
  }
  return undefined;
}

function passOne(found: Material, one: Version, now: Date): MaterialChange | NotNow | undefined {
  if (one.state === 'awaiting-upload') return uploadBy(one) <= now ? giveUp(found, one.n, 'clock') : undefined;
  if (one.state !== 'available') return undefined;
  const [end, warning] = [endsAt(one), warnAt(one)];
  if (end && end < now) return expire(found, one.n);
  return warning && warning <= now && !one.warnedAt ? warn(found, one.n, now) : undefined;
}
