import type { Actor, Post, Role } from '#shared/actor';

/** A person or organisation who applies for itself. */
export const applicantActor = (name: string, rest: Partial<Actor> = {}): Actor => ({
  sub: name,
  partyId: `p_${name}`,
  kind: 'person',
  assurance: 3,
  orgs: [],
  posts: [],
  ...rest,
});

/** A member of staff with one post, in Gulou unless said otherwise. */
export const staffActor = (role: Role, post: Partial<Post> = {}, name: string = role): Actor => ({
  sub: name,
  partyId: `p_${name}`,
  kind: 'staff',
  assurance: 3,
  orgs: [],
  posts: [{ role, district: 'gulou', ...post }],
  acr: 'mfa',
});
