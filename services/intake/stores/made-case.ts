import type { Cause } from '#shared/cause';
import { outboxWrites, type Publisher } from '#shared/outbox';
import { ifAbsent, type Write } from '#shared/table';
import type { Settled } from '../domain/case/settled.ts';
import type { Draft } from './applications.ts';
import { caseRows, formRow } from './rows.ts';
import { heldCase } from './held-rows.ts';
import { standingWrites } from './standing-rows.ts';

/** A case that comes of a bundle: begun, and handed in at once where its form is complete. */
export interface MadeCase {
  begun: Draft;
  handedIn: Settled | undefined;
  /** Of one that was handed in: what it has of documents. */
  beside?: readonly Write[];
}

/** One that is made, and in whose name. */
export interface Making {
  made: MadeCase;
  cause: Cause;
  /** It had been put off: the clock need not look any more. */
  passed?: true;
}

/** All that such a case writes, in the transaction of the bundle's own act; nothing where none is made. */
export function madeCaseWrites(making: Making | undefined, publisher: Publisher): Write[] {
  if (!making) return [];
  const { made, cause } = making;
  const { begun, handedIn, beside = [] } = made;
  const { application, form } = begun;
  const { id } = application;
  const created = caseRows(application, { act: 'create' }, cause);
  const first = { put: created.entry, when: ifAbsent };
  const held = heldCase(application);
  if (!handedIn) {
    return [{ put: created.record, when: ifAbsent }, ...held, { put: formRow(id, form) }, first];
  }
  const { timelineHash } = created.record;
  const { act, application: after } = handedIn;
  const filled = formRow(id, { ...form, version: after.version });
  const submitted = caseRows({ ...after, timelineHash }, { act, form: filled.form }, cause);
  return [
    { put: submitted.record, when: ifAbsent },
    ...held,
    { put: { ...filled, sealed: true } },
    first,
    { put: submitted.entry, when: ifAbsent },
    ...beside,
    ...standingWrites(undefined, after, cause),
    ...outboxWrites(publisher, { id, version: after.version }, { facts: handedIn.facts, cause }),
  ];
}
