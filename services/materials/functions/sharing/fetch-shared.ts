import type { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { FetchDeps } from '../../deps.ts';
import { sharedIn, withLine } from '../../domain/sharing/on-case.ts';
import { answered, type SharedLine } from '../../domain/sharing/line.ts';
import type { CaseUse } from '../../domain/use/use.ts';
import type { Answer, Inquiry } from '../../exchange/exchange.ts';
import { accessWrite } from '../../stores/accesses.ts';
import { recordWrite } from '../../stores/shared-rows.ts';

/**
 * A line of a case is asked of its provider. What that answers, who has asked and why, and what the case's set is told are one
 * transaction; that nobody answers is no answer, and is asked again.
 */
export const fetchShared =
  (deps: FetchDeps) =>
  async ({ data }: ReceivedOf<typeof SharedDataDueV1>, cause: Cause): Promise<void> => {
    const { known } = await deps.uses.get(data.caseId);
    const line = known && sharedIn(known, data.requirement);
    if (!known || line?.state !== 'fetching') return;
    const inquiry = inquiryOf(known, line);
    const answer = await deps.ask(line.resource, inquiry);
    const now = { at: deps.now(), id: deps.newId() };
    const after = answered(line, { outcome: answer.outcome, why: 'why' in answer ? answer.why : undefined }, now.at);
    if (!after) return;
    const beside = [
      ...('fields' in answer ? [recordWrite(recordOf(known, line, { at: now.at, ...answer }))] : []),
      ...(answer.outcome === 'fail' ? [] : [accessWrite(known.partyId, accessOf(known, line, { ...now, inquiry }))]),
    ];
    await deps.uses.follow({ before: known, use: withLine(known, after), beside }, cause);
  };

/** 国务院令716 art. 7 lets an office ask; the item's own basis says for what. */
const inquiryOf = ({ partyId, caseId, itemKey, district, departments, basis }: CaseUse, line: SharedLine): Inquiry => ({
  subject: partyId,
  caseId,
  itemKey,
  requirement: line.requirement,
  office: `${district}/${departments[0] ?? 'window'}`,
  basis: basis ?? '国务院令716 第七条',
});

const recordOf = (
  { caseId, partyId, district, itemKey }: CaseUse,
  { requirement, resource }: SharedLine,
  { at: fetchedAt, outcome, fields }: Extract<Answer, { fields: object }> & { at: Date },
) => {
  const state = outcome === 'find' ? ('fetched' as const) : ('differs' as const);
  return { caseId, requirement, resource, partyId, district, itemKey, state, fetchedAt, fields };
};

/** The owner reads that he was asked about, by which office, for which case and by what law. */
const accessOf = (
  { caseId }: CaseUse,
  { resource, requirement: type }: SharedLine,
  { id, at, inquiry }: { id: string; at: Date; inquiry: Inquiry },
) => ({
  id,
  at: at.toISOString(),
  office: inquiry.office,
  actor: 'service:materials',
  caseId,
  resource,
  type,
  reason: inquiry.basis,
});
