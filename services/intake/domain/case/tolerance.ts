import type { CalendarYear } from '#shared/calendar';
import type { Item } from '../catalogue/item.ts';
import { demandable } from '../catalogue/requirements.ts';
import { dueOf, surelyPast } from '../clock/limit.ts';
import type { Application } from './application.ts';
import { withinDays, type Tolerate } from './tolerating.ts';

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

type Calendar = readonly CalendarYear[];

/** 容缺受理: secondary materials only, and not longer than the promise (facts: time limits). */
export const toleranceFor =
  (listed: ToleratingFor): Tolerate =>
  (application, { requirements, days, signature }, { at, by, calendar }) => {
    const { partyId, entry } = application;
    const asked = demandable(listed.item, application);
    const deferrable = new Set(asked.filter(({ must }) => must === 'deferrable').map(({ type }) => type));
    if (!requirements.every((one) => deferrable.has(one))) return 'not-deferrable';
    if (outlasts(application, { days, at }, calendar)) return 'tolerance-too-long';
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
  };

/** Whether what may follow would be due after the promise: the moments are compared, as days and hours of each are their own. */
function outlasts(
  { promised, submittedAt }: Application,
  { days, at }: { days: number; at: Date },
  calendar: Calendar,
) {
  const from = promised.from === 'received' ? (submittedAt ?? at) : at;
  const [follows, promise] = [dueOf(withinDays(days, at), calendar), dueOf({ limit: promised, from }, calendar)];
  return follows !== undefined && promise !== undefined && surelyPast(follows) > surelyPast(promise);
}
