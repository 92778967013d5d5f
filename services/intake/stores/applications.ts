import type { Fact } from '#events/event';
import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { ifAbsent, ifVersion, type Condition, type Row, type Table, type Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { Change } from '../domain/case/change.ts';
import type { Settled } from '../domain/case/settled.ts';
import { sees } from '../domain/case/view.ts';
import type { Opening } from './opening-rows.ts';
import { standingAgainWrites } from './licence-rows.ts';
import { seatWrites } from './quotas.ts';
import type { Undone } from '../domain/case/quota.ts';
import { standingWrites } from './standing-rows.ts';
import { findingWrites } from './finding-rows.ts';
import { issuedRow } from './issued.ts';
import {
  applicationIn,
  caseRows,
  draftVersion,
  formKey,
  formRow,
  readForm,
  recordKey,
  type StoredForm,
} from './rows.ts';

export interface Draft {
  application: Application;
  form: StoredForm;
  /** What is asked of others as it begins. */
  facts?: readonly Fact[] | undefined;
}

/** The cases of a set. What is out of the scope is not there; a lost race is a `Conflict`. */
export function applicationStore(table: Table, publisher: Publisher) {
  return {
    /** The record alone: an act that does not look at the form does not pay for it. */
    async get(scope: Scope, id: string): Promise<Application | undefined> {
      return visible(scope, await table.get(recordKey(id)));
    },

    /** The record for the clock, which sees every case. */
    async getForClock(id: string): Promise<Application | undefined> {
      const row = await table.get(recordKey(id));
      return row && applicationIn(row);
    },

    /** The case with its form. A draft's version is its form's: saving a draft writes nothing else. */
    async getWithForm(scope: Scope, id: string): Promise<Draft | undefined> {
      const [row, formRow] = await table.getAll([recordKey(id), formKey(id)]);
      return draftIn(scope, row, formRow);
    },

    async create({ application, form, facts = [] }: Draft, cause: Cause): Promise<void> {
      const { record, entry } = caseRows(application, { act: 'create' }, cause);
      await table.transact([
        ...markWrites(cause),
        { put: record, when: ifAbsent },
        { put: formRow(application.id, form) },
        { put: entry },
        ...outboxWrites(publisher, application, { facts, cause }),
      ]);
    },

    async saveDraft(id: string, form: StoredForm): Promise<void> {
      await table.put(formRow(id, form), ifOpen(form.version - 1));
    },

    /** Record, timeline entry, facts and mark of an act in one transaction, with the rows of the lists it moves in. */
    save: async (settled: Saved, cause: Cause): Promise<void> =>
      table.transact([...markWrites(cause), ...(await actWrites(settled, { publisher, cause }))]),
  };
}

/** All that an act writes, but for its mark. */
async function actWrites(settled: Saved, by: { publisher: Publisher; cause: Cause }): Promise<Write[]> {
  const { before, application, act, facts, raised, reason } = settled;
  const { publisher, cause } = by;
  const { id, version } = application;
  const issued = issuedRow(id, settled.issued);
  const form = settled.form && JSON.stringify(settled.form.is);
  const { record, entry } = caseRows(application, { act, reason, form, issued }, cause);
  return [
    { put: record, when: ifVersion(before.state === 'draft' ? draftVersion : before.version) },
    ...formWrites(settled, form),
    ...(settled.goesOn ? [goesOnCheck(settled.goesOn)] : []),
    { put: entry, when: ifAbsent },
    ...standingWrites(before, application, { at: cause.at, act }),
    ...seatWrites(settled.seat),
    ...(settled.undone?.stands ? standingAgainWrites(settled.undone.grant) : []),
    ...(issued ? [{ put: issued }] : []),
    ...(await checkWrites(settled, cause)),
    ...(await openingWrites(settled, by)),
    ...(settled.beside ?? []),
    ...(await toldWrites(settled, cause)),
    ...findingWrites(raised, cause),
    ...outboxWrites(publisher, { id, version }, { facts, cause }),
  ];
}

/** A settled change, the case that begins with it, and the earlier grant that it takes back or lets stand again. */
type Saved = Settled & {
  opened?: Opening | undefined;
  undone?: Undone | undefined;
  /** Of another record that the act also changes, or that must not have changed. */
  beside?: readonly Write[] | undefined;
};

/** Who is told of a limit that has passed: of the clock alone. */
const toldWrites = async ({ application, warning }: Saved, cause: Cause): Promise<Write[]> =>
  warning ? (await import('./warning-rows.ts')).warningWrites(application, warning, cause) : [];

/** Of the few acts that grant on a commitment, and the few with which another case begins: no start reads what they write. */
const checkWrites = async ({ check }: Saved, cause: Cause): Promise<Write[]> =>
  check ? (await import('./commitment-rows.ts')).commitmentWrites(undefined, check, cause) : [];
const openingWrites = async ({ opened }: Saved, by: { publisher: Publisher; cause: Cause }): Promise<Write[]> =>
  opened ? (await import('./opening-rows.ts')).openedWrites(by.publisher, opened, by.cause) : [];

function formWrites({ before, application: { id, version }, form }: Change, text: string | undefined): Write[] {
  if (before.state === 'draft') {
    // From now on a late save of the draft is refused, also one that read the record before this and the form after.
    // What is handed in is what the entry has the hash of, its numbers in their written form.
    const handedIn = text !== undefined && { form: text };
    return [{ update: formKey(id), set: { version, sealed: true, ...handedIn }, when: ifOpen(before.version) }];
  }
  if (!form) return [];
  // What was corrected takes the place of what was handed in; the form as it was stays beside it.
  const kept = { pk: formKey(id).pk, sk: `FORM#${String(before.version).padStart(6, '0')}`, schema: 1 };
  return [
    { update: formKey(id), set: { version, form: text }, when: sealed },
    { put: { ...kept, form: JSON.stringify(form.was) }, when: ifAbsent },
  ];
}

const goesOnCheck = ({ id, version }: Pick<Application, 'id' | 'version'>): Write => ({
  check: recordKey(id),
  when: ifVersion(version),
});

const sealed: Condition = { expression: 'sealed = :yes', values: { ':yes': true } };

/** A record within the scope; anything else is not there for this caller. */
export function visible(scope: Scope, row: Row | undefined): Application | undefined {
  const found = row && applicationIn(row);
  return found && sees(scope, found) ? found : undefined;
}

/** A record with its form: a draft has the version of its form. */
export function draftIn(scope: Scope, row: Row | undefined, formRow: Row | undefined): Draft | undefined {
  const application = visible(scope, row);
  if (!application || !formRow) return undefined;
  const form = readForm(formRow);
  return { application: { ...application, version: Math.max(application.version, form.version) }, form };
}

/** The form still has the version that was read, and its case is still a draft. */
export function ifOpen(version: number): Condition {
  const { expression, ...rest } = ifVersion(version);
  return { expression: `${expression} AND attribute_not_exists(sealed)`, ...rest };
}
