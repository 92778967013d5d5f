import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { openIn } from '../../domain/form/unfilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { myBundlesQuery } from '../../schemas/bundle.ts';
import { lookedIn } from '../case/filled-by-licences.ts';
import { bundleFees } from './bundle-fees.ts';
import { bundleBody, bundleLine } from './bundle-reply.ts';
import { itemsOf } from './items-of.ts';
import { lookedAt } from './looked-at.ts';
import { shownJoint } from './show-joint.ts';

export const readBundle =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope, cause }: Call): Promise<HttpResponse> => {
    const bundles = await deps.bundles();
    const found = await bundles.get(scope, id);
    if (!found) return refuse(problems.notFound);
    const bundle = await lookedAt(found.bundle, deps);
    const [items, fees, prefilled] = await Promise.all([
      itemsOf(bundle, deps),
      bundleFees(bundle, deps),
      bundle.state === 'draft' ? lookedIn(found.form.prefilled, cause.at, deps) : found.form.prefilled,
    ]);
    const open = bundle.state === 'draft' ? openIn({ ...found.form, form: { ...found.form.form } }) : {};
    const joint = await shownJoint(bundle, scope, deps);
    const body = {
      ...bundleBody({ ...found, bundle }, scope, items),
      ...(joint && { joint }),
      fees,
      prefilled,
      ...open,
    };
    return { status: 200, headers: { ETag: `"${found.bundle.version}"` }, body };
  };

export const showBundleTimeline =
  (deps: IntakeDeps) =>
  async ({ params: { id = '' }, scope }: Call): Promise<HttpResponse> => {
    const bundles = await deps.bundles();
    const [found, items] = await Promise.all([bundles.get(scope, id), bundles.timeline(id)]);
    return found ? { status: 200, body: { items } } : refuse(problems.notFound);
  };

/** Of this set; the cases that came of them stand in the list of cases, in the city those of all sets. */
export const listMyBundles =
  (deps: IntakeDeps) =>
  async ({ query, scope }: Call<z.infer<ReturnType<typeof myBundlesQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const bundles = await deps.bundles();
    const ids = await deps.parties.group(scope.actor.partyId);
    const page = await bundles.mine(ids, { limit: query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.map(bundleLine) } };
  };
