import { type Client, createClient, type Problem } from '@front-office/http-express/client';
import type { OfficeDoors, OfficeRoutes } from '@front-office/office';
import type { ApiAsk } from './ask.ts';
import type { Event } from './event.ts';
import { newRequestId } from './request-id.ts';
import type { Language } from './state.ts';

/** Asks the API, and answers with the event that its answer is. It never throws. */
export interface Api {
  answer(ask: ApiAsk, language: Language, signal: AbortSignal): Promise<Event>;
  /** What this device is to be now; nothing where no answer came. */
  device(signal: AbortSignal): Promise<Event | undefined>;
}

/** After so long without an answer a request counts as lost. */
const ANSWER_WITHIN_MS = 10_000;

type Asked = Client<OfficeRoutes | OfficeDoors>;
type Within = { readonly signal: AbortSignal };

export function createApi(baseUrl: string): Api {
  // The browser adds the cookie of the device; the header says that it asks as this device and as nobody else.
  const headers = { 'Front-Office-Surface': 'kiosk' };
  const clientIn = (language: Language): Asked => createClient({ baseUrl, headers, language: () => language });
  return {
    answer: (ask, language, signal) => answerOf(clientIn(language), ask, language, within(signal)),
    device: (signal) => deviceNow(clientIn('en'), within(signal)),
  };
}

const within = (signal: AbortSignal): Within => ({
  signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
});

async function answerOf(client: Asked, ask: ApiAsk, language: Language, within: Within): Promise<Event> {
  switch (ask.type) {
    case 'welcome':
      return welcomeNow(client, within);
    case 'isDemo': {
      const { data } = await client.call('GET /sign-in/demo', {}, within);
      return { type: 'demoFound', isDemo: data !== undefined };
    }
    case 'pair': {
      const asked = { ...within, request: newRequestId() };
      const { problem } = await client.call('POST /pair', { code: ask.code }, asked);
      return problem ? unfulfilled(problem, language) : { type: 'paired' };
    }
    case 'pairDemo': {
      const { problem } = await client.call('POST /pair/demo', {}, { ...within, request: newRequestId() });
      return problem ? unfulfilled(problem, language) : { type: 'paired' };
    }
    case 'hosts': {
      const { data, problem } = await client.call('GET /hosts', { search: ask.search }, within);
      if (problem?.status === NOBODY) return gone;
      return { type: 'hostsFound', search: ask.search, found: data?.hosts ?? 'unanswered' };
    }
    case 'send': {
      const { problem } = await client.call('POST /visits/walk-in', ask.visit, { ...within, request: ask.request });
      return problem ? unfulfilled(problem, language) : { type: 'accepted' };
    }
  }
}

async function welcomeNow(client: Asked, within: Within): Promise<Event> {
  const [{ data, problem }, device] = await Promise.all([
    client.call('GET /welcome', {}, within),
    deviceNow(client, within),
  ]);
  if (problem?.status === NOBODY) return gone;
  if (device?.type === 'notInUse') return device;
  return data ? { type: 'welcomed', welcome: data, settings: device?.settings ?? null } : { type: 'notWelcomed' };
}

type DeviceEvent = Extract<Event, { readonly type: 'configured' | 'notInUse' }>;

async function deviceNow(client: Asked, within: Within): Promise<DeviceEvent | undefined> {
  const { data, problem } = await client.call('GET /devices/me', {}, within);
  if (problem) return problem.status === NOBODY ? gone : undefined;
  if (data.kind === 'display') return { type: 'notInUse', isDisplay: true };
  return { type: 'configured', settings: data.settings };
}

/** The server does not know who asks: the device was revoked, or never paired. */
const NOBODY = 401;
const gone = { type: 'notInUse', isDisplay: false } as const;

function unfulfilled({ status, code, detail, figures }: Problem, language: Language): Event {
  if (status === NOBODY) return gone;
  if (mayBeSentAgain(status)) return { type: 'unanswered' };
  return { type: 'refused', refusal: { code, sentence: detail, language, fields: fieldsOf(figures.fields) } };
}

/** No answer at all (0), or one that may be another one soon: the server or its database is away, or very busy. */
const mayBeSentAgain = (status: number) => status === 0 || status >= 500;

/** `visitor.family: too_small` is about `visitor.family`. */
const fieldsOf = (fields: unknown): readonly string[] =>
  Array.isArray(fields) ? fields.map((field) => String(field).replace(/:.*/, '')) : [];
