export {
  type Checkpoint,
  type CheckpointRefusal,
  type OpenedCheckpoint,
  openCheckpoint,
  originOf,
  signCheckpoint,
} from './checkpoint/checkpoint.ts';
export {
  newSigningKey,
  privateKeyFromPem,
  privateKeyToPem,
  publicKeyFromPem,
  publicKeyOf,
  publicKeyToPem,
  readVerifierKey,
  verifierKey,
} from './checkpoint/keys.ts';
export { linesOf } from './export/lines.ts';
export { checkpointLine, headerLine, rowLine } from './export/write-export.ts';
export { append, emptyFrontier, type Frontier, rootOf, rootOfFrontier } from './merkle/frontier.ts';
export { leafHash } from './merkle/hash.ts';
export { consistencyProof, inclusionProof, type Proof, subtreeConsistencyProof } from './merkle/prove.ts';
export {
  type Consistency,
  type Inclusion,
  type Position,
  type SubtreeConsistency,
  type SubtreeInclusion,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from './merkle/verify.ts';
export { reportOf, sayProblem } from './report.ts';
export { canonicalJson } from './row/canonical-json.ts';
export { leafOf, remainsOf } from './row/leaf.ts';
export { type LogRow, type PersonalFields, SALT_BYTES, type SaidRow } from './row/log-row.ts';
export { asSaid, putBack } from './row/personal-fields.ts';
export type { Problem, ProblemCode } from './verify/problem.ts';
export { type Verdict, type VerifyOptions, verifyExport } from './verify/verify-export.ts';
export { type Language, languages } from './words/words.ts';
