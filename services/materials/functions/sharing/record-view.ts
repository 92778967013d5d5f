import { sharedResource } from '#events/materials/shared-resources';
import type { SharedRecord } from '../../stores/shared-rows.ts';

/** What a provider has said, each field by its name in the catalogue. */
export function recordView({ caseId, requirement, resource, state, fetchedAt, fields }: SharedRecord) {
  const known = sharedResource(resource)?.fields ?? [];
  return {
    caseId,
    requirement,
    resource,
    state,
    fetchedAt: fetchedAt.toISOString(),
    fields: known.flatMap((field) => {
      const value = fields[field.key];
      return value === undefined ? [] : [{ ...field, value }];
    }),
  };
}
