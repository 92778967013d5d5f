import type { Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { ifAbsent, ifVersion, type Table, type Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { Act } from '../domain/case/graph.ts';
import type { OpeningAct } from '../domain/case/follow-up.ts';
import { dueWrites } from './due.ts';
import { nextKey, type Next } from './links.ts';
import { formRow, recordRow, timelineRow, type StoredForm } from './rows.ts';

/** A case that begins upon another one, with all that comes of it. */
export interface Opened {
  application: Application;
  form: StoredForm;
  act: Act | OpeningAct;
  facts: readonly Fact[];
}

/** The rows of a case that begins upon another; the form of one that is received at once cannot be edited any more. */
function openingWrites(publisher: Publisher, opened: Opened, cause: Cause): Write[] {
  const { application, form, act, facts } = opened;
  const { recorded, entryRow } = timelineRow(application, { act, reason: application.follows?.why }, cause);
  const { id, version, state } = application;
  return [
    { put: recordRow(recorded), when: ifAbsent },
    { put: { ...formRow(id, form), ...(state !== 'draft' && { sealed: true }) } },
    { put: entryRow },
    ...dueWrites(undefined, application, cause.at),
    ...outboxWrites(publisher, { id, version }, { facts, cause }),
  ];
}

/** Its rows with that which names it beside the case it follows. Of two who open at once one must look again (`Conflict`). */
function linkedWrites(publisher: Publisher, opened: Opened, { next: { version, cases }, cause }: Upon): Write[] {
  const { id, follows } = opened.application;
  if (!follows) throw new Error('a case that is opened upon another names it');
  const entry = { caseId: id, as: follows.as, openedAt: cause.at.toISOString() };
  const row = { ...nextKey(follows.caseId), schema: 1, version: version + 1, cases: [...cases, entry] };
  return [
    ...openingWrites(publisher, opened, cause),
    { put: row, when: version === 0 ? ifAbsent : ifVersion(version) },
  ];
}

interface Upon {
  next: Next;
  cause: Cause;
}

/** Opens cases upon others, in a transaction of their own or in that of the act which does it. */
export function openingStore(table: Pick<Table, 'transact'>, publisher: Publisher) {
  return {
    /** The rows of a case that begins as another one ends. */
    writes: (opened: Opened, cause: Cause): Write[] => openingWrites(publisher, opened, cause),

    /** The rows of a case that is opened upon one that has ended. */
    linked: (opened: Opened, next: Next, cause: Cause): Write[] => linkedWrites(publisher, opened, { next, cause }),

    async open(opened: Opened, next: Next, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), ...linkedWrites(publisher, opened, { next, cause })]);
    },
  };
}
