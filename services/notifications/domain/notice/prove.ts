import { NoticeProvedV1 } from '#events/notifications/notice-proved.v1';
import { fact, type Fact } from '#events/event';
import type { Notice, Proof } from './notice.ts';

const order: readonly Proof['step'][] = ['sent', 'delivered', 'read'];

/**
 * What is proved of a statutory notice of a case grows, and never shrinks: sent, then delivered, then read, whatever the
 * channel; what counts as served goes before what does not.
 */
export function prove(notice: Notice, found: Proof): { notice: Notice; facts: Fact[] } {
  const { statutory, caseId, proved } = notice;
  if (!statutory || !caseId || (proved && weight(proved) >= weight(found))) return { notice, facts: [] };
  const { step, channel, at, counts } = found;
  const said = { noticeId: notice.id, caseId, partyId: notice.partyId, kind: notice.message };
  const data = { ...said, step, at: at.toISOString(), channel, counts };
  return { notice: { ...notice, proved: found }, facts: [fact(NoticeProvedV1, data, notice.district)] };
}

const weight = ({ step, counts }: Proof): number => order.indexOf(step) + (counts ? order.length : 0);
