import { createHash } from 'node:crypto';
import { type Instant, instantOf, newId } from '@front-office/values';
import type { Commit, Timer } from '../store.ts';

/** What a test says of a commit; the rest is made up. */
export interface Sample {
  readonly office: string;
  readonly case?: string;
  readonly version?: number;
  readonly workflow?: string;
  readonly request?: string;
  readonly at?: Instant;
  readonly tags?: readonly string[];
  readonly context?: Readonly<Record<string, unknown>>;
  readonly timers?: Readonly<Record<string, Timer>>;
  readonly personal?: Readonly<Record<string, unknown>>;
  readonly label?: string;
  readonly keys?: readonly string[];
  readonly workItems?: Commit['workItems'];
  readonly jobs?: Commit['jobs'];
}

/** Texts that were lost or changed on the way to some database by somebody. */
const nastyTexts = [
  'Grüße, „Anna“ & \'Söhne\' \\ "Beispielmüller" \\u0041 \\n',
  'zwei\nZeilen\tund ein Tab\r\n',
  '👩‍👧 🏳️‍🌈 \u{1F469}\u200D\u2695\uFE0F',
  '{"a":[1,2,{}]}, {x,"y"}, NULL, $1, --, /*',
  'e\u0301 \u00e9 \u200f \ufeff ',
  '',
];

/** A whole commit, with every kind of value that a row can hold. */
export function sampleCommit(sample: Sample): Commit {
  const { office, version = 1, workflow = 'parcel', tags = ['open'] } = sample;
  const at = sample.at ?? instantOf(Date.UTC(2026, 5, 30, 5, 45));
  const common = { office, workflow, machineVersion: 2, version, state: 'waiting.alone', tags };
  const id = sample.case ?? newId();
  return {
    log: {
      ...common,
      case: id,
      command: 'handIn',
      at,
      by: { kind: 'device', id: 'kiosk-1' },
      request: sample.request ?? newId(),
      input: { count: 3, share: 0.1, huge: 1e21, none: null, list: [1, [], {}], texts: nastyTexts },
      known: { open: true },
      facts: [{ type: 'parcelArrived', shelf: 'A' }, { type: 'other' }],
      personal: sample.personal ?? { '/input/recipient': 'Beispielmüller', '/facts/0/note': { given: 'Anna' } },
      salt: Uint8Array.from({ length: 16 }, (_, index) => index * 17),
      leaf: new Uint8Array(createHash('sha256').update(id).digest()),
    },
    case: {
      ...common,
      id,
      snapshot: { value: { waiting: 'alone' }, context: sample.context ?? { texts: nastyTexts }, status: 'active' },
      timers: sample.timers ?? {},
      label: sample.label ?? null,
      openedAt: at,
      changedAt: at,
    },
    projections: [],
    workItems: sample.workItems ?? { put: [], drop: [] },
    jobs: sample.jobs ?? [],
    keys: sample.keys,
  };
}
