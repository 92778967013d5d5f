import type * as z from 'zod';
import { pointerOf, problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { templateFor } from '../../domain/edition/in-force.ts';
import { preview } from '../../domain/template/preview.ts';
import type { previewBody } from '../../schemas/edition.ts';
import { actsIn } from './for-district.ts';
import { faultsSaid } from './faults-said.ts';

type Deps = Pick<NotificationsDeps, 'editions'>;
type Wish = z.infer<ReturnType<typeof previewBody>>;

/** What a template says with these values, on each channel and in each language, and what it costs. Nothing is sent. */
export const previewTemplate =
  ({ editions }: Deps) =>
  async ({ params, body, scope, cause, language }: Call<unknown, Wish>): Promise<HttpResponse> => {
    if (!actsIn(body.district, scope, cause)) return refuse(problems.notFound);
    const asked = await askedEditions(body, { editions });
    const found = asked && templateFor(asked, params['key'] ?? '');
    if (!found) return refuse(problems.notFound);
    const shown = preview(found.template, { signature: found.signature, values: body.values ?? {} });
    if ('unknown' in shown) {
      const unknown = shown.unknown.map(
        (of) => ({ pointer: pointerOf(['values', of]), fault: 'unknown-name', of }) as const,
      );
      return refuse(problems.invalidInput, faultsSaid(unknown, language));
    }
    const faults = faultsSaid(shown.faults, language);
    return { status: 200, body: { key: found.template.key, edition: found.edition, texts: shown.texts, faults } };
  };

/** The editions in which it is looked for; undefined where the one that is named is another district's. */
async function askedEditions({ district, edition }: Wish, { editions }: Deps) {
  if (!edition) return editions.inForce(district);
  const found = await editions.get(edition);
  return found?.district === district ? [{ id: found.id, rules: found.rules }] : undefined;
}
