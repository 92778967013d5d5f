import { allRows } from '#shared/all-rows';
import type { Fact } from '#events/event';
import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import { bundle, type Bundle } from '../domain/bundle/bundle.ts';
import type { BundleChange } from '../domain/bundle/step.ts';
import { seesBundle } from '../domain/bundle/view.ts';
import type { CaseMatter } from '../standing.ts';
import { findingWrites } from './finding-rows.ts';
import { ifOpen } from './applications.ts';
import { answerRow, answersOf } from './stage-answers.ts';
import { formIn, formKey, formRow, type StoredBundleForm } from './bundle-forms.ts';
import { chained, type Chained } from './chain.ts';
import { dueKey, dueWritesOf, placeWrites } from './due.ts';
import { issuedBy } from './issued.ts';
import { pageOfAll, type PageOf } from './lists.ts';
import { seesOneCase } from './bundle-cases.ts';
import { draftVersion, timelineEntry, type TimelineEntry } from './rows.ts';
import { madeCaseWrites, type Making } from './made-case.ts';

const bundleKey = (id: string): Key => ({ pk: `BUNDLE#${id}`, sk: 'REC' });
const listPartition = (partyId: string) => `BUNDLES#${partyId}`;

export interface FilledBundle {
  bundle: Bundle;
  form: StoredBundleForm;
}

/** What is asked of others with a draft. */
interface Asking {
  facts: readonly Fact[];
  cause: Cause;
  /** What is written beside it. */
  beside?: readonly Write[];
}

/** The bundles of a set. A draft's version is its form's, as with a case: saving it is one conditional put. */
export function bundleStore(table: Table, publisher: Publisher) {
  return { ...reading(table), ...drafting(table, publisher), ...writing(table, publisher) };
}

function reading(table: Table) {
  async function read(id: string): Promise<FilledBundle | undefined> {
    const [row, filled] = await table.getAll([bundleKey(id), formKey(id)]);
    if (!row || !filled) return undefined;
    const [found, form] = [bundle().parse(row), formIn(filled)];
    return { bundle: { ...found, version: Math.max(found.version, form.version) }, form };
  }

  return {
    /** What the caller may see; anything else is not there for him. */
    async get(scope: Scope, id: string): Promise<FilledBundle | undefined> {
      const found = await read(id);
      return found && (seesBundle(scope, found.bundle) || (await seesOneCase(table, scope, found.bundle)))
        ? found
        : undefined;
    },

    /** What it is about, whoever asks: for those alone who find out whether somebody may come to it. */
    async matters(id: string): Promise<CaseMatter[]> {
      const row = await table.get(bundleKey(id));
      if (!row) return [];
      const { partyId, authorityId, projectId, stage, definition } = bundle().parse(row);
      const project = { ...(projectId && { projectId }), ...(stage && { stage }) };
      const whose = { caseId: id, partyId, ...(authorityId && { authorityId }), ...project };
      return definition.parts.map(({ item }) => ({ ...whose, itemKey: item }));
    },

    /** What the departments of a stage say is lacking, by item. */
    answers: (id: string) => answersOf(table, id),

    /** What the grants of its cases have given, by case. */
    issuedBy: (caseIds: readonly string[]) => issuedBy(table, caseIds),

    /** For facts, which concern every bundle. */
    getForFacts: read,

    /** The bundles of a party by all its ids, newest first. */
    mine: (ids: readonly string[], page: PageOf) =>
      pageOfAll(table, ids.map(listPartition), { ...page, as: (row) => bundle().parse(row) }),

    async timeline(id: string): Promise<TimelineEntry[]> {
      const rows = await allRows(table, { partition: bundleKey(id).pk, prefix: 'T#' });
      return rows.map((row) => timelineEntry().parse(row));
    },
  };
}

