import type { CalendarYear } from '#shared/calendar';
import type { Item } from '../catalogue/item.ts';
import { demandable } from '../catalogue/requirements.ts';
import { dueOf, type DueAt } from '../clock/limit.ts';
import type { Application } from './application.ts';
import type { SignedPromise } from './tolerated.ts';

/** What an acceptance lets follow: within how many working days, and the promise that the applicant signed for it. */
export interface Tolerating {
  requirements: readonly string[];
  days: number;
  promised: true;
  signature: { ref: string; by: SignedPromise['signedBy'] };
}

/** The item that says what may follow, and the hash by which the signed text is known again. */
export interface ToleratingFor {
  item: Pick<Item, 'name' | 'materials' | 'commitment' | 'form'>;
  hashOf: (text: string) => string;
}

/** The wording below; what was signed in an older one keeps its text and its number. */
const wording = '2026-1';

/** 容缺受理承诺书: what the applicant reads and signs. Before it is known what may follow and until when, their places are shown. */
export function promiseOf(
  item: { name: string },
  { materials = '{materials}', days = '{days}' }: { materials?: string; days?: string } = {},
): { wording: string; text: string } {
  const text = [
    `本人（单位）申请办理“${item.name}”，下列材料暂未提交：${materials}。`,
    `本人（单位）承诺：自受理之日起${days}个工作日内补齐上述材料，所补材料真实、合法、有效。`,
    '逾期未补齐的，行政机关可以依法作出不予许可等处理，由此产生的后果由本人（单位）承担；补齐之前，不再适用容缺受理和告知承诺。',
  ].join('');
  return { wording, text };
}

/** 容缺受理: secondary materials only, and not longer than the promise (facts: time limits). */
export function tolerance(
  application: Application,
  { requirements, days, signature }: Tolerating,
  { listed, at, by }: { listed: ToleratingFor | undefined; at: Date; by: string },
): NonNullable<Application['tolerance']> | 'not-deferrable' {
  const { promised, partyId, entry } = application;
  const asked = listed ? demandable(listed.item, application) : [];
  const deferrable = new Set(asked.filter(({ must }) => must === 'deferrable').map(({ type }) => type));
  const longest = promised.unit === 'working-day' || promised.unit === 'day' ? promised.n : 1;
  if (!listed || days > longest || !requirements.every((one) => deferrable.has(one))) return 'not-deferrable';
  const names = requirements.map((type) => listed.item.materials.find((one) => one.type === type)?.name ?? type);
  const said = promiseOf(listed.item, { materials: names.join('、'), days: String(days) });
  const signer = signature.by === 'self' ? partyId : entry?.present?.partyId;
  const signed = {
    signedAt: at,
    signedBy: signature.by,
    ...(signer && { signer }),
    recordedBy: by,
    signatureRef: signature.ref,
  };
  return { requirements: [...requirements], days, promise: { ...said, sha256: listed.hashOf(said.text), ...signed } };
}

/** Until when that may follow; undefined where nothing may, or it has come. */
export function tolerateUntil(
  { tolerance: open, acceptedAt }: Application,
  calendar: readonly CalendarYear[],
): DueAt | undefined {
  if (!open || open.settledAt || !acceptedAt) return undefined;
  return dueOf({ limit: { n: open.days, unit: 'working-day' }, from: acceptedAt }, calendar);
}
