import type { Who } from '#shared/access';
import { roles } from '#shared/actor';
import { services, type DocumentedRoute } from './services.ts';
import { table } from './markdown.ts';

const intro = `# Who may do what

Generated from the route tables by \`npm run docs\`; the matrix in \`test/access/\` is kept by hand and tested against the same routes.

* **Applicant**: a person or an organisation for its own affairs or for one it may act for; the number is the lowest assurance of the identity.
* **Department**: staff by a post in the set's district, for the records of that post's department. **District**: staff by a post in the set's district,
  for all records of the set. **Any district**: staff whatever the district of their post (全城通办).
* Community desks, kiosks and the hotline see only what was entered at a desk of their kind, and personal fields only masked. Other staff see them masked
  too, unless they give a reason, which is recorded and shown to the applicant. Reasons and opinions are free texts and are never masked: write nothing
  personal in them.
* A post counts from its first to before its last moment. Staff sign in with a second factor.
* A wrong role, district or assurance is 403; a record out of the caller's scope is 404, as if it were not there.
`;

const header = ['Route', 'Act', 'Applicant', 'Department', 'District', 'Any district'];

/** `docs/access.md`: every route, by service, and who may use it; then every role, and what it may use. */
export function accessPage(): string {
  const byRoute = services.map(({ title, routes }) => `## ${title}\n\n${table(header, routes.map(rowOf))}`);
  return [intro, ...byRoute, byRole()].join('\n');
}

function rowOf(route: DocumentedRoute): string[] {
  const open = route.may.some(({ who }) => who === 'anyone');
  return [
    nameOf(route),
    route.summary,
    open ? 'anyone, no token' : assuranceOn(route.may),
    ...(['department', 'district', 'any-district'] as const).map((reach) => rolesOn(route.may, reach).join(', ')),
  ];
}

function assuranceOn(may: readonly Who[]): string {
  const levels = may.flatMap((way) => (way.who === 'applicant' ? [way.assurance] : []));
  return levels.length > 0 ? `≥ ${Math.min(...levels)}` : '';
}

function rolesOn(may: readonly Who[], reach: Extract<Who, { who: 'staff' }>['reach']): string[] {
  const named = new Set(may.flatMap((way) => (way.who === 'staff' && way.reach === reach ? way.roles : [])));
  return roles.filter((role) => named.has(role));
}

function byRole(): string {
  const all = services.flatMap(({ routes }) => routes);
  const rows = roles.map((role) => {
    const open = all.filter(({ may }) => may.some((way) => way.who === 'staff' && way.roles.includes(role)));
    return [role, open.map(nameOf).join('<br>') || 'nothing yet'];
  });
  return `## By role\n\n${table(['Role', 'Routes'], rows)}`;
}

function nameOf({ method, path }: DocumentedRoute): string {
  return `\`${method} ${path}\``;
}
