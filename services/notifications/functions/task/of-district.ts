import { isCurrent, type Scope } from '#shared/access';

const told: ReadonlySet<string> = new Set(['window', 'community']);

/** The districts in which somebody holds a post of those who tell people, at a moment. */
export const districtsOf = ({ actor }: Scope, now: Date): string[] => [
  ...new Set(actor.posts.filter((post) => told.has(post.role) && isCurrent(post, now)).map(({ district }) => district)),
];
