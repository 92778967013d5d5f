import * as z from 'zod';
import { foodForm } from './form.ts';
import { eventually, type Answer, type Caller, type Hall, type Options } from './hall.ts';

export const foodItem = 'food-business-licence';
export const etagOf = ({ headers }: Answer): string => headers.get('ETag') ?? '';
/** Status and code of a problem, or state of a case: `409 wrong-state`, `200 submitted`. */
export const codeOf = ({ status, body }: Answer): string => [status, body['code'] ?? body['status']].join(' ');
export const pathOf = (id: string): string => `/intake/applications/${id}`;

/** An answer that is this problem, for `toMatchObject`. */
export const problem = (status: number, code: string) => ({ status, body: { status, code } });

const withId = z.object({ id: z.uuid() });
const withItems = z.object({ items: z.array(z.record(z.string(), z.unknown())), nextCursor: z.string().nullish() });

/** The id in the answer to a new draft. Throws, showing the answer, when there is none. */
export function idOf(answer: Answer): string {
  const read = withId.safeParse(answer.body);
  if (!read.success) throw new Error(`no case: ${answer.status} ${JSON.stringify(answer.body)}`);
  return read.data.id;
}

/** The entries of a list or of a timeline. */
export const itemsOf = (answer: Answer): Record<string, unknown>[] => withItems.parse(answer.body).items;
/** Whether a list has such an entry; an answer that is no list has none. */
export const hasItem = (answer: Answer, wanted: (item: Record<string, unknown>) => boolean): boolean =>
  withItems.safeParse(answer.body).data?.items.some(wanted) ?? false;
export const nextOf = (answer: Answer): string | null => withItems.parse(answer.body).nextCursor ?? null;

export async function draft(who: Caller, body: object = {}, options?: Options): Promise<string> {
  const application = { itemKey: foodItem, form: foodForm, channel: 'online', ...body };
  return idOf(await who.post('/intake/applications', application, options));
}

export async function submitted(who: Caller, body?: object): Promise<string> {
  const id = await draft(who, body);
  await expectStatus(who.post(`${pathOf(id)}/submit`, {}), 200);
  return id;
}

/** A case that was handed in and accepted, with the ETag of that. */
export async function accepted(hall: Hall, who: Caller): Promise<{ id: string; etag: string }> {
  const id = await submitted(who);
  const answer = await expectStatus(hall.as('clerk').post(`${pathOf(id)}/accept`, {}), 200);
  return { id, etag: etagOf(answer) };
}

/** What sharing has to provide for a case is known, as far as it will be: no grant comes before. */
export function sharingKnown(who: Caller, id: string, options?: Options): Promise<Answer> {
  const isOpen = /"(status|state)":"(to-be-fetched|fetching|requested)"/;
  const lines = () => who.get(`${pathOf(id)}/materials`, options);
  // An answer that is none, where something fails on the way, says nothing of it.
  return eventually(lines, ({ status, body }) => status === 200 && !isOpen.test(JSON.stringify(body)));
}

/** The opinions of both steps of an accepted food licence; the answer has the ETag that a decision needs. */
export async function opined(approver: Caller, id: string, options?: Options): Promise<Answer> {
  const opinion = { verdict: 'agree', opinion: '符合条件' };
  await sharingKnown(approver, id, options);
  await expectStatus(approver.post(`${pathOf(id)}/tasks/1/opinion`, opinion, options), 200);
  return expectStatus(approver.post(`${pathOf(id)}/tasks/2/opinion`, opinion, options), 200);
}

/** An accepted case of which every opinion is given, with the ETag that a decision needs. */
export async function reviewed(hall: Hall, who: Caller): Promise<{ id: string; etag: string }> {
  const { id } = await accepted(hall, who);
  return { id, etag: etagOf(await opined(hall.as('approver-amr'), id)) };
}

/** The answer when it has this status. Throws with all of it otherwise. */
export async function expectStatus(asked: Promise<Answer>, status: number): Promise<Answer> {
  const answer = await asked;
  if (answer.status === status) return answer;
  throw new Error(`${status} was expected: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** What the inbox tells of one case. */
export async function told(who: Caller, id: string): Promise<string[]> {
  const answer = await who.get('/notifications/inbox?limit=100', { set: 'fuzhou' });
  return itemsOf(answer)
    .filter(({ caseId }) => caseId === id)
    .map(({ message }) => String(message));
}

/** Decides a case as it stands now. */
export async function decideNow(who: Caller, id: string, decision: object): Promise<Answer> {
  await sharingKnown(who, id);
  const ifMatch = etagOf(await who.get(pathOf(id)));
  return who.post(`${pathOf(id)}/decide`, { opinion: '符合条件', ...decision }, { ifMatch });
}
