import type { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import type { ReceivedOf } from '#events/event';
import { sha256, type Cause } from '#shared/cause';
import { raise } from '../../domain/supervision/finding.ts';
import type { IntakeDeps } from '../../deps.ts';

/**
 * A department of this set has let the time pass in which it answers what a party disputes of its register (个人信息保护法
 * art. 46): its head answers for that, and a supervisor hears. The case may be another set's.
 */
export const onDisputeChanged =
  ({ calendars, findings, set }: Pick<IntakeDeps, 'calendars' | 'findings' | 'set'>) =>
  async ({ data, sequence, time }: ReceivedOf<typeof DisputeChangedV1>, cause: Cause): Promise<void> => {
    const { caseId, disputeId, itemKey = data.resource, late, provider } = data;
    if (!late || provider?.district !== set) return;
    const subject = { id: caseId, version: sequence, itemKey, department: provider.department };
    const now = { at: new Date(time), calendar: await calendars.current() };
    const found = raise(
      subject,
      { rule: 'dispute-late', about: data.resource, apart: sha256(disputeId).slice(0, 16) },
      now,
    );
    await (await findings()).raise(found, cause);
  };
