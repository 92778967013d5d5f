import type { Form } from '../form/form.ts';
import { assign, isWithin, numbered, stepsOf, valueAt } from '../form/pointer.ts';
import type { Entry } from '../party/entry.ts';
import type { Application } from './application.ts';
import type { Correction } from './correction.ts';
import { comes, isTooOften } from './burden.ts';
import { refused, step, type Acting, type Change, type Fault, type Refused } from './change.ts';
import { endPause } from './handing-in.ts';

/** What an applicant sends in answer to a notice: values by the pointers it named, and words about what he leaves or brings. */
export interface Answer {
  form: Form;
  changes: readonly { pointer: string; value: unknown }[];
  answers: readonly Said[];
  /** Of a desk: what it recorded of who came. */
  entry?: Entry | undefined;
}
type Said = NonNullable<Correction['answers']>[number];

/** 补正: all that was asked is answered and nothing else; the office's five days begin anew (行政许可法 art. 32(4)). */
export function resubmit(application: Application, { at, body, by }: Acting<Answer>): Change | Refused {
  const notice = application.corrections.at(-1);
  if (!notice) return refused('wrong-state');
  const surplus = notAsked(notice, body);
  if (surplus.length > 0) return refused('not-asked', surplus);
  const { is, places } = changedBy(body);
  const changed = places.filter((one) => differs(one, body.form, is));
  const left = unanswered(notice, { was: body.form, is, answers: body.answers });
  if (left.length > 0) return refused('not-answered', left);

  const visits = application.visits + (comes(by.capacities) ? 1 : 0);
  const change = step(application, 'resubmit', {
    corrections: [...application.corrections.slice(0, -1), { ...notice, ...answered(body, at), changed }],
    visits,
    ...(application.acceptedAt ? { pauses: endPause(application, at) } : { submittedAt: at }),
  });
  const again = visits > application.visits && isTooOften(change.application);
  return { ...change, form: { was: body.form, is }, ...(again && { findings: [{ rule: 'second-visit' as const }] }) };
}

function answered({ answers, entry }: Answer, at: Date): Partial<Correction> {
  return { answeredAt: at, ...(answers.length > 0 && { answers: [...answers] }), ...(entry && { entry }) };
}

/** What was sent in though the notice does not name it. */
function notAsked({ defects }: Correction, { changes, answers }: Answer): Fault[] {
  const asked = (pointer: string) => defects.some((one) => one.pointer !== undefined && isWithin(pointer, one.pointer));
  const named = ({ pointer, material, document }: Said) =>
    (document === undefined || material !== undefined) &&
    (pointer === undefined || defects.some((one) => one.pointer === pointer)) &&
    (material === undefined || defects.some((one) => one.material === material));
  return [
    ...changes.flatMap(({ pointer }, n) => (asked(pointer) ? [] : [fault(['changes', n, 'pointer'])])),
    ...answers.flatMap((one, n) => (named(one) ? [] : [fault(['answers', n])])),
  ];
}

/** The form with the answer in it, and the places that it gives, by the entries of lists as they are then numbered. */
function changedBy({ form, changes }: Answer): { is: Form; places: string[] } {
  return changes.reduce<{ is: Form; places: string[] }>(
    ({ is, places }, one) => ({ is: assign(is, one), places: [...places, numbered(is, one.pointer)] }),
    { is: form, places: [] },
  );
}

const differs = (pointer: string, was: Form, is: Form): boolean =>
  JSON.stringify(valueAt(was, pointer)) !== JSON.stringify(valueAt(is, pointer));

interface Told {
  was: Form;
  is: Form;
  answers: readonly Said[];
}

/** Fields that were named and neither changed nor spoken of, materials of which nothing is said. */
function unanswered({ defects }: Correction, { was, is, answers }: Told): Fault[] {
  // A new entry of a list changes the list.
  const isChanged = (place: string) => differs(place.replace(/\/-$/, ''), was, is);
  const fields = defects
    .flatMap(({ pointer }) => pointer ?? [])
    .filter((pointer) => !isChanged(pointer) && !answers.some((one) => one.pointer === pointer));
  const materials = defects
    .flatMap(({ material }) => material ?? [])
    .filter((material) => !answers.some((one) => one.material === material));
  return [
    ...[...new Set(fields)].map((pointer) => fault(['form', ...stepsOf(pointer)])),
    ...[...new Set(materials)].map((material) => fault(['materials', material])),
  ];
}

const fault = (path: Fault['path']): Fault => ({ path });
