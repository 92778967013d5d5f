interface About {
  caseId?: string | undefined;
  bundleId?: string | undefined;
  materialId?: string | undefined;
  refundId?: string | undefined;
  receiptId?: string | undefined;
  consultationId?: string | undefined;
  problemId?: string | undefined;
  projectId?: string | undefined;
  reviewId?: string | undefined;
  visitId?: string | undefined;
}

/** Where what a line is about is read, below the base of its set. */
export function linkOf({
  caseId,
  bundleId,
  materialId,
  refundId,
  receiptId,
  consultationId,
  problemId,
  projectId,
  reviewId,
  visitId,
}: About): {
  link?: string;
} {
  if (caseId) return { link: `/intake/applications/${caseId}` };
  if (bundleId) return { link: `/intake/bundles/${bundleId}` };
  if (materialId) return { link: `/materials/${materialId}` };
  if (refundId) return { link: `/payments/refunds/${refundId}` };
  if (consultationId) return { link: `/agency/consultations/${consultationId}` };
  if (problemId) return { link: `/agency/problems/${problemId}` };
  if (reviewId) return { link: `/agency/drawing-reviews/${reviewId}` };
  if (visitId) return { link: `/agency/visits/${visitId}` };
  if (projectId) return { link: `/agency/projects/${projectId}` };
  return receiptId ? { link: `/payments/receipts/${receiptId}` } : {};
}
