import type { Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { outboxWrites, type Publisher } from '#shared/outbox';
import { ifAbsent, ifVersion, type Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { Act } from '../domain/case/graph.ts';
import type { OpeningAct } from '../domain/case/follow-up.ts';
import { heldCase } from './held-rows.ts';
import { nextKey, type Next } from './next-row.ts';
import { caseRows, formRow, type StoredForm } from './rows.ts';
import { standingWrites } from './standing-rows.ts';

/** A case that begins upon another one, with all that comes of it. */
export interface Opened {
  application: Application;
  form: StoredForm;
  act: Act | OpeningAct;
  facts: readonly Fact[];
  /** The record of the documents that it takes over. */
  beside?: readonly Write[];
}

/** A case that begins with an act, and what stands already beside the one that it is opened upon, where that has ended before. */
export interface Opening {
  opened: Opened;
  next?: Next | undefined;
}

/** The rows of a case that begins upon another; the form of one that is received at once cannot be edited any more. */
function openingWrites(publisher: Publisher, opened: Opened, cause: Cause): Write[] {
  const { application, form, act, facts, beside = [] } = opened;
  const { id, version, state } = application;
  const filled = formRow(id, form);
  const handedIn = state !== 'draft' && { form: filled.form };
  const { record, entry } = caseRows(application, { act, reason: application.follows?.why, ...handedIn }, cause);
  return [
    { put: record, when: ifAbsent },
    ...heldCase(application),
    { put: { ...filled, ...(handedIn && { sealed: true }) } },
    { put: entry },
    ...standingWrites(undefined, application, cause),
    ...beside,
    ...outboxWrites(publisher, { id, version }, { facts, cause }),
  ];
}

/** What names it beside the case that it follows. Of two who open at once one must look again (`Conflict`). */
function linkWrite({ application: { id, follows } }: Opened, { version, cases }: Next, at: Date): Write {
  if (!follows) throw new Error('a case that is opened upon another names it');
  const entry = { caseId: id, as: follows.as, openedAt: at.toISOString() };
  const row = { ...nextKey(follows.caseId), schema: 1, version: version + 1, cases: [...cases, entry] };
  return { put: row, when: version === 0 ? ifAbsent : ifVersion(version) };
}

/** All that a case writes which begins with an act; nothing where none does. */
export function openedWrites(publisher: Publisher, opening: Opening | undefined, cause: Cause): Write[] {
  if (!opening) return [];
  const { opened, next } = opening;
  return [...openingWrites(publisher, opened, cause), ...(next ? [linkWrite(opened, next, cause.at)] : [])];
}
