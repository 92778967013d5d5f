import type * as z from 'zod';
import type { Saying } from '#shared/locale';
import { cursorOf, readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { answerFaults, partsFor } from '../../domain/bundle/choice.ts';
import type { BundleDefinition } from '../../domain/bundle/definition.ts';
import { bundlesOffered } from '../../domain/bundle/offered.ts';
import { guideOf } from '../../domain/bundle/guide.ts';
import type { IntakeDeps } from '../../deps.ts';
import { bundleUnknown } from '../../problems/catalogue.ts';
import type { bundlesQuery, guideQuery } from '../../schemas/bundle-guide.ts';

// As the guides of items: the same for everybody.
const shared = { 'Cache-Control': 'public, max-age=30' };

const unanswered: Saying = { zh: '请按所列问题和选项作答。', en: 'Answer every question by one of its options.' };

export const listBundles =
  ({ catalogue }: IntakeDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof bundlesQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const current = await catalogue.current();
    const offered = current ? bundlesOffered(current) : [];
    const start = offered.findIndex(({ key }) => key === cursor.after?.[1]) + 1;
    if (cursor.after && start === 0) return refuse(problems.invalidCursor);
    const page = offered.slice(start, start + query.limit);
    const last = page.at(-1);
    const nextCursor = last && start + query.limit < offered.length ? cursorOf([last.key, last.key]) : null;
    return { status: 200, headers: shared, body: { items: page.map(lineOf), nextCursor } };
  };

const lineOf = ({ key, name, nameEn, parts }: BundleDefinition) => ({
  key,
  name,
  nameEn,
  items: parts.map(({ item }) => item),
});

export const showBundle =
  ({ catalogue }: IntakeDeps) =>
  async ({ params, query, language }: Call<z.infer<ReturnType<typeof guideQuery>>>): Promise<HttpResponse> => {
    const offered = await (await catalogue.around()).bundle(params['key'] ?? '');
    if (!offered) return refuse(bundleUnknown);
    const { definition, items, ended } = offered;
    const answers = query.answers && Object.fromEntries(query.answers.split(',').map((one) => one.split(':')));
    if (answers && answerFaults(definition, answers).length > 0) {
      const fault = { pointer: '?answers', code: 'invalid_value', message: unanswered[language] };
      return refuse(problems.invalidInput, [fault]);
    }
    const guide = guideOf(definition, partsFor(definition, answers || undefined), items);
    const body = { ...guide, ...(ended.length > 0 && { ended }) };
    return { status: 200, headers: shared, body };
  };
