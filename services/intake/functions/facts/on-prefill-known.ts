import * as z from 'zod';
import type { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { takeOver } from '#shared/handed-over';
import { once } from '#shared/once';
import { bundleForm } from '../../domain/bundle/form.ts';
import { oneForm } from '../../domain/bundle/one-form.ts';
import { answered, handedValue, type Answer, type HandedValue } from '../../domain/form/filling.ts';
import { isOutdated } from '../../domain/form/prefilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemsOf } from '../bundle/items-of.ts';
import { ownParts } from '../bundle/own-parts.ts';
import { itemOf } from '../case/item-of.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'bundles' | 'catalogue' | 'fillings' | 'handedOver' | 'set'>;
type Told = ReceivedOf<typeof PrefillKnownV1>;

/** What the library and the registers know of a form that was begun: it is filled in where nothing was said meanwhile. */
export const onPrefillKnown =
  (deps: Deps) =>
  async (event: Told, cause: Cause): Promise<void> => {
    if ((event.toDistrict ?? event.district) !== deps.set) return;
    const { data } = event;
    // Replayed later it fills nothing in: what was handed over is gone by then.
    const values = isOutdated({ at: event.time }, cause.at) ? [] : await valuesIn(data, deps);
    const answer = { ...data, values };
    await (data.form === 'case' ? fillCase : fillBundle)(data.draftId, { answer, cause }, deps);
  };

interface Heard {
  answer: Answer;
  cause: Cause;
}

/** What has been handed in is as its applicant gave it. */
async function fillCase(id: string, { answer, cause }: Heard, deps: Deps): Promise<void> {
  const fillings = await deps.fillings();
  const found = await fillings.case(id);
  if (found?.application.state !== 'draft') return;
  const schema = (await itemOf(found.application, deps)).form ?? {};
  const { form } = found;
  const next = answered({ ...form, prefilled: form.prefilled ?? [] }, schema, answer);
  await fillings.saveCase(id, { was: form.version, form: { ...form, ...next } }, cause);
}

async function fillBundle(id: string, { answer, cause }: Heard, deps: Deps): Promise<void> {
  const [bundles, fillings] = await Promise.all([deps.bundles(), deps.fillings()]);
  const found = await bundles.getForFacts(id);
  if (found?.bundle.state !== 'draft') return;
  const { bundle, form } = found;
  const schema = oneForm(ownParts(bundle, form), await itemsOf(bundle, deps));
  const { form: is, offered = [], ...next } = answered({ ...form, form: { ...form.form } }, schema, answer);
  const filled = {
    ...form,
    ...next,
    prefilled: [...next.prefilled],
    form: bundleForm().parse(is),
    offered: [...offered],
  };
  await fillings.saveBundle(id, { was: form.version, form: filled }, cause);
}

const piece = once(() => z.object({ values: z.array(handedValue()) }));

async function valuesIn({ known }: Told['data'], { handedOver }: Deps): Promise<HandedValue[]> {
  if (!known) return [];
  return piece().parse(await takeOver(known, await handedOver())).values;
}
