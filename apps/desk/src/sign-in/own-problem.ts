import type { Problem } from '../api.ts';

/** What went wrong here, before the server was asked, in the shape of its own refusals. */
export const ownProblem = (code: string, detail: string): Problem => ({
  type: `urn:front-office:refusal:${code}`,
  title: code.replaceAll('_', ' '),
  status: 422,
  code,
  detail,
  figures: {},
  instance: '',
});
