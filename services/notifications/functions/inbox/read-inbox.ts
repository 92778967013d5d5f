import { readCursor } from '#shared/page';
import type { Language } from '#shared/problem';
import type { Call, HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { valuesOf } from '../../domain/edition/values.ts';
import type { BatchLine } from '../../domain/batch/line.ts';
import type { Line } from '../../domain/line.ts';
import { postWords } from '../../domain/post-words.ts';
import { words } from '../../domain/words.ts';
import { keptSince, type Wanted } from '../../stores/lines.ts';
import { textOf } from '../notice/text-of.ts';
import { linkOf } from './link-of.ts';
import { postsOf } from './inboxes-of.ts';

type Query = { limit: number; cursor?: string | undefined; unread?: boolean | undefined };

/** An applicant reads what concerns him; staff what is told to the posts they hold today. */
export const readInbox =
  (deps: NotificationsDeps) =>
  async (call: Call<Query>): Promise<HttpResponse> => {
    const cursor = readCursor(call.query.cursor);
    if ('problem' in cursor) return cursor;
    const { limit, unread } = call.query;
    const page = { limit, after: cursor.after, unread, since: keptSince(call.cause.at) };
    const body = call.scope.capacities.includes('applicant')
      ? await ownLines(deps, page, call)
      : await linesOfPosts(deps, page, call);
    return { status: 200, body };
  };

/** His ids are found out on each read: what is merged since is his, and no more of it once that is undone. */
async function ownLines(deps: NotificationsDeps, page: Wanted, { scope, language }: Call<Query>) {
  const { items, nextCursor } = await deps.inbox.inbox(await deps.parties.group(scope.actor.partyId), page);
  const shown = items.map((line) =>
    line.message === 'batch' ? shownOfBatch(line, language, deps) : shownLine(line, language, deps),
  );
  return { items: await Promise.all(shown), nextCursor };
}

async function shownLine({ partyId, said, ...line }: Line, language: Language, deps: NotificationsDeps) {
  const text = said ? await ownText({ ...line, partyId, said }, language, deps) : words[line.message][language];
  return { ...line, ...linkOf(line), text };
}

async function shownOfBatch(
  { partyId, said, values, ...line }: BatchLine,
  language: Language,
  { editions }: NotificationsDeps,
) {
  return { ...line, text: await textOf({ template: said, values }, { channel: 'inbox', language }, editions) };
}

/** What a district's or the city's own edition said, when it was told. */
const ownText = (
  { said, ...line }: Line & { said: NonNullable<Line['said']> },
  language: Language,
  { editions }: NotificationsDeps,
): Promise<string> =>
  textOf({ template: said, values: { ...valuesOf(line) } }, { channel: 'inbox', language }, editions);

async function linesOfPosts({ postInbox }: NotificationsDeps, page: Wanted, call: Call<Query>) {
  const { items, nextCursor } = await postInbox.inbox(postsOf(call), page);
  return {
    items: items.map(({ post, ...line }) => ({
      ...line,
      ...linkOf(line),
      district: post.district,
      post: post.role,
      text: postWords[line.message][call.language],
    })),
    nextCursor,
  };
}
