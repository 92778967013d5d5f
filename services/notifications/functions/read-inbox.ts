import { isCurrent } from '#shared/access';
import { readCursor, type Position } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../deps.ts';
import { toldPosts } from '../domain/post-line.ts';
import { postWords } from '../domain/post-words.ts';
import { words } from '../domain/words.ts';

type Query = { limit: number; cursor?: string | undefined };

/** An applicant reads what concerns him; staff what is told to the posts they hold today. */
export const readInbox =
  (deps: NotificationsDeps) =>
  async (call: Call<Query>): Promise<HttpResponse> => {
    const cursor = readCursor(call.query.cursor);
    if ('problem' in cursor) return cursor;
    const page = { limit: call.query.limit, after: cursor.after };
    const body = call.scope.capacities.includes('applicant')
      ? await ownLines(deps, page, call)
      : await linesOfPosts(deps, page, call);
    return { status: 200, body };
  };

interface Asked {
  limit: number;
  after: Position | undefined;
}

/** His ids are found out on each read: what is merged since is his, and no more of it once that is undone. */
async function ownLines({ inbox, parties }: NotificationsDeps, page: Asked, { scope, language }: Call<Query>) {
  const { items, nextCursor } = await inbox.inbox(await parties.group(scope.actor.partyId), page);
  return {
    items: items.map(({ partyId, ...line }) => ({ ...line, text: words[line.message][language] })),
    nextCursor,
  };
}

async function linesOfPosts({ postInbox }: NotificationsDeps, page: Asked, { scope, cause, language }: Call<Query>) {
  const held = scope.actor.posts.filter((post) => isCurrent(post, cause.at));
  const { items, nextCursor } = await postInbox.inbox(toldPosts(held), page);
  return {
    items: items.map(({ post, ...line }) => ({
      ...line,
      district: post.district,
      post: post.role,
      text: postWords[line.message][language],
    })),
    nextCursor,
  };
}
