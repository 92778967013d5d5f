import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal, type Reply } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { expect } from '../../domain/reconciliation/receive.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import { calendarUnpublished, statementDiffers, statementNotSent } from '../../problems/statement.ts';
import type { confirmStatementBody, sendStatementBody } from '../../schemas/statement.ts';
import { dueAtOf } from './expect-statements.ts';
import { receiveFile } from './receive-file.ts';
import { showTaken } from './show-reconciliation.ts';

type Declare = Call<unknown, z.infer<ReturnType<typeof sendStatementBody>>>;
type Confirm = Call<unknown, z.infer<ReturnType<typeof confirmStatementBody>>>;

const placeOf = (id: string, uploadId: string): string => `uploads/${id}/${uploadId}`;

/** Where to send a statement that finance has fetched itself: the address takes these bytes and no others, once. */
export const declareStatement =
  (deps: PaymentsDeps) =>
  async (call: Declare): Promise<HttpResponse> => {
    const found = await owed(call, deps);
    if ('problem' in found) return found;
    const uploadId = deps.newId();
    const wish = { key: placeOf(found.id, uploadId), ...call.body };
    const upload = await (await deps.statementFiles()).uploadAddress(wish);
    return { status: 201, body: { uploadId, upload } };
  };

/** What lies there is taken in if it is what is confirmed; the bucket itself has made its hash. */
export const confirmStatement =
  (deps: PaymentsDeps) =>
  async ({ params, body, scope, cause }: Confirm): Promise<HttpResponse> => {
    const found = await deps.reconciliations.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const from = placeOf(found.id, body.uploadId);
    const lying = await (await deps.statementFiles()).lying(from);
    if (!lying) return refuse(statementNotSent);
    if (lying.sha256 !== body.sha256) return refuse(statementDiffers);
    const file = { ...lying, from, source: 'upload', by: scope.actor.sub, receivedAt: cause.at } as const;
    const causeOf = (after: Reconciliation) => ({ ...cause, reply: taken(after) });
    return taken(await receiveFile(found, { ...file, causeOf }, deps));
  };

const taken = (found: Reconciliation): Reply => ({
  status: 200,
  headers: { ETag: `"${found.version}"` },
  body: showTaken(found),
});

/** The statement of that place and day, also before it is expected. */
async function owed({ params, cause }: Call, deps: PaymentsDeps): Promise<Reconciliation | Refusal> {
  const found = await deps.reconciliations.load(params['id'] ?? '');
  if (found) return found;
  const [channel = '', merchant = '', day = ''] = (params['id'] ?? '').split('.');
  if (!z.iso.date().safeParse(day).success || day >= dayOf(cause.at)) return refuse(problems.notFound);
  if (!(await merchantsOf(channel, deps)).has(merchant)) return refuse(problems.notFound);
  const dueAt = dueAtOf(channel, day, await (await deps.calendars()).current());
  if (!dueAt) return refuse(calendarUnpublished);
  const { mark, ...unmarked } = cause;
  return deps.reconciliations.save(expect({ channel, merchant, day, dueAt }), unmarked);
}

async function merchantsOf(channel: string, { channels, charges }: PaymentsDeps): Promise<ReadonlySet<string>> {
  if (channel !== 'bank') return new Set(channels.get(channel)?.merchants);
  return new Set((await charges.live())?.charges.map(({ merchant }) => merchant));
}
