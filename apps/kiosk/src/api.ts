import { createClient } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import type { ApiAsk } from './ask.ts';
import type { Event } from './event.ts';
import type { Language } from './state.ts';

/** Asks the API, and answers with the event that its answer is. It never throws. */
export interface Api {
  answer(ask: ApiAsk, language: Language, signal: AbortSignal): Promise<Event>;
}

/** After so long without an answer a request counts as lost. */
const ANSWER_WITHIN_MS = 10_000;

export function createApi(baseUrl: string): Api {
  const headers = { 'Front-Office-Surface': 'kiosk' };
  return {
    async answer(ask, language, signal) {
      const client = createClient<OfficeRoutes>({ baseUrl, headers, language: () => language });
      const within = { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]) };
      switch (ask.type) {
        case 'welcome': {
          const { data } = await client.call('GET /welcome', {}, within);
          return data ? { type: 'welcomed', welcome: data } : { type: 'notWelcomed' };
        }
        case 'hosts': {
          const { data } = await client.call('GET /hosts', { search: ask.search }, within);
          return { type: 'hostsFound', search: ask.search, found: data?.hosts ?? 'unanswered' };
        }
        case 'send': {
          const { problem } = await client.call('POST /visits/walk-in', ask.visit, { ...within, request: ask.request });
          if (problem === undefined) return { type: 'accepted' };
          if (mayBeSentAgain(problem.status)) return { type: 'unanswered' };
          const { code, detail: sentence, figures } = problem;
          return { type: 'refused', refusal: { code, sentence, language, fields: fieldsOf(figures.fields) } };
        }
      }
    },
  };
}

/** No answer at all (0), or one that may be another one soon: the server or its database is away, or very busy. */
const mayBeSentAgain = (status: number) => status === 0 || status >= 500;

/** `visitor.family: too_small` is about `visitor.family`. */
const fieldsOf = (fields: unknown): readonly string[] =>
  Array.isArray(fields) ? fields.map((field) => String(field).replace(/:.*/, '')) : [];