function drafting(table: Table, publisher: Publisher) {
  return {
    async create({ bundle, form }: FilledBundle, { facts, cause, beside = [] }: Asking): Promise<void> {
      const { record, entry } = bundleRows(bundle, { act: 'create' }, cause);
      await table.transact([
        ...markWrites(cause),
        { put: record, when: ifAbsent },
        { put: formRow(bundle.id, form) },
        { put: entry, when: ifAbsent },
        ...beside,
        ...outboxWrites(publisher, bundle, { facts, cause }),
      ]);
    },

    async saveDraft(id: string, form: StoredBundleForm, { facts, cause }: Asking): Promise<void> {
      const when = ifOpen(form.version - 1);
      if (facts.length === 0) return table.put(formRow(id, form), when);
      const asked = outboxWrites(publisher, { id, version: form.version }, { facts, cause });
      await table.transact([{ put: formRow(id, form), when }, ...asked]);
    },

    /** A draft goes on under another definition. Its record keeps the version of a draft's; the form's rises, as with every saving. */
    async move({ bundle, form }: FilledBundle, cause: Cause): Promise<void> {
      const { record, entry } = bundleRows(bundle, { act: 'move-to-successor' }, cause);
      await table.transact([
        ...markWrites(cause),
        { put: record, when: ifVersion(draftVersion) },
        { put: formRow(bundle.id, form), when: ifOpen(form.version - 1) },
        { put: entry, when: ifAbsent },
      ]);
    },
  };
}

function writing(table: Table, publisher: Publisher) {
  return {
    /** Its next case cannot be made today: the clock makes it from a moment on, unless somebody acts on the bundle meanwhile. */
    async putOff({ id, version }: Bundle, at: Date, cause: Cause): Promise<void> {
      const is = { at };
      await table.transact([...markWrites(cause), ...placeWrites(bundleKey(id), version, { is, now: cause.at })]);
    },

    /** Nothing of it is to be made any more: a stage that waits is looked at then, any other no more. */
    async lookAway({ id, version }: Bundle, now: Date, at?: Date): Promise<void> {
      await table.transact(placeWrites(bundleKey(id), version, { is: at && { at }, now }));
    },

    /** Record, timeline, facts and mark of an act in one transaction; with the case that it makes. */
    async save(change: BundleChange, cause: Cause, making?: Making): Promise<void> {
      const { before, bundle, act, reason, facts, raised = [], lookAt } = change;
      const { id, version } = bundle;
      const { record, entry } = bundleRows(bundle, { act, reason }, cause);
      const leavesDraft = before.state === 'draft';
      const sealed = { update: formKey(id), set: { version, sealed: true }, when: ifOpen(before.version) };
      await table.transact([
        ...markWrites(cause),
        { put: record, when: ifVersion(leavesDraft ? draftVersion : before.version) },
        ...(leavesDraft ? [sealed] : []),
        { put: entry, when: ifAbsent },
        ...madeCaseWrites(making, publisher),
        ...lookWrites(id, { passed: making?.passed, lookAt, now: cause.at }),
        ...(change.answer ? [{ put: answerRow(id, change.answer) }] : []),
        ...findingWrites(raised, cause),
        ...outboxWrites(publisher, { id, version }, { facts, cause }),
      ]);
    },
  };
}

/** Where the clock looks next: then, or, once it has looked, no more. */
function lookWrites(
  id: string,
  { passed, lookAt, now }: { passed?: true | undefined; lookAt: Date | undefined; now: Date },
): Write[] {
  if (lookAt) return dueWritesOf(bundleKey(id), { was: undefined, is: { at: lookAt }, always: true }, now);
  return passed ? [{ remove: dueKey(bundleKey(id)) }] : [];
}

/** The record of a bundle as it is after an act, and the entry of the timeline that tells of it, chained to the one before. */
function bundleRows(
  found: Bundle,
  { act, reason }: { act: string; reason?: string | undefined },
  cause: Cause,
): Chained {
  const { sub, partyId } = cause.actor;
  const onBehalfOf = partyId !== found.partyId && cause.actor.kind !== 'service' ? found.partyId : undefined;
  const said = { at: cause.at.toISOString(), act, office: cause.office, actor: sub };
  const entry: TimelineEntry = { ...said, ...(onBehalfOf && { onBehalfOf }), ...(reason && { reason }) };
  const { id, version, state, createdAt } = found;
  const row = {
    ...bundleKey(id),
    schema: 1,
    ...plain(found),
    ...(state === 'draft' && { version: draftVersion }),
    pk2: listPartition(found.partyId),
    sk2: `${createdAt.toISOString()}#${id}`,
  };
  return chained(row, { version, entry, prevHash: found.timelineHash });
}
