export { type Actor, ActorRef, actorRef, type Capability, may } from './actor.ts';
export type { AfterCommit, AfterCommitOptions } from './after-commit/after-commit.ts';
export { exportLog } from './after-commit/export.ts';
export type { FeedStore, HeldCursor, Position } from './after-commit/feed-port.ts';
export type { DeadJob, JobStore, LeasedJob, Parked } from './after-commit/jobs-port.ts';
export type { Following, Told } from './after-commit/live.ts';
export { positionId, positionOf } from './after-commit/position.ts';
export type { Consumer } from './after-commit/relay.ts';
export type { SealedBatch, SealedLine, SealHead, SealStore } from './after-commit/seal-port.ts';
export {
  type Asked,
  commandRoute,
  defineRoute,
  type Route,
  startRoute,
  viewRoute,
} from './contract.ts';
export { type Circumstances, type Command, type Decidable, type Decision, decide, type Fact, until } from './decide.ts';
export type { Definition } from './definition.ts';
export type { Accepted, Circumstance, Outcome, Refused } from './dispatch.ts';
export { type AtTheDoor, type Door, defineDoor, type Secret, type SecretKind } from './door.ts';
export { defineEffect, type EffectAnswer, EffectFailed, type EffectHere, type EffectSpec } from './effect.ts';
export { type CheckedInput, checkInput } from './input.ts';
export {
  type AnswerOf,
  type CommandName,
  createKernel,
  type InputOf,
  type Kernel,
  type KernelOptions,
  type RefusalCodeOf,
} from './kernel.ts';
export { asSaid, type Said, sameJson } from './log.ts';
export type { Many, ManyProgress, One } from './many.ts';
export { MemoryStore } from './memory/memory-store.ts';
export { defineModule, type Language, languages, type Module, type Say, sayRefusals } from './module.ts';
export { freeText, personal } from './personal.ts';
export { defineReaction, type Reaction, type ReactionHere, ReactionStuck } from './reaction.ts';
export { byId, byKey, byPrefix, type Found, known, type Lookup, type Read, through, together } from './read.ts';
export { type Labels, labelsOf, mayRead } from './reading.ts';
export type { Seen, WhoSaw } from './readings.ts';
export { defineRecord, type RecordDefinition } from './record.ts';
export { type Figures, type KernelRefusalCode, type Refusal, type RefusalWords, refuse } from './refusal.ts';
export { type Replayed, replay } from './replay.ts';
export type { Ask, At, CommandsOf, FactsOf, Given } from './spec.ts';
export { type JsonValue, json, type QueryRows, type Sql, type SqlValue, sql } from './sql.ts';
export {
  type CaseRef,
  type CaseRow,
  type Commit,
  type CommitOutcome,
  type DueTimer,
  type Job,
  type ListPage,
  type Load,
  type Loaded,
  type LogRow,
  type Snapshot,
  type Store,
  StoreAway,
  type Timer,
  type WorkItem,
} from './store.ts';
export { type Migrations, type Stored, upgraded } from './upgrade.ts';
export type { Action, CaseView, LogEntry } from './view.ts';
export { defineWorkflow, type Workflow } from './workflow.ts';
