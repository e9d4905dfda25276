import { Agent } from 'node:http';
import fc from 'fast-check';
import type { OpenApi } from '../openapi/document.ts';
import { answerChecker, type Finding } from './answers.ts';
import type { WrittenRequest } from './draft.ts';
import { requests } from './requests.ts';
import { type Answer, send } from './send.ts';

export interface FuzzOptions {
  readonly document: OpenApi;
  /** With the base path: `http://127.0.0.1:4000/api/v1`. */
  readonly base: string;
  /** What says who asks, asked for anew with each request. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** Ids that exist in the caller's office, by the name of the field or parameter. May grow while requests are sent. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Ids that exist, in another office. */
  readonly foreignIds?: readonly string[];
  /** Texts of another office, which no answer may hold. */
  readonly canaries?: readonly string[];
  readonly runs: number;
  readonly seed: number;
  /** How long an answer may take to begin; five seconds unless said otherwise. */
  readonly mostWaitMs?: number;
}

interface FuzzFinding extends Finding {
  /** The smallest request that showed it. */
  readonly request: string;
}

export interface FuzzReport {
  /** Requests without those that only made a finding smaller. */
  readonly requests: number;
  /** How often each status was answered: `{ valid: { 200: 1_200, … }, hostile: { 400: 900, … } }`. */
  readonly statuses: Readonly<Record<WrittenRequest['kind'], Readonly<Record<number, number>>>>;
  /** Operations that were never answered 200: requests were too odd to come as far as their work, or the role may not. */
  readonly neverDone: readonly string[];
  /** Operations that were answered 200. */
  readonly done: readonly string[];
  readonly findings: readonly FuzzFinding[];
}

/** More kinds of findings than anybody reads at once. */
const MOST_FINDINGS = 12;

/** Sends `runs` requests as one role, one after the other, and reports each kind of fault once, with its smallest request. */
export async function fuzzRole(options: FuzzOptions): Promise<FuzzReport> {
  const { document, base, headers, ids, foreignIds = [], canaries = [], runs, seed, mostWaitMs = 5_000 } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const check = answerChecker(document, canaries);
  const every = requests({ document, ids, foreignIds });
  const statuses = { valid: {}, hostile: {} } satisfies FuzzReport['statuses'] as Record<
    WrittenRequest['kind'],
    Record<number, number>
  >; // filled below
  const done = new Set<string>();
  const findings: FuzzFinding[] = [];
  const known = new Set<string>();
  let sent = 0;

  const holds = fc.asyncProperty(every, async (request) => {
    const answer = await send(request, { base, headers: headers(), agent, mostWaitMs });
    const isSearching = sent < runs;
    if (isSearching) count(request, answer);
    const finding = check(request, answer);
    if (finding === undefined || known.has(finding.kind)) return;
    throw new Found(finding);
  });
  const count = ({ kind, target, method }: WrittenRequest, { status }: Answer) => {
    sent += 1;
    statuses[kind][status] = (statuses[kind][status] ?? 0) + 1;
    if (status === 200) done.add(`${method} ${target.path}`);
  };

  while (sent < runs && findings.length < MOST_FINDINGS) {
    const result = await fc.check(holds, { numRuns: runs - sent, seed: seed + sent });
    if (!result.failed) break;
    if (!(result.errorInstance instanceof Found)) throw result.errorInstance;
    const request = result.counterexample?.[0];
    if (request === undefined) break;
    known.add(result.errorInstance.finding.kind);
    findings.push({ ...result.errorInstance.finding, request: printed(request) });
  }
  agent.destroy();
  const names = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  return { requests: sent, statuses, neverDone: names.filter((name) => !done.has(name)), done: [...done], findings };
}

class Found extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(`${finding.kind} (${finding.detail})`);
    this.finding = finding;
  }
}

const printed = ({ method, path, headers, body }: WrittenRequest) =>
  [`${method} ${path}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', body ?? '']
    .join('\n')
    .slice(0, 2_000);
