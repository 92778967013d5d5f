import * as z from 'zod';
import { once } from '#shared/once';
import type { Form } from './form.ts';
import { assign, valueAt } from './pointer.ts';

/** Why a field that others may know stays open. `asked`: the answer is on its way. */
export const unfilledWhy = z.enum([
  'asked',
  'unanswered',
  'not-found',
  'differs',
  'not-said',
  'on-request',
  'not-provided',
  'unclear',
  'not-fitting',
  'none',
]);
export const unfilled = once(() => z.object({ pointer: z.string(), source: z.string(), why: unfilledWhy }));
export type Unfilled = z.infer<ReturnType<typeof unfilled>>;

const lapse = once(() =>
  z.object({
    licenceId: z.string().optional(),
    edition: z.int().optional(),
    resource: z.string().optional(),
    why: z.string(),
  }),
);

/** What has become of the question what others know of a draft. */
export const filling = once(() =>
  z.object({
    unfilled: z.array(unfilled()).default([]),
    /** What holds no more of what may have filled it in. */
    lapses: z.array(lapse()).default([]),
    /** The version that came of an answer and of nobody's saving, and the fields that it filled in. */
    came: z.object({ version: z.int(), pointers: z.array(z.string()) }).optional(),
  }),
);
export type Filling = z.infer<ReturnType<typeof filling>>;
interface Filled {
  form: Form;
  filling?: Filling | undefined;
}

/** What is sent by whoever has not seen what an answer filled in meanwhile: that stays, and his words stand beside it. */
export function unseenKept(sent: Form, { form, filling: known }: Filled): Form {
  return (known?.came?.pointers ?? []).reduce((kept, pointer) => {
    const value = valueAt(form, pointer);
    return valueAt(kept, pointer) === undefined && value !== undefined ? assign(kept, { pointer, value }) : kept;
  }, sent);
}

/** The fields of a draft that stay open though others may know them, and why; where the party has no such licence there is nothing to say. */
export function openIn({ form, filling: known }: Filled): { unfilled?: Unfilled[] } {
  const open = (known?.unfilled ?? []).filter(
    ({ pointer, why }) => why !== 'none' && valueAt(form, pointer) === undefined,
  );
  return open.length > 0 ? { unfilled: open } : {};
}
