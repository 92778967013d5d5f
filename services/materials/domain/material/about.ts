import * as z from 'zod';
import { once } from '#shared/once';

/**
 * What a document is about: the party itself, or one of its premises, vehicles or projects by the name that the applicant
 * knows it by (an address, a plate, a project code). A document about one fits no requirement about another.
 */
export const about = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('party') }),
    z.strictObject({ kind: z.enum(['premises', 'vehicle', 'project']), ref: z.string().trim().min(1).max(120) }),
  ]),
);
export type About = z.infer<ReturnType<typeof about>>;

/** What a document is about, as one text: a plate or an address is the same however it is spaced, in whatever width and case. */
export function subjectKey(about: About): string {
  if (about.kind === 'party') return about.kind;
  return `${about.kind}:${about.ref.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()}`;
}
