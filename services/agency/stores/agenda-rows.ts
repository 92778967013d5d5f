import { plain } from '#shared/plain';
import type { Condition, Key, Row, Write } from '#shared/table';
import type { AgendaEntry } from '../domain/officer/agenda.ts';
import { projectKey } from './project-rows.ts';

type Named = Pick<AgendaEntry, 'projectId' | 'ref'> & { kind: string };

export const agendaPrefix = 'D#';
export const agendaOf = (officer: string) => `AGENDA#${officer}`;
/** Beside its project, whose officer it follows; a task beside itself, as it is its officer's whoever carries the project. */
export const agendaKey = ({ projectId = '', kind, ref }: Named): Key => ({
  pk: kind === 'task' ? `TASK#${ref}` : projectKey(projectId).pk,
  sk: `${agendaPrefix}${kind}#${ref}`,
});
export const placeIn = ({ day = '', kind, ref, projectId = '' }: AgendaEntry) => `${day}#${kind}#${ref}#${projectId}`;

/** An entry, in the calendar of whoever carries that; `more`: what else its owner keeps there. */
export function agendaRow(entry: AgendaEntry, more: object = {}): Key & Row {
  const { officer, day } = entry;
  const place = officer !== undefined && day !== undefined && { pk2: agendaOf(officer), sk2: placeIn(entry) };
  return { ...agendaKey(entry), schema: 1, ...plain(more), ...plain(entry), ...place };
}

/** The project is still carried by whom the entry names: else it would stand in the calendar of one who has left. */
export const stillCarriedBy = (projectId: string, officer: string | undefined): Write => ({
  check: projectKey(projectId),
  when: officer === undefined ? nobody : carrying(officer),
});

const nobody: Condition = { expression: 'attribute_not_exists(#officer)', names: { '#officer': 'officer' } };
const carrying = (officer: string): Condition => ({
  expression: '#officer = :officer',
  names: { '#officer': 'officer' },
  values: { ':officer': officer },
});
