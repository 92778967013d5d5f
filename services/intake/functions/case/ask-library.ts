import { fact, type Fact } from '#events/event';
import { PrefillDueV1 } from '#events/intake/prefill-due.v1';
import type { Call } from '#shared/route';
import { sourcedFieldsOf } from '../../domain/bundle/fields.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { asking } from '../../domain/form/filling.ts';
import type { Form, FormSchema } from '../../domain/form/form.ts';
import type { Filling } from '../../domain/form/unfilled.ts';

export interface Begun {
  id: string;
  kind: 'case' | 'bundle';
  partyId: string;
  form: Form;
  schema: FormSchema;
  /** The items whose forms it is, in their order: each field is asked for the first that has it. */
  items: readonly PublishedItem[];
  before?: Filling | undefined;
}

type Ask = ReturnType<typeof asking>['asks'][number];

/** More do not fit a fact; a form that has more sources asks by several. */
const mostAsks = 30;
/** A law is named by its article; what an item says beyond that does not fit a fact. */
const longestBasis = 300;

/** What this set does not know itself is asked of the library, a fact for each item; the answer comes when it comes. */
export function askLibrary(
  { form, schema, items, before, ...begun }: Begun,
  caller: Pick<Call, 'scope' | 'cause'>,
  set: string,
): { filling: Filling; facts: Fact[] } {
  const { asks, filling } = asking(form, schema, before);
  const taken = new Set<Ask>();
  const facts = items.flatMap((item) => {
    const fields = sourcedFieldsOf(item.form);
    const own = asks.filter(
      (ask) => !taken.has(ask) && fields.some((one) => one.source === ask.source && one.sameAs === ask.sameAs),
    );
    for (const ask of own) taken.add(ask);
    const { id: draftId, kind, partyId } = begun;
    const whose = { draftId, form: kind, partyId, own: caller.scope.parties.includes(partyId) };
    const about = {
      ...whose,
      itemKey: item.key,
      office: officeFor(item, caller, set),
      basis: item.basis.slice(0, longestBasis),
    };
    return inParts(own.map((ask) => withLine(ask, item))).map((part) => fact(PrefillDueV1, { ...about, asks: part }));
  });
  return { filling, facts };
}

/** Whoever is at the desk asks for the office that handles the item, and is named himself. */
const officeFor = (
  { department }: PublishedItem,
  { scope, cause }: Pick<Call, 'scope' | 'cause'>,
  set: string,
): string => (scope.actor.kind === 'staff' ? cause.office : `${set}/${department}`);

/** The line of its list that a resource provides, where that is one. */
function withLine(ask: Ask, { materials }: PublishedItem) {
  const resource = /^shared:([a-z0-9-]+)\//.exec(ask.source)?.[1];
  const lines = new Set(materials.flatMap((one) => (resource && one.sharedResource === resource ? [one.type] : [])));
  const [requirement] = lines;
  return { ...ask, ...(lines.size === 1 && requirement && { requirement }) };
}

function inParts<Item>(all: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(all.length / mostAsks) }, (_, n) =>
    all.slice(n * mostAsks, (n + 1) * mostAsks),
  );
}
